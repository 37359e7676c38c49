package io.clientela.kit.text;

import java.util.ArrayList;
import java.util.List;

/** Says whether a folded name really holds every word of a query, and how well. */
final class NameRecheck {

    private NameRecheck() {}

    static Rank rank(Query.Read read, String folded) {
        List<String> words = read.words();
        if (words.isEmpty()) {
            return Rank.NONE;
        }
        String whole = read.folded();
        if (folded.equals(whole)) {
            return Rank.EXACT;
        }
        if (folded.startsWith(whole)) {
            return Rank.PREFIX;
        }
        boolean maySound = words.stream().anyMatch(NameRecheck::hasLetter) && Scripts.hasHan(folded);
        List<String> syllables = maySound ? Pinyin.syllables(folded) : List.of();
        if (!syllables.isEmpty() && isWholePinyin(words, syllables)) {
            return Rank.EXACT;
        }
        List<String> parts = new ArrayList<>(List.of(folded.split(" ", -1)));
        boolean all = words.size() == parts.size();
        boolean beginnings = true;
        for (String word : words) {
            all = all && parts.remove(word);
            if (startsWord(folded, word)) {
                continue;
            }
            int found = syllables.isEmpty() ? -1 : PinyinQuery.find(word, syllables);
            if (found < 0 && !folded.contains(word)) {
                return Rank.NONE;
            }
            beginnings = beginnings && found == 0;
        }
        if (all) {
            return Rank.EXACT;
        }
        return beginnings ? Rank.PREFIX : Rank.CONTAINS;
    }

    private static boolean isWholePinyin(List<String> words, List<String> syllables) {
        StringBuilder whole = new StringBuilder();
        for (String syllable : syllables) {
            whole.append(PinyinQuery.typed(syllable));
        }
        return PinyinQuery.typed(String.join("", words)).contentEquals(whole);
    }

    private static boolean hasLetter(String word) {
        return word.chars().anyMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    private static boolean startsWord(String folded, String word) {
        for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
            if (at == 0 || folded.charAt(at - 1) == ' ') {
                return true;
            }
        }
        return false;
    }
}
