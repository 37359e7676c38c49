package io.clientela.kit.match;

import java.util.Arrays;
import java.util.List;
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

    /** Takes pairs of rows, {@code a < b}; made anew for each part of the work, which one thread does. */
    interface Sink {
        void pair(int a, int b);
    }

    @FunctionalInterface
    interface Sinks {
        Sink part(int kind, int part);
    }

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
        for (int kind = 0; kind < kindCount(); kind++) {
            bound(kind);
        }
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

    /** Divides the blocks that are too big, and gives up those that still are. */
    private void bound(int kind) {
        long[] entries = entries(kind);
        int biggest = biggest(entries);
        boolean[] divided = new boolean[1];
        runs(entries, 0, entries.length, (from, to) -> {
            if (to - from > biggest) {
                divided[0] = true;
                for (int i = from; i < to; i++) {
                    divide(kind, (int) (entries[i] >>> Integer.SIZE), (int) entries[i]);
                }
            }
        });
        if (divided[0]) {
            long[] again = entries(kind);
            runs(again, 0, again.length, (from, to) -> {
                if (to - from > biggest) {
                    for (int i = from; i < to; i++) {
                        replace(kind, (int) (again[i] >>> Integer.SIZE), (int) again[i], 0);
                    }
                }
            });
        }
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
        runs(entries, 0, entries.length, (from, to) -> {
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
        LongList list = new LongList();
        for (int row = 0, at = 0; row < base.size(); row++, at += kinds.length) {
            for (int column = first; column < end; column++) {
                if (keys[at + column] != 0) {
                    list.add(((long) keys[at + column] << Integer.SIZE) | row);
                }
            }
        }
        long[] entries = LongList.joined(List.of(list));
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

    private static void runs(long[] entries, int from, int to, EachBlock each) {
        int start = from;
        while (start < to) {
            int key = (int) (entries[start] >>> Integer.SIZE);
            int end = start + 1;
            while (end < to && (int) (entries[end] >>> Integer.SIZE) == key) {
                end++;
            }
            if (end - start > 1) {
                each.block(start, end);
            }
            start = end;
        }
    }

    /**
     * Hands over every pair.
     *
     * @param oneOf so many blocks one is looked at, chosen by its key; 1 for all
     */
    void pairs(int oneOf, Sinks sinks, Progress progress) {
        for (int kind = 0; kind < kindCount(); kind++) {
            long[] entries = entries(kind);
            int[] starts = starts(entries);
            int now = kind;
            IntStream.range(0, PARTS).parallel().forEach(part -> {
                Sink sink = sinks.part(now, part);
                runs(entries, starts[part], starts[part + 1], (from, to) -> {
                    int key = (int) (entries[from] >>> Integer.SIZE);
                    if (Integer.remainderUnsigned(Hashes.mix(key), oneOf) == 0) {
                        block(now, key, entries, from, to, sink);
                    }
                });
            });
            if (!progress.at((kind + 1.0) / kindCount())) {
                throw new CancellationException("matching was ended");
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

    private void block(int kind, int key, long[] entries, int from, int to, Sink sink) {
        for (int i = from; i < to; i++) {
            int a = (int) entries[i];
            for (int j = i + 1; j < to; j++) {
                int b = (int) entries[j];
                if (a != b && firstShared(kind, key, a, b)) {
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
