package io.clientela.kit.match.compare;

import java.util.Locale;

/** How two names of enterprises stand to each other. */
public enum TitleLevel {
    MISSING(0),
    EQUAL(1),
    /** The same but for place, legal form or brackets. */
    CORE(2),
    /** The short name of the other, or its name in another language. */
    SHORT(3),
    SIMILAR(4),
    /** One brand, another line of business: parent and subsidiary, or neighbours. */
    BRAND(5),
    DIFFERENT(6);

    private final int place;

    TitleLevel(int place) {
        this.place = place;
    }

    /** Its number among the levels of an aspect; 0 is missing, lower is better. */
    public int place() {
        return place;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The better of two. */
    public TitleLevel or(TitleLevel other) {
        if (this == MISSING || other == MISSING) {
            return this == MISSING ? other : this;
        }
        return compareTo(other) <= 0 ? this : other;
    }
}
