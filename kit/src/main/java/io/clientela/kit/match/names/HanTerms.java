package io.clientela.kit.match.names;

import java.util.HashMap;
import java.util.Map;

/** Terms of Chinese names with a meaning each, found longest first at the beginning or the end of a text. */
final class HanTerms {

    private final Map<String, String> meanings = new HashMap<>();
    private int longest = 1;

    /** The first meaning given to a term stays. */
    void add(String term, String meaning) {
        meanings.putIfAbsent(term, meaning);
        longest = Math.max(longest, term.length());
    }

    int lengthAtStart(String text, int from, int to) {
        for (int length = Math.min(longest, to - from); length > 0; length--) {
            if (meanings.containsKey(text.substring(from, from + length))) {
                return length;
            }
        }
        return 0;
    }

    int lengthAtEnd(String text, int from, int to) {
        for (int length = Math.min(longest, to - from); length > 0; length--) {
            if (meanings.containsKey(text.substring(to - length, to))) {
                return length;
            }
        }
        return 0;
    }

    String meaning(String term) {
        return meanings.getOrDefault(term, "");
    }
}
