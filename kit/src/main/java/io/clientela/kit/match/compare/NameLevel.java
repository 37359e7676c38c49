package io.clientela.kit.match.compare;

import java.util.Locale;

/** How two parts of a person's name stand to each other, from the best; what is missing says nothing. */
public enum NameLevel {
    MISSING(0),
    EQUAL(1),
    /** Another form of the same name: nickname, short form, homophone, look-alike character, other script. */
    VARIANT(2),
    /** Given and family name are each other's. */
    SWAPPED(3),
    /** All there is of the one is in the other: one surname of two, one given name of several. */
    PART(4),
    /** One slip of the hand. */
    CLOSE(5),
    INITIAL(6),
    /** Alike, as far as several slips go. */
    ALIKE(7),
    DIFFERENT(8);

    private final int place;

    NameLevel(int place) {
        this.place = place;
    }

    /** Its number among the levels of an aspect; 0 is missing, lower is better. */
    public int place() {
        return place;
    }

    /** Stable code, the last part of the key of its text. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
