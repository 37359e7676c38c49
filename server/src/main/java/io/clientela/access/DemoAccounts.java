package io.clientela.access;

import java.util.List;

/** Told to the sign-in page where the product runs as a demonstration; there is none otherwise. */
public interface DemoAccounts {

    /** The one password of all of them. */
    String password();

    List<Shown> people();

    /** Somebody to sign in as; the role in the three languages. */
    record Shown(String name, String displayName, String zh, String en, String es) {}
}
