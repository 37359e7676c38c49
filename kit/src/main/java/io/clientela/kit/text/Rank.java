package io.clientela.kit.text;

/** How well a text answers a query, worst first. */
public enum Rank {
    NONE,
    CONTAINS,
    PREFIX,
    EXACT;

    public boolean matches() {
        return this != NONE;
    }

    public Rank best(Rank other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
