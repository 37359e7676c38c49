package io.clientela.kit.match;

import java.util.Arrays;

/** Distinct ways in which pairs agree and how many pairs do: some thousands stand for millions of pairs. */
final class Patterns {

    private static final int BITS = 4;
    private static final int LEVEL = (1 << BITS) - 1;

    private final long[] packed;
    private final int[] counts;
    private final int size;

    private Patterns(long[] packed, int[] counts, int size) {
        this.packed = packed;
        this.counts = counts;
        this.size = size;
    }

    /** Of packed levels, one for each pair; the array is sorted. */
    static Patterns of(long[] pairs) {
        Arrays.sort(pairs);
        long[] packed = new long[pairs.length];
        int[] counts = new int[pairs.length];
        int size = 0;
        for (long pattern : pairs) {
            if (size == 0 || packed[size - 1] != pattern) {
                packed[size++] = pattern;
            }
            counts[size - 1]++;
        }
        return new Patterns(packed, counts, size);
    }

    static long packed(byte[] levels) {
        long packed = 0;
        for (int i = 0; i < levels.length; i++) {
            packed |= (long) levels[i] << (i * BITS);
        }
        return packed;
    }

    void unpack(int pattern, byte[] levels) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) ((packed[pattern] >>> (i * BITS)) & LEVEL);
        }
    }

    int count(int pattern) {
        return counts[pattern];
    }

    int size() {
        return size;
    }
}
