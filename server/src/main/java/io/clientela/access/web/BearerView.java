package io.clientela.access.web;

import io.clientela.access.Account;

/** Whose a one-time code is: the name to sign in with and what people call them. */
record BearerView(String name, String displayName) {

    static BearerView of(Account account) {
        return new BearerView(account.name(), account.displayName());
    }
}
