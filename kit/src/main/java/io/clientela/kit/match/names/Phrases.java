package io.clientela.kit.match.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Word sequences with a meaning each, found longest first in a list of words. */
final class Phrases {

    private final Map<String, String> meanings = new HashMap<>();
    private int longest = 1;

    /** The first meaning given to a phrase stays. */
    void add(String phrase, String meaning) {
        if (!phrase.isEmpty()) {
            meanings.putIfAbsent(phrase, meaning);
            longest =
                    Math.max(longest, (int) phrase.chars().filter(c -> c == ' ').count() + 1);
        }
    }

    /** Number of words from {@code from} on that are a phrase; 0 where none is. */
    int lengthAt(List<String> words, int from) {
        for (int length = Math.min(longest, words.size() - from); length > 0; length--) {
            if (meanings.containsKey(joined(words, from, length))) {
                return length;
            }
        }
        return 0;
    }

    String meaning(List<String> words, int from, int length) {
        return meanings.getOrDefault(joined(words, from, length), "");
    }

    private static String joined(List<String> words, int from, int length) {
        return length == 1 ? words.get(from) : String.join(" ", words.subList(from, from + length));
    }
}
