package io.clientela.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How well groups agree with the truth, counted in pairs. */
record PairScore(long found, long right, long all) {

    /** Of rows in groups of the product's and groups of the truth, both by any number. */
    static PairScore of(int[] found, int[] truth) {
        Map<Long, Integer> both = new HashMap<>();
        Map<Integer, Integer> mine = new HashMap<>();
        Map<Integer, Integer> theirs = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            both.merge((long) found[i] << Integer.SIZE | truth[i], 1, Integer::sum);
            mine.merge(found[i], 1, Integer::sum);
            theirs.merge(truth[i], 1, Integer::sum);
        }
        return new PairScore(pairs(mine), pairs(both), pairs(theirs));
    }

    private static long pairs(Map<?, Integer> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1L) / 2).sum();
    }

    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
        return all == 0 ? 1 : (double) right / all;
    }

    double f1() {
        return found + all == 0 ? 1 : 2.0 * right / (found + all);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "F1 %.4f, precision %.4f, recall %.4f (%,d of %,d pairs, %,d wrong)",
                f1(),
                precision(),
                recall(),
                right,
                all,
                found - right);
    }
}
