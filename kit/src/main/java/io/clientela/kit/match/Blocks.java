package io.clientela.kit.match;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Finds the pairs worth comparing: rows that share a key. Every pair comes once, however many keys it shares; blocks grow no
 * bigger than lets the pairs of a kind stay in proportion to the rows, and what is bigger is divided or left to the other keys.
 */
final class Blocks {

    private static final long PAIRS_FOR_EACH_ROW = 6;
    private static final long PAIRS_AT_LEAST = 150_000;
    private static final int BIGGEST = 400;
    private static final int PARTS = 32;

    private final Base base;
    private final int[] kinds;

    /** Row after row, since two rows are compared in all their keys far more often than one column is read. */
    private final int[] keys;

    /** For each column the first one of its kind. */
    private final int[] firsts;

    private final long bound;
    private final Kind[] byKind;

    /** Takes pairs of rows, {@code a < b}, block by block; made anew for each part of the work, which one thread does. */
    interface Sink {

        /** Whether it wants the pairs of a block, said by its key. */
        default boolean wants(int key) {
            return true;
        }

        void pair(int a, int b);
    }

    @FunctionalInterface
    interface Sinks {
        Sink part(int kind, int part);
    }

    /**
     * The blocks of one kind, of two rows or more each.
     *
     * @param rows block after block
     * @param ends of each block where the next one's rows begin
     * @param keys of each block
     * @param parts of each part of the work its first block, and behind them all how many there are
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Kind(int[] rows, int[] ends, int[] keys, int[] parts) {}

    Blocks(Base base) {
        this.base = base;
        this.kinds = base.rules().keys().kinds();
        this.firsts = new int[kinds.length];
        for (int i = 1; i < kinds.length; i++) {
            firsts[i] = kinds[i] == kinds[i - 1] ? firsts[i - 1] : i;
        }
        this.keys = new int[Math.multiplyExact(kinds.length, base.size())];
        this.bound = Math.max(PAIRS_AT_LEAST, PAIRS_FOR_EACH_ROW * base.size());
        fill();
        this.byKind = new Kind[kindCount()];
        IntStream.range(0, byKind.length).parallel().forEach(kind -> byKind[kind] = kind(bounded(kind)));
    }

    int kindCount() {
        return Arrays.stream(kinds).max().orElse(-1) + 1;
    }

    static int parts() {
        return PARTS;
    }

    private void fill() {
        int rows = base.size();
        if (rows > 0) {
            // Worked out once before the threads ask for it.
            base.sound(0);
            base.mailbox(0);
        }
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int[] own = new int[kinds.length];
            int end = (int) ((part + 1L) * rows / PARTS);
            for (int row = (int) ((long) part * rows / PARTS); row < end; row++) {
                base.rules().keys().of(base, row, own);
                System.arraycopy(own, 0, keys, row * own.length, own.length);
            }
        });
    }

    /** The entries of a kind: those of blocks that are too big are divided, and those of what is still too big given up. */
    private long[] bounded(int kind) {
        long[] entries = entries(kind);
        int biggest = biggest(entries);
        boolean[] divided = new boolean[1];
        runs(entries, (from, to) -> {
            if (to - from > biggest) {
                divided[0] = true;
                for (int i = from; i < to; i++) {
                    divide(kind, (int) (entries[i] >>> Integer.SIZE), (int) entries[i]);
                }
            }
        });
        if (!divided[0]) {
            return entries;
        }
        long[] again = entries(kind);
        boolean[] givenUp = new boolean[1];
        runs(again, (from, to) -> {
            if (to - from > biggest) {
                givenUp[0] = true;
                for (int i = from; i < to; i++) {
                    replace(kind, (int) (again[i] >>> Integer.SIZE), (int) again[i], 0);
                }
            }
        });
        return givenUp[0] ? entries(kind) : again;
    }

    private void divide(int kind, int key, int row) {
        int by = base.rules().keys().divide(base, row);
        replace(kind, key, row, by == 0 ? 0 : Hashes.of(key, by, 1));
    }

    private void replace(int kind, int key, int row, int other) {
        int at = row * kinds.length;
        for (int column = 0; column < kinds.length; column++) {
            if (kinds[column] == kind && keys[at + column] == key) {
                keys[at + column] = other;
            }
        }
    }

    /** The size up to which all blocks together make no more pairs than the bound. */
    private int biggest(long[] entries) {
        long[] bySize = new long[BIGGEST + 1];
        runs(entries, (from, to) -> {
            if (to - from <= BIGGEST) {
                bySize[to - from]++;
            }
        });
        long pairs = 0;
        for (int size = 2; size <= BIGGEST; size++) {
            pairs += bySize[size] * size * (size - 1) / 2;
            if (pairs > bound) {
                return Math.max(2, size - 1);
            }
        }
        return BIGGEST;
    }

