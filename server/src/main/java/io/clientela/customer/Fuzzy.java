package io.clientela.customer;

import io.clientela.kit.text.Names;
import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;
import io.clientela.kit.text.SearchTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forgives a typing error when nothing was found: one error leaves either half of a word whole, so a file with the tokens of
 * one half is a candidate, and what it really says is compared by edit distance. Chinese is tried by its sound.
 */
record Fuzzy(String folded, List<List<String>> alternatives) {

    private static final int SHORTEST = 5;

    static Optional<Fuzzy> of(String text) {
        String folded = Names.fold(text);
        List<List<String>> alternatives = new ArrayList<>();
        if (Scripts.hasHan(folded)) {
            alternatives.addAll(SearchTokens.query(Pinyin.full(folded)).anyOf());
        } else {
            for (String word : folded.split(" ", -1)) {
                if (word.length() >= SHORTEST) {
                    int half = word.length() / 2;
                    alternatives.addAll(
                            SearchTokens.query(word.substring(0, half)).anyOf());
                    alternatives.addAll(SearchTokens.query(word.substring(half)).anyOf());
                }
            }
        }
        alternatives.removeIf(List::isEmpty);
        return alternatives.isEmpty() ? Optional.empty() : Optional.of(new Fuzzy(folded, alternatives));
    }

    /** Whether every word of the query is close to a word of this name, or the name sounds the same. */
    boolean resembles(String name) {
        String other = Names.fold(name);
        if (Scripts.hasHan(folded)) {
            return Pinyin.full(other).contains(Pinyin.full(folded));
        }
        String[] words = other.split(" ", -1);
        for (String wanted : folded.split(" ", -1)) {
            boolean found = false;
            for (String word : words) {
                found |= distance(wanted, word) <= (wanted.length() < 8 ? 1 : 2);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Edit distance in which swapping neighbours is one error (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + same);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
