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
        return endA == from || endB == from
                ? Math.min(most + 1, endA + endB - 2 * from)
                : table(a.substring(from, endA), b.substring(from, endB), most);
    }

    private static int table(String a, String b, int most) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                now[j] = best;
                least = Math.min(least, best);
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = now;
            now = spare;
        }
        return Math.min(most + 1, last[b.length()]);
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
