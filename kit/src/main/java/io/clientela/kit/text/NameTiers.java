package io.clientela.kit.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tokens that tell a name that is what was typed, or begins so, from one that only holds it: the best of many can be asked for
 * first. They go by whole words and first letters, so {@link NameRecheck} may think a little otherwise.
 */
final class NameTiers {

    private static final int LETTERS = 2;

    private NameTiers() {}

    /** Tokens of a folded name. */
    static void ofName(String folded, Consumer<String> collector) {
        List<String> words = Query.words(folded);
        if (words.isEmpty()) {
            return;
        }
        collector.accept(whole(words));
        for (String word : words) {
            if (begins(word)) {
                collector.accept(start(word));
            }
        }
        List<String> syllables = Scripts.hasHan(folded) ? Pinyin.syllables(folded) : List.of();
        if (!syllables.isEmpty()) {
            StringBuilder spoken = new StringBuilder();
            syllables.forEach(syllable -> spoken.append(PinyinQuery.typed(syllable)));
            collector.accept(Grams.WHOLE + spoken.toString());
            collector.accept(Grams.SPOKEN + spoken.substring(0, 1));
        }
    }

    /** One of these a name has that is what was typed, or sounds so. */
    static List<List<String>> whole(String text) {
        List<String> words = Query.words(text);
        if (words.isEmpty()) {
            return List.of();
        }
        String spoken = Grams.WHOLE + PinyinQuery.typed(String.join("", words));
        String written = whole(words);
        return spoken.equals(written) ? List.of(List.of(written)) : List.of(List.of(written), List.of(spoken));
    }

    /**
     * What a name has that begins with what was typed, or sounds so; none where that can't be told.
     *
     * @param ways the tokens a name must have to hold it, as it is written before as it is spoken
     */
    static List<List<String>> starts(String text, List<List<String>> ways) {
        List<String> words = Query.words(text);
        List<String> beginnings =
                words.stream().filter(NameTiers::begins).map(NameTiers::start).toList();
        // One word written and another spoken is a guess, looked for behind the others.
        Stream<List<String>> written = ways.stream()
                .filter(way -> !beginnings.isEmpty() && way.stream().noneMatch(NameTiers::isSpoken))
                .map(way -> both(way, beginnings));
        // Several syllables beside each other seldom stand anywhere else.
        Stream<List<String>> spoken = ways.stream()
                .filter(way -> way.size() == 1 && isSpoken(way.getFirst()))
                .map(way -> both(way, List.of(Grams.SPOKEN + words.getFirst().substring(0, 1))));
        return Stream.concat(written, spoken).toList();
    }

    private static List<String> both(List<String> tokens, List<String> more) {
        return Stream.concat(tokens.stream(), more.stream()).distinct().toList();
    }

    private static boolean isSpoken(String token) {
        return token.charAt(0) == Grams.SYLLABLE || token.charAt(0) == Grams.INITIALS;
    }

    private static String whole(List<String> words) {
        return Grams.WHOLE + String.join(" ", words.stream().sorted().toList());
    }

    /** Long enough to have a beginning. */
    private static boolean begins(String word) {
        return word.codePointCount(0, word.length()) >= letters(word);
    }

    private static String start(String word) {
        return Grams.START + word.substring(0, word.offsetByCodePoints(0, letters(word)));
    }

    private static int letters(String word) {
        return Scripts.isUnspaced(word.codePointAt(0)) ? 1 : LETTERS;
    }
}
