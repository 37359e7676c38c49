package io.clientela.access.web;

import io.clientela.access.Account;
import io.clientela.access.SignIn;
import org.jspecify.annotations.Nullable;

/** Name and password, or a one-time code; what is missing is empty. */
record SignInBody(String name, String password, String code) {

    SignInBody(@Nullable String name, @Nullable String password, @Nullable String code) {
        this.name = name == null ? "" : name;
        this.password = password == null ? "" : password;
        this.code = code == null ? "" : code;
    }

    Account signIn(SignIn door, String origin) {
        return code.isEmpty() ? door.withPassword(name, password, origin) : door.withCode(code, origin);
    }

    /** Never a secret. */
    @Override
    public String toString() {
        return "SignInBody";
    }
}
