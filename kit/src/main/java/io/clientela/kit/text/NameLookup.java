package io.clientela.kit.text;

import java.util.ArrayList;
import java.util.List;

/** The tokens a name must have to hold all words of a query, each of them as text or as pinyin. */
final class NameLookup {

    /** Each combination costs a look into the index. */
    private static final int MOST_COMBINATIONS = 32;

    private static final int MANY_WORDS = 5;

    private NameLookup() {}

    static List<List<String>> tokens(List<String> words) {
        List<List<List<String>>> ways = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            ways.add(ways(words.get(i), words.size(), i + 1 < words.size()));
        }
        List<List<String>> found = new ArrayList<>(words.size() > MANY_WORDS ? allAlike(ways) : combinations(ways));
        found.removeIf(List::isEmpty);
        return found.isEmpty() ? singles(words) : found;
    }

    /** As text first, then as pinyin; the more words, the fewer guesses for each. */
    private static List<List<String>> ways(String word, int words, boolean complete) {
        List<List<String>> out = new ArrayList<>();
        out.add(textTokens(word));
        List<List<String>> pinyin = PinyinQuery.alternatives(word, complete);
        int guesses = switch (words) {
            case 1 -> pinyin.size();
            case 2 -> 4;
            case 3 -> 2;
            default -> 1;
        };
        out.addAll(pinyin.subList(0, Math.min(guesses, pinyin.size())));
        return out;
    }

    private static List<List<String>> combinations(List<List<List<String>>> ways) {
        List<List<String>> out = new ArrayList<>();
        out.add(List.of());
        for (List<List<String>> word : ways) {
            List<List<String>> next = new ArrayList<>();
            for (List<String> before : out) {
                for (List<String> way : word) {
                    if (next.size() < MOST_COMBINATIONS) {
                        List<String> both = new ArrayList<>(before);
                        both.addAll(way);
                        next.add(both);
                    }
                }
            }
            out = next;
        }
        return out;
    }

    /** A long query is all text or, where every word can be, all pinyin. */
    private static List<List<String>> allAlike(List<List<List<String>>> ways) {
        List<String> text = new ArrayList<>();
        List<String> pinyin = new ArrayList<>();
        boolean allPinyin = true;
        for (List<List<String>> word : ways) {
            text.addAll(word.getFirst());
            pinyin.addAll(word.getLast());
            allPinyin &= word.size() > 1;
        }
        return allPinyin ? List.of(text, pinyin) : List.of(text);
    }

    /** Names of up to four characters can be found by one of them; where there is more to go by it isn't asked for. */
    private static List<List<String>> singles(List<String> words) {
        List<String> out = new ArrayList<>();
        for (String word : words) {
            if (Scripts.isUnspaced(word.codePointAt(0))) {
                out.add(Grams.NAME + word);
            }
        }
        return out.isEmpty() ? List.of() : List.of(out);
    }

    private static List<String> textTokens(String word) {
        List<String> out = new ArrayList<>();
        int length = word.codePointCount(0, word.length());
        if (Scripts.isUnspaced(word.codePointAt(0))) {
            Grams.of(Grams.NAME, word, 2, out::add);
        } else {
            Grams.of(Grams.NAME, word, Math.min(Math.max(length, 2), 3), out::add);
        }
        return out;
    }
}
