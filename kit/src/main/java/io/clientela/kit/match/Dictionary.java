package io.clientela.kit.match;

import io.clientela.kit.match.compare.Letters;
import java.util.Arrays;

/** Distinct texts, numbered from 1 in the order of arrival; 0 is the empty one. Counts how often each was asked for. */
final class Dictionary {

    private static final int FIRST_SIZE = 1 << 10;

    private String[] texts = new String[FIRST_SIZE];
    private int[] counts = new int[FIRST_SIZE];
    private long[] letters = new long[FIRST_SIZE];
    private int[] table = new int[FIRST_SIZE * 2];
    private int size = 1;
    private long total;

    Dictionary() {
        texts[0] = "";
    }

    int number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int at = place(text);
        int known = table[at];
        if (known == 0) {
            known = size++;
            if (known == texts.length) {
                texts = Arrays.copyOf(texts, known * 2);
                counts = Arrays.copyOf(counts, known * 2);
                letters = Arrays.copyOf(letters, known * 2);
            }
            texts[known] = text;
            letters[known] = Letters.of(text);
            table[at] = known;
            if (size * 2 > table.length) {
                grow();
            }
        }
        counts[known]++;
        total++;
        return known;
    }

    String text(int number) {
        return texts[number];
    }

    /** See {@link Letters}. */
    long letters(int number) {
        return letters[number];
    }

    int count(int number) {
        return counts[number];
    }

    /** How often any text was asked for. */
    long total() {
        return total;
    }

    /** The same for a text in every dictionary, never 0. */
    int hash(int number) {
        return Hashes.of(texts[number]) | 1;
    }

    /** Numbers run below this. */
    int size() {
        return size;
    }

    private int place(String text) {
        int mask = table.length - 1;
        int at = Hashes.of(text) & mask;
        while (table[at] != 0 && !texts[table[at]].equals(text)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int i = 1; i < size; i++) {
            table[place(texts[i])] = i;
        }
    }
}
