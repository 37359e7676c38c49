package io.clientela.access.web;

import org.jspecify.annotations.Nullable;

record PasswordBody(String current, String password) {

    PasswordBody(@Nullable String current, @Nullable String password) {
        this.current = current == null ? "" : current;
        this.password = password == null ? "" : password;
    }

    /** Never a secret. */
    @Override
    public String toString() {
        return "PasswordBody";
    }
}
