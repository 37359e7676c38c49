package io.clientela.kit.match.names;

/** How two enterprises' names stand to each other, from the same to different; the codes are stable. */
public enum NameLevel {
    /** The same text, case, width, accents, marks and traditional characters aside. */
    EQUAL,
    /** Only the legal form, brackets, or a place that one leaves out, differ. */
    SAME_CORE,
    /** The same name in another script or language. */
    TRANSLATED,
    /** Everything telling of the shorter one stands in the longer one. */
    ABBREVIATED,
    /** A slip of the keyboard or the ear apart. */
    SIMILAR,
    /** Of one house but not one customer: branch, subsidiary, another place, number or line of business. Speaks against. */
    SHARED_BRAND,
    DIFFERENT
}
