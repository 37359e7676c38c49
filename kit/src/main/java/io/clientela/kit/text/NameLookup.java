package io.clientela.kit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tokens a name must have to hold all words of a query, each of them as text or as pinyin.
 *
 * @param likely all words written or all of them spoken; where one of them can't be spoken, each as it can be
 * @param guesses the other combinations: looked for where the likely ones find nothing
 */
record NameLookup(List<List<String>> likely, List<List<String>> guesses) {

    /** Each combination costs a look into the index. */
    private static final int MOST_COMBINATIONS = 32;

    private static final int MANY_WORDS = 5;

    static NameLookup of(List<String> words) {
        List<Word> ways = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            ways.add(Word.of(words.get(i), words.size(), i + 1 < words.size()));
        }
        if (words.size() > MANY_WORDS) {
            return new NameLookup(orSingles(allAlike(ways), words), List.of());
        }
        boolean spoken = ways.stream().allMatch(Word::isSpoken);
        List<List<String>> likely = new ArrayList<>();
        if (spoken) {
            likely.addAll(combinations(ways, word -> List.of(word.written())));
            likely.addAll(combinations(ways, Word::plain));
        } else {
            likely.addAll(combinations(ways, Word::writtenOrPlain));
        }
        likely.removeIf(List::isEmpty);
        List<List<String>> guesses = new ArrayList<>(combinations(ways, Word::all));
        guesses.removeIf(way -> way.isEmpty() || likely.contains(way));
        return new NameLookup(likely.isEmpty() && guesses.isEmpty() ? singles(words) : likely, guesses);
    }

    private static List<List<String>> orSingles(List<List<String>> found, List<String> words) {
        List<List<String>> some = new ArrayList<>(found);
        some.removeIf(List::isEmpty);
        return some.isEmpty() ? singles(words) : some;
    }

    /**
     * A word as it may be meant.
     *
     * @param written its tokens as text
     * @param plain as pinyin as it is usually typed; empty where it isn't pinyin
     * @param other as pinyin otherwise
     */
    private record Word(List<String> written, List<List<String>> plain, List<List<String>> other) {

        /** As text first, then as pinyin; the more words, the fewer guesses for each. */
        private static Word of(String word, int words, boolean complete) {
            List<PinyinQuery.Reading> readings = PinyinQuery.readings(word, complete);
            int guesses = switch (words) {
                case 1 -> readings.size();
                case 2 -> 4;
                case 3 -> 2;
                default -> 1;
            };
            List<PinyinQuery.Reading> some = readings.subList(0, Math.min(guesses, readings.size()));
            return new Word(textTokens(word), tokens(some, true), tokens(some, false));
        }

        private static List<List<String>> tokens(List<PinyinQuery.Reading> readings, boolean plain) {
            return readings.stream()
                    .filter(reading -> reading.plain() == plain)
                    .map(PinyinQuery.Reading::tokens)
                    .toList();
        }

        private boolean isSpoken() {
            return !plain.isEmpty();
        }

        private List<List<String>> writtenOrPlain() {
            return Stream.concat(Stream.of(written), plain.stream()).toList();
        }

        private List<List<String>> all() {
            return Stream.concat(writtenOrPlain().stream(), other.stream()).toList();
        }
    }

    private static List<List<String>> combinations(List<Word> words, Function<Word, List<List<String>>> ways) {
        List<List<String>> out = new ArrayList<>();
        out.add(List.of());
        for (Word word : words) {
            List<List<String>> next = new ArrayList<>();
            for (List<String> before : out) {
                for (List<String> way : ways.apply(word)) {
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
    private static List<List<String>> allAlike(List<Word> words) {
        List<String> text = new ArrayList<>();
        List<String> pinyin = new ArrayList<>();
        for (Word word : words) {
            text.addAll(word.written());
            pinyin.addAll(word.isSpoken() ? word.plain().getLast() : List.of());
        }
        return words.stream().allMatch(Word::isSpoken) ? List.of(text, pinyin) : List.of(text);
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
