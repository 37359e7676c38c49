package io.clientela.kit.match.compare;

import java.util.Arrays;

/**
 * How many slips of the hand lie between two texts. Sources: Damerau, CACM 7 (1964) for insertion, deletion, substitution and
 * transposition; Jaro, JASA 84 (1989) and Winkler, ASA (1990) for the measure of the United States census.
 */
public final class Edits {

    private static final double BOOST = 0.1;
    private static final int BOOSTED = 4;

    private Edits() {}

    /** Slips between two texts, neighbours swapped being one; more than {@code most} is said as {@code most + 1}. */
    public static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int from = 0;
        int endA = a.length();
        int endB = b.length();
        while (from < endA && from < endB && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        if (endA == from || endB == from) {
            return Math.min(most + 1, endA + endB - 2 * from);
        }
        if (most == 1) {
            return one(a, from, endA, b, endB);
        }
        int foreign = Math.max(foreign(a, from, endA, b, from, endB), foreign(b, from, endB, a, from, endA));
        return foreign > most ? most + 1 : table(a, from, endA, b, endB, most);
    }

    /** At least so many characters of a text aren't in the other: tells most strangers without looking at their order. */
    private static int foreign(String text, int from, int end, String other, int otherFrom, int otherEnd) {
        long there = 0;
        for (int i = otherFrom; i < otherEnd; i++) {
            there |= 1L << other.charAt(i);
        }
        int foreign = 0;
        for (int i = from; i < end; i++) {
            foreign += (int) (~there >>> text.charAt(i)) & 1;
        }
        return foreign;
    }

    /** Whether {@link #jaroWinkler} is at least so much, above 0; quicker where it is far from it. */
    public static boolean alike(String a, String b, double least) {
        double inA = a.length() - foreign(a, 0, a.length(), b, 0, b.length());
        double inB = b.length() - foreign(b, 0, b.length(), a, 0, a.length());
        double matching = Math.min(inA, inB);
        double most = (matching / a.length() + matching / b.length() + 1) / 3;
        boolean whole = a.length() <= Long.SIZE && b.length() <= Long.SIZE;
        boolean far = whole && most + BOOSTED * BOOST * (1 - most) < least;
        return !far && jaroWinkler(a, b) >= least;
    }

    /** Whether what differs is one slip: 1, or more: 2. */
    private static int one(String a, int from, int endA, String b, int endB) {
        boolean replaced = endA - from == 1 && endB - from == 1;
        boolean swapped = endA - from == 2
                && endB - from == 2
                && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from);
        return replaced || swapped ? 1 : 2;
    }

    /** Only the cells near the diagonal, since those further off are more than {@code most}. */
    private static int table(String a, int from, int endA, String b, int endB, int most) {
        int lengthA = endA - from;
        int lengthB = endB - from;
        int far = most + 1;
        int[] beforeLast = new int[lengthB + 1];
        int[] last = new int[lengthB + 1];
        int[] now = new int[lengthB + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= lengthA; i++) {
            int start = Math.max(1, i - most);
            int end = Math.min(lengthB, i + most);
            now[start - 1] = start == 1 ? i : far;
            int least = now[start - 1];
            char x = a.charAt(from + i - 1);
            for (int j = start; j <= end; j++) {
                char y = b.charAt(from + j - 1);
                int above = j == i + most ? far : last[j];
                int best = Math.min(Math.min(now[j - 1], above) + 1, last[j - 1] + (x == y ? 0 : 1));
                if (i > 1 && j > 1 && x == b.charAt(from + j - 2) && a.charAt(from + i - 2) == y) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                now[j] = best;
                least = Math.min(least, best);
            }
            if (least > most) {
                return far;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = now;
            now = spare;
        }
        return Math.min(far, last[lengthB]);
    }

    /** From 0, nothing in common, to 1, equal; a common beginning counts more. */
    public static double jaroWinkler(String a, String b) {
        double jaro = jaro(a, b);
        int common = 0;
        while (common < BOOSTED && common < a.length() && common < b.length() && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return jaro + common * BOOST * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.length() > Long.SIZE || b.length() > Long.SIZE) {
            return jaro(head(a), head(b));
        }
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() == b.length() ? 1 : 0;
        }
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        long inA = 0;
        long inB = 0;
        for (int i = 0; i < a.length(); i++) {
            int end = Math.min(b.length(), i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end; j++) {
                if ((inB & (1L << j)) == 0 && a.charAt(i) == b.charAt(j)) {
                    inA |= 1L << i;
                    inB |= 1L << j;
                    break;
                }
            }
        }
        int matching = Long.bitCount(inA);
        if (matching == 0) {
            return 0;
        }
        int moved = 0;
        for (long left = inA, right = inB; left != 0; left &= left - 1, right &= right - 1) {
            if (a.charAt(Long.numberOfTrailingZeros(left)) != b.charAt(Long.numberOfTrailingZeros(right))) {
                moved++;
            }
        }
        double m = matching;
        return (m / a.length() + m / b.length() + (m - moved / 2.0) / m) / 3;
    }

    private static String head(String text) {
        return text.length() > Long.SIZE ? text.substring(0, Long.SIZE) : text;
    }
}
