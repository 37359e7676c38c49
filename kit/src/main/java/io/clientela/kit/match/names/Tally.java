package io.clientela.kit.match.names;

import java.util.Arrays;

/** Sums of weights for few of many numbers, in a table with open addressing that grows with what it holds. */
final class Tally {

    private int[] keys;
    private float[] sums;
    private int size;

    Tally(int expected) {
        int capacity = Integer.highestOneBit(Math.clamp(expected, 64, 4096)) * 2;
        keys = filled(capacity);
        sums = new float[capacity];
    }

    void add(int number, float weight) {
        int slot = slot(keys, number);
        if (keys[slot] < 0) {
            keys[slot] = number;
            size++;
        }
        sums[slot] += weight;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    /** Numbers of the greatest sums; of equal ones the smaller number first. */
    int[] best(int most) {
        long[] order = new long[size];
        int at = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] >= 0) {
                // Sums are positive, so their bits sort as they do.
                order[at++] = ((long) ~Float.floatToIntBits(sums[slot]) << 32) | keys[slot];
            }
        }
        Arrays.sort(order);
        int[] out = new int[Math.min(most, size)];
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) order[i];
        }
        return out;
    }

    private void grow() {
        int[] oldKeys = keys;
        float[] oldSums = sums;
        keys = filled(oldKeys.length * 2);
        sums = new float[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                sums[slot] = oldSums[i];
            }
        }
    }

    private static int slot(int[] keys, int number) {
        int mask = keys.length - 1;
        int slot = ((number * 0x9E3779B9) >>> 7) & mask;
        while (keys[slot] >= 0 && keys[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] filled(int capacity) {
        int[] keys = new int[capacity];
        Arrays.fill(keys, -1);
        return keys;
    }
}
