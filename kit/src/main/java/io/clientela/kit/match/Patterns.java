package io.clientela.kit.match;

import java.util.Arrays;
import java.util.List;

/** Distinct ways in which pairs agree and how many pairs do: some thousands stand for millions of pairs. */
final class Patterns {

    private static final int BITS = 4;
    private static final int LEVEL = (1 << BITS) - 1;

    private final long[] packed;
    private final int[] counts;

    private Patterns(long[] packed, int[] counts) {
        this.packed = packed;
        this.counts = counts;
    }

    /** Of packed levels, one for each pair. */
    static Patterns of(List<LongList> pairs) {
        Counting counting = new Counting();
        for (LongList some : pairs) {
            for (int i = 0; i < some.size(); i++) {
                counting.add(some.get(i), 1);
            }
        }
        // In an order that hangs on nothing but what was seen, since sums over them do.
        long[] packed = counting.distinct();
        return new Patterns(
                packed, Arrays.stream(packed).mapToInt(counting::count).toArray());
    }

    static long packed(byte[] levels) {
        long packed = 0;
        for (int i = 0; i < levels.length; i++) {
            packed |= (long) levels[i] << (i * BITS);
        }
        return packed;
    }

    static void unpack(long packed, byte[] levels) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) ((packed >>> (i * BITS)) & LEVEL);
        }
    }

    void levels(int pattern, byte[] levels) {
        unpack(packed[pattern], levels);
    }

    int count(int pattern) {
        return counts[pattern];
    }

    int size() {
        return packed.length;
    }

    /** Counts numbers without an object for each; a place without a count is free. */
    private static final class Counting {

        private long[] numbers = new long[1 << 12];
        private int[] counts = new int[1 << 12];
        private int size;

        void add(long number, int count) {
            int at = place(number);
            if (counts[at] == 0) {
                numbers[at] = number;
                size++;
            }
            counts[at] += count;
            if (size * 2 > numbers.length) {
                grow();
            }
        }

        int count(long number) {
            return counts[place(number)];
        }

        long[] distinct() {
            long[] distinct = new long[size];
            int to = 0;
            for (int at = 0; at < numbers.length; at++) {
                if (counts[at] > 0) {
                    distinct[to++] = numbers[at];
                }
            }
            Arrays.sort(distinct);
            return distinct;
        }

        private int place(long number) {
            int mask = numbers.length - 1;
            int at = Hashes.mix(Long.hashCode(number)) & mask;
            while (counts[at] > 0 && numbers[at] != number) {
                at = (at + 1) & mask;
            }
            return at;
        }

        private void grow() {
            long[] before = numbers;
            int[] had = counts;
            numbers = new long[before.length * 2];
            counts = new int[before.length * 2];
            size = 0;
            for (int i = 0; i < before.length; i++) {
                if (had[i] > 0) {
                    add(before[i], had[i]);
                }
            }
        }
    }
}
