package io.clientela.kit.match.compare;

import java.util.Locale;

/** How two values of one kind stand to each other: telephone and document numbers, addresses, employers. */
public enum TextLevel {
    MISSING(0),
    EQUAL(1),
    /** One digit or letter is another, is too many or missing, or two neighbours changed places. */
    CLOSE(2),
    /** The same but for what stands before or behind: area code, extension, domain, floor. */
    PART(3),
    /** Alike, as far as several slips go. */
    ALIKE(4),
    DIFFERENT(5);

    private static final double ALIKE_FROM = 0.88;
    private static final int SUBSCRIBER = 7;
    private static final int EMAIL_SLIPS = 4;

    private final int place;

    TextLevel(int place) {
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
    public TextLevel or(TextLevel other) {
        if (this == MISSING || other == MISSING) {
            return this == MISSING ? other : this;
        }
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether {@link #phones} says {@link #DIFFERENT}, as far as {@link Letters} of the two tell; a no says nothing. */
    public static boolean differentPhones(long a, long b) {
        return Letters.slips(a, b) > 1 && !Letters.mayBeAround(a, b);
    }

    /** The same of {@link #emails} whose parts before the @ differ. */
    public static boolean differentEmails(long a, long b) {
        return Letters.slips(a, b) > EMAIL_SLIPS;
    }

    /** The same of {@link #texts}. */
    public static boolean differentTexts(long a, long b) {
        return Letters.slips(a, b) > 2 && !Letters.mayBegin(a, b) && !Letters.mayBeAlike(a, b, ALIKE_FROM);
    }

    /** National digits. */
    public static TextLevel phones(String a, String b) {
        if (a.equals(b)) {
            return EQUAL;
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = shorter.equals(a) ? b : a;
        if (shorter.length() >= SUBSCRIBER
                && longer.length() > shorter.length()
                && (longer.endsWith(shorter) || longer.startsWith(shorter))) {
            return PART;
        }
        return Edits.distance(a, b, 1) == 1 ? CLOSE : DIFFERENT;
    }

    /** Lower-case addresses; the part before the @ identifies, the part behind hardly does. */
    public static TextLevel emails(String a, String b) {
        if (a.equals(b)) {
            return EQUAL;
        }
        int atA = a.indexOf('@');
        int atB = b.indexOf('@');
        if (atA > 0 && atB > 0 && a.regionMatches(0, b, 0, Math.max(atA, atB))) {
            return PART;
        }
        int distance = Edits.distance(a, b, EMAIL_SLIPS);
        if (distance > EMAIL_SLIPS) {
            return DIFFERENT;
        }
        // Namesakes number their addresses: jane.doe12 and jane.doe31 are as alike as their names, which says nothing
        // more.
        if (!digits(a).equals(digits(b))) {
            return MISSING;
        }
        if (distance <= 2) {
            return CLOSE;
        }
        return Math.min(a.length(), b.length()) >= 14 ? ALIKE : DIFFERENT;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** Folded texts of several words. */
    public static TextLevel texts(String a, String b) {
        if (a.equals(b)) {
            return EQUAL;
        }
        int shortest = Math.min(a.length(), b.length());
        int distance = Edits.distance(a, b, 2);
        if ((distance == 1 && shortest >= 3) || (distance == 2 && shortest >= 8)) {
            return CLOSE;
        }
        if (shortest >= 4 && (startsWords(a, b) || startsWords(b, a))) {
            return PART;
        }
        return shortest >= 4 && Edits.alike(a, b, ALIKE_FROM) ? ALIKE : DIFFERENT;
    }

    private static boolean startsWords(String longer, String shorter) {
        return longer.length() > shorter.length() && longer.startsWith(shorter);
    }
}
