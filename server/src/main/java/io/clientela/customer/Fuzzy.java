package io.clientela.customer;

import io.clientela.kit.text.Names;
import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;
import io.clientela.kit.text.SearchTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Forgives a typing error when nothing was found: one error leaves either half of a word whole and the other words as they are, so a
 * file with the tokens of these is a candidate, and what it really says is compared by edit distance. Chinese is tried by its sound.
 *
 * @param likely tiers of tokens with one word mistyped
 * @param distant the same with every word mistyped, none where there is but one
 */
record Fuzzy(String folded, List<List<List<String>>> likely, List<List<List<String>>> distant) {

    private static final int SHORTEST = 5;

    static Optional<Fuzzy> of(String text) {
        String folded = Names.fold(text);
        if (Scripts.hasHan(folded)) {
            return some(folded, SearchTokens.query(Pinyin.full(folded)).tiers(), List.of());
        }
        List<String> words = List.of(folded.split(" ", -1));
        List<List<String>> one = new ArrayList<>();
        List<List<String>> each = new ArrayList<>();
        for (String word : words) {
            if (word.length() >= SHORTEST) {
                List<List<String>> halves = halves(word);
                each.addAll(halves);
                List<String> others = tokens(words.stream().filter(other -> !other.equals(word)));
                halves.forEach(half -> one.add(both(others, half)));
            }
        }
        List<List<List<String>>> likely = one.isEmpty() ? List.of() : List.of(one);
        return some(folded, likely, words.size() > 1 && !each.isEmpty() ? List.of(each) : List.of());
    }

    private static Optional<Fuzzy> some(
            String folded, List<List<List<String>>> likely, List<List<List<String>>> distant) {
        return likely.isEmpty() ? Optional.empty() : Optional.of(new Fuzzy(folded, likely, distant));
    }

    private static List<List<String>> halves(String word) {
        int half = word.length() / 2;
        return Stream.of(word.substring(0, half), word.substring(half))
                .map(part -> tokens(Stream.of(part)))
                .filter(tokens -> !tokens.isEmpty())
                .toList();
    }

    /** What words have as they are written, which is how a query looks for them first; one too short to be looked up says nothing. */
    private static List<String> tokens(Stream<String> words) {
        return words.flatMap(word -> SearchTokens.query(word).anyOf().stream().limit(1))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> both(List<String> others, List<String> half) {
        return Stream.concat(others.stream(), half.stream()).distinct().toList();
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
