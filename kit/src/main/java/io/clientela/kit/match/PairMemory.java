package io.clientela.kit.match;

/**
 * Remembers how pairs of words of one base compared, since the common ones meet again and again. Bounded: a pair that falls on
 * another's place takes it. Threads may write over one another, as an entry is one word of the machine, pair and answer together.
 */
final class PairMemory {

    private static final int FEWEST = 8;
    private static final int MOST = 20;
    private static final int ANSWER_BITS = 4;
    private static final int ANSWERS = (1 << ANSWER_BITS) - 1;
    private static final int NUMBER_BITS = 30;

    private final long[] entries;
    private final int shift;

    /** @param records how many are compared, which says how much is worth remembering */
    PairMemory(int records) {
        int bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(records), FEWEST, MOST);
        this.entries = new long[1 << bits];
        this.shift = Long.SIZE - bits;
    }

    /** The answer, -1 where it isn't known. */
    int get(int a, int b) {
        long key = key(a, b);
        long entry = entries[place(key)];
        return entry >>> ANSWER_BITS == key >>> ANSWER_BITS ? (int) (entry & ANSWERS) : -1;
    }

    void put(int a, int b, int answer) {
        long key = key(a, b);
        entries[place(key)] = key | answer;
    }

    private static long key(int a, int b) {
        return (((long) Math.min(a, b) << NUMBER_BITS) | Math.max(a, b)) << ANSWER_BITS;
    }

    private int place(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
    }
}