    /** Key and row of every row that has a key of the kind, sorted. */
    private long[] entries(int kind) {
        int first = 0;
        while (first < kinds.length && kinds[first] != kind) {
            first++;
        }
        int end = first;
        while (end < kinds.length && kinds[end] == kind) {
            end++;
        }
        int count = 0;
        for (int at = 0; at < keys.length; at += kinds.length) {
            for (int column = first; column < end; column++) {
                count += keys[at + column] == 0 ? 0 : 1;
            }
        }
        long[] entries = new long[count];
        int to = 0;
        for (int row = 0, at = 0; at < keys.length; row++, at += kinds.length) {
            for (int column = first; column < end; column++) {
                if (keys[at + column] != 0) {
                    entries[to++] = ((long) keys[at + column] << Integer.SIZE) | row;
                }
            }
        }
        Arrays.parallelSort(entries);
        return distinct(entries);
    }

    /** A row may have one key in two columns. */
    private static long[] distinct(long[] sorted) {
        int size = 0;
        for (long entry : sorted) {
            if (size == 0 || sorted[size - 1] != entry) {
                sorted[size++] = entry;
            }
        }
        return size == sorted.length ? sorted : Arrays.copyOf(sorted, size);
    }

    @FunctionalInterface
    private interface EachBlock {
        void block(int from, int to);
    }

    /** Those of rows that share a key with another. */
    private static void runs(long[] entries, EachBlock each) {
        int start = 0;
        while (start < entries.length) {
            int key = (int) (entries[start] >>> Integer.SIZE);
            int end = start + 1;
            while (end < entries.length && (int) (entries[end] >>> Integer.SIZE) == key) {
                end++;
            }
            if (end - start > 1) {
                each.block(start, end);
            }
            start = end;
        }
    }

    private static Kind kind(long[] entries) {
        int[] sizes = new int[2];
        runs(entries, (from, to) -> {
            sizes[0]++;
            sizes[1] += to - from;
        });
        int[] ends = new int[sizes[0]];
        int[] keys = new int[sizes[0]];
        int[] rows = new int[sizes[1]];
        int[] starts = starts(entries);
        int[] parts = new int[PARTS + 1];
        Arrays.fill(parts, sizes[0]);
        int[] at = new int[3];
        runs(entries, (from, to) -> {
            while (at[2] < PARTS && starts[at[2]] <= from) {
                parts[at[2]++] = at[0];
            }
            for (int i = from; i < to; i++) {
                rows[at[1]++] = (int) entries[i];
            }
            keys[at[0]] = (int) (entries[from] >>> Integer.SIZE);
            ends[at[0]++] = at[1];
        });
        return new Kind(rows, ends, keys, parts);
    }

    /** Hands over every pair whose block is wanted. */
    void pairs(Sinks sinks, Progress progress) {
        for (int kind = 0; kind < byKind.length; kind++) {
            int now = kind;
            IntStream.range(0, PARTS).parallel().forEach(part -> part(now, part, sinks.part(now, part)));
            if (!progress.at((kind + 1.0) / byKind.length)) {
                throw new CancellationException("matching was ended");
            }
        }
    }

    private void part(int kind, int part, Sink sink) {
        Kind of = byKind[kind];
        for (int block = of.parts()[part]; block < of.parts()[part + 1]; block++) {
            int key = of.keys()[block];
            if (sink.wants(key)) {
                block(kind, key, of.rows(), block == 0 ? 0 : of.ends()[block - 1], of.ends()[block], sink);
            }
        }
    }

    private static int[] starts(long[] entries) {
        int[] starts = new int[PARTS + 1];
        for (int part = 1; part < PARTS; part++) {
            int at = Math.max(starts[part - 1], (int) ((long) part * entries.length / PARTS));
            while (at > 0 && at < entries.length && entries[at] >>> Integer.SIZE == entries[at - 1] >>> Integer.SIZE) {
                at++;
            }
            starts[part] = at;
        }
        starts[PARTS] = entries.length;
        return starts;
    }

    private void block(int kind, int key, int[] rows, int from, int to, Sink sink) {
        for (int i = from; i < to; i++) {
            int a = rows[i];
            for (int j = i + 1; j < to; j++) {
                int b = rows[j];
                if (firstShared(kind, key, a, b)) {
                    sink.pair(Math.min(a, b), Math.max(a, b));
                }
            }
        }
    }

    /** Whether no kind before this, and no smaller key of this kind, brings the two together already. */
    private boolean firstShared(int kind, int key, int a, int b) {
        int rowA = a * kinds.length;
        int rowB = b * kinds.length;
        for (int x = 0; x < kinds.length && kinds[x] <= kind; x++) {
            int mine = keys[rowA + x];
            if (mine == 0 || (kinds[x] == kind && mine >= key)) {
                continue;
            }
            for (int y = firsts[x]; y < kinds.length && kinds[y] == kinds[x]; y++) {
                if (keys[rowB + y] == mine) {
                    return false;
                }
            }
        }
        return true;
    }
}
