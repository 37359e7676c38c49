package io.clientela.kit.match;

import java.util.List;

/** Compares two rows of a base in one or more aspects. Symmetric, and without a memory that would show. */
interface Comparison {

    /** No level: how common a value is says nothing. */
    int NONE = -1;

    double UNCOUNTED = -1;

    List<Aspect> aspects();

    /** Writes the level of each aspect, beginning at {@code from}. */
    void compare(Base base, int a, int b, byte[] levels, int from);

    /** The level of an aspect at which it counts how common the value is that rows agree in. */
    default int counted(int aspect) {
        return NONE;
    }

    /**
     * How common the value is that the rows agree in, at the level that is {@link #counted}: the share of the other records that have
     * it too, since a rare one says more. Below 0 where that doesn't count all the same.
     */
    default double share(Base base, int a, int b, int aspect) {
        return UNCOUNTED;
    }

    /** Whether the rows are two customers whatever else they share, as long as nobody says otherwise. */
    default boolean apart(Base base, int a, int b) {
        return false;
    }

    /** The values an explanation shows for an aspect. */
    String shown(Base base, int row, int aspect);
}
