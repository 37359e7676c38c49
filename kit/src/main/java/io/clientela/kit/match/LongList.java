package io.clientela.kit.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers one after another, without an object for each. */
final class LongList {

    private static final long[] NONE = {};

    private long[] values = NONE;
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(16, size + (size >> 1)));
        }
        values[size++] = value;
    }

    long get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    /** So many empty lists. */
    static List<LongList> lists(int count) {
        List<LongList> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new LongList());
        }
        return lists;
    }
}
