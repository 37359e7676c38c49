package io.clientela.customer;

import io.clientela.customer.KeyStore.Blind;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * Which row of a file first said an identifying value, for a rehearsal that goes through it batch by batch. Values are told
 * apart by the first 64 bits of their keyed hash, so that a million take about 24 MB; beyond {@link #MOST} no further ones are kept.
 */
final class TwinRows {

    static final int MOST = 6_000_000;
    private static final int FIRST_SIZE = 1 << 10;

    /** Open addressing; a row of 0 is a free place. */
    private long[] values = new long[FIRST_SIZE];

    private int[] rows = new int[FIRST_SIZE];
    private int kept;

    /** The row before this one that said the same value; a row seen again, after a batch was tried again, isn't its own twin. */
    OptionalLong first(Blind blind, long row) {
        long value = ByteBuffer.wrap(blind.bytes()).getLong();
        int place = place(value);
        if (rows[place] != 0) {
            return rows[place] < row ? OptionalLong.of(rows[place]) : OptionalLong.empty();
        }
        if (kept < MOST && row > 0 && row <= Integer.MAX_VALUE) {
            values[place] = value;
            rows[place] = (int) row;
            kept++;
            if (kept * 2 > rows.length) {
                grow();
            }
        }
        return OptionalLong.empty();
    }

    /** Where a value stands or would stand. */
    private int place(long value) {
        int mask = rows.length - 1;
        int place = (int) (value ^ value >>> 32) & mask;
        while (rows[place] != 0 && values[place] != value) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldValues = values;
        int[] oldRows = rows;
        values = new long[oldValues.length * 2];
        rows = new int[oldRows.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                int place = place(oldValues[i]);
                values[place] = oldValues[i];
                rows[place] = oldRows[i];
            }
        }
    }
}
