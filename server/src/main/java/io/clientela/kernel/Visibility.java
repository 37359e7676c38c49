package io.clientela.kernel;

/** How much of a field somebody may see; in rising order. */
public enum Visibility {
    HIDDEN,
    MASKED,
    CLEAR
}
