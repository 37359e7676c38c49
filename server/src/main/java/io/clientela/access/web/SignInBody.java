package io.clientela.access.web;

import org.jspecify.annotations.Nullable;

/** Name and password, or a one-time code; what is missing is empty. */
record SignInBody(String name, String password, String code) {

    SignInBody(@Nullable String name, @Nullable String password, @Nullable String code) {
        this.name = name == null ? "" : name;
        this.password = password == null ? "" : password;
        this.code = code == null ? "" : code;
    }

    boolean hasCode() {
        return !code.isEmpty();
    }

    /** Never a secret. */
    @Override
    public String toString() {
        return "SignInBody";
    }
}
