package io.clientela.kit.match.compare;

/**
 * Which letters a text has, in one number: whether each of 27 groups of characters occurs once and twice, how long the text is, and
 * how it begins. Tells most strangers without a look at their texts, and never takes two for strangers that {@link Edits} doesn't.
 */
public final class Letters {

    private static final int GROUPS = 27;
    private static final long ALL = (1L << (2 * GROUPS)) - 1;
    private static final int LENGTH_AT = 2 * GROUPS;

    /** Texts as long as this or longer are all said to be so long. */
    private static final int LONGEST = 63;

    private static final int FIRST_AT = 60;
    private static final double BOOST = 0.4;

    private Letters() {}

    public static long of(String text) {
        long once = 0;
        long twice = 0;
        for (int i = 0; i < text.length(); i++) {
            int low = text.charAt(i) & 31;
            long group = 1L << (low < GROUPS ? low : low - GROUPS);
            twice |= once & group;
            once |= group;
        }
        long length = Math.min(LONGEST, text.length());
        long first = text.isEmpty() ? 0 : text.charAt(0) & 15;
        return once | twice << GROUPS | length << LENGTH_AT | first << FIRST_AT;
    }

    /** At least so many slips lie between two texts. */
    public static int slips(long a, long b) {
        return Math.max(Math.abs(length(a) - length(b)), Math.max(foreign(a, b), foreign(b, a)));
    }

    /** Whether the longer of two texts may begin or end with the shorter one. */
    static boolean mayBeAround(long a, long b) {
        int longer = length(a) - length(b);
        return longer == 0 ? length(a) == LONGEST : longer > 0 ? foreign(b, a) == 0 : foreign(a, b) == 0;
    }

    /** Whether one text may begin with the other. */
    static boolean mayBegin(long a, long b) {
        return a >>> FIRST_AT == b >>> FIRST_AT && mayBeAround(a, b);
    }

    /** Whether {@link Edits#jaroWinkler} may be at least so much, above 0. */
    public static boolean mayBeAlike(long a, long b, double least) {
        int lengthA = length(a);
        int lengthB = length(b);
        if (lengthA == LONGEST || lengthB == LONGEST) {
            return true;
        }
        double matching = Math.min(lengthA - foreign(a, b), lengthB - foreign(b, a));
        double most = (matching / lengthA + matching / lengthB + 1) / 3;
        return (a >>> FIRST_AT == b >>> FIRST_AT ? most + BOOST * (1 - most) : most) >= least;
    }

    /** At least so many characters of the one aren't in the other. */
    private static int foreign(long text, long other) {
        return Long.bitCount(text & ~other & ALL);
    }

    private static int length(long letters) {
        return (int) (letters >>> LENGTH_AT) & LONGEST;
    }
}
