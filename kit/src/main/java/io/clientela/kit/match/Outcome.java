package io.clientela.kit.match;

/** What becomes of two records. */
public enum Outcome {
    SAME,
    /** A person decides. */
    ASK,
    DIFFERENT
}
