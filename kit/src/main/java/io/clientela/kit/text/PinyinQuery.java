package io.clientela.kit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One word typed in Latin letters read as pinyin: whole syllables, initials, or some of each; the last may be half typed. */
final class PinyinQuery {

    private static final int LONGEST_WORD = 30;
    private static final int LONGEST_SYLLABLE = 6;
    private static final int MOST_READINGS = 6;
    private static final int MOST_ENDINGS = 24;
    private static final int MOST_INITIALS = 4;

    private static final TreeSet<String> SYLLABLES = new TreeSet<>();

    static {
        for (String syllable : HanTables.syllables()) {
            SYLLABLES.add(typed(syllable));
        }
    }

    private PinyinQuery() {}

    /** ü is typed as v, u or yu after l and n: all become u. */
    static String typed(String pinyin) {
        String plain = pinyin.indexOf('v') < 0 ? pinyin : pinyin.replace('v', 'u');
        return plain.startsWith("lyu") || plain.startsWith("nyu") ? plain.charAt(0) + plain.substring(2) : plain;
    }

    /**
     * Tokens a name read like this must have.
     *
     * @param plain whether it is typed as one types: whole syllables, of which the last may be begun only
     */
    record Reading(List<String> tokens, boolean plain) {}

    /**
     * Readings of a word, likeliest first; empty when it isn't pinyin or is too short. {@code complete} when another word follows, so
     * that a syllable typed whole is meant whole. A short word without a plain reading is taken for initials, which are typed as well.
     */
    static List<Reading> readings(String word, boolean complete) {
        if (word.length() < 2 || word.length() > LONGEST_WORD || !isLatin(word)) {
            return List.of();
        }
        List<List<String>> cut = new ArrayList<>();
        split(typed(word), 0, new ArrayList<>(), cut);
        List<Reading> out = new ArrayList<>();
        boolean initials =
                word.length() <= MOST_INITIALS && cut.stream().noneMatch(pieces -> isPlain(pieces, complete));
        for (List<String> pieces : cut) {
            for (List<String> tokens : tokens(pieces, complete)) {
                if (!tokens.isEmpty()
                        && out.stream().noneMatch(known -> known.tokens().equals(tokens))) {
                    out.add(new Reading(tokens, initials || isPlain(pieces, complete)));
                }
            }
        }
        return out;
    }

    /** A word that is a syllable is one, or is cut into whole ones: xian is xian and xi an. */
    private static boolean isPlain(List<String> pieces, boolean complete) {
        boolean ended = complete || isWhole(String.join("", pieces));
        int whole = ended && pieces.size() > 1 ? pieces.size() : pieces.size() - 1;
        return pieces.subList(0, whole).stream().allMatch(PinyinQuery::isWhole)
                && (!complete || isWhole(pieces.getLast()));
    }

    /** Where in the syllables the word begins to fit; -1 when nowhere. */
    static int find(String word, List<String> syllables) {
        String typed = typed(word);
        if (!isLatin(typed)) {
            return -1;
        }
        for (int i = 0; i < syllables.size(); i++) {
            if (fits(typed, 0, syllables, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean fits(String word, int at, List<String> syllables, int index) {
        if (at == word.length()) {
            return true;
        }
        if (index == syllables.size()) {
            return false;
        }
        String syllable = typed(syllables.get(index));
        if (word.startsWith(syllable, at) && fits(word, at + syllable.length(), syllables, index + 1)) {
            return true;
        }
        if (syllable.startsWith(word.substring(at))) {
            return true;
        }
        return word.charAt(at) == syllable.charAt(0)
                && (fits(word, at + 1, syllables, index + 1)
                        || (isDoubleInitial(word, at)
                                && isDoubleInitial(syllable, 0)
                                && fits(word, at + 2, syllables, index + 1)));
    }

    private static void split(String word, int at, List<String> pieces, List<List<String>> out) {
        if (out.size() >= MOST_READINGS) {
            return;
        }
        if (at == word.length()) {
            if (isSteady(pieces)) {
                out.add(List.copyOf(pieces));
            }
            return;
        }
        for (int length = Math.min(LONGEST_SYLLABLE, word.length() - at); length >= 1; length--) {
            String piece = word.substring(at, at + length);
            boolean last = at + length == word.length();
            if (SYLLABLES.contains(piece) || length == 1 || (length == 2 && isDoubleInitial(piece, 0)) || last) {
                if (isBeginning(piece)) {
                    pieces.add(piece);
                    split(word, at + length, pieces, out);
                    pieces.removeLast();
                }
            }
        }
    }

    /** People type syllables and then initials, or the other way; what changes back and forth is a word of another language. */
    private static boolean isSteady(List<String> pieces) {
        int changes = 0;
        for (int i = 1; i < pieces.size(); i++) {
            boolean whole = isWhole(pieces.get(i))
                    || (i == pieces.size() - 1 && pieces.get(i).length() > 1);
            if (whole != isWhole(pieces.get(i - 1))) {
                changes++;
            }
        }
        return changes <= 1;
    }

    private static List<List<String>> tokens(List<String> pieces, boolean complete) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < pieces.size() - 1; i++) {
            if (isWhole(pieces.get(i))) {
                tokens.add(Grams.SYLLABLE + pieces.get(i));
            }
            tokens.add(Grams.INITIALS
                    + pieces.get(i).substring(0, 1)
                    + pieces.get(i + 1).charAt(0));
        }
        if (!tokens.isEmpty()) {
            return List.of(List.copyOf(tokens));
        }
        String only = pieces.getLast();
        if (complete && isWhole(only)) {
            return List.of(List.of(Grams.SYLLABLE + only));
        }
        List<List<String>> out = new ArrayList<>();
        for (String syllable : endings(only)) {
            out.add(List.of(Grams.SYLLABLE + syllable));
        }
        return out.size() > MOST_ENDINGS ? List.of() : out;
    }

    private static Set<String> endings(String beginning) {
        return SYLLABLES.subSet(beginning, beginning + Character.MAX_VALUE);
    }

    private static boolean isBeginning(String piece) {
        return !endings(piece).isEmpty();
    }

    private static boolean isWhole(String piece) {
        return piece.length() > 1 && SYLLABLES.contains(piece);
    }

    private static boolean isDoubleInitial(String text, int at) {
        if (at + 1 >= text.length() || text.charAt(at + 1) != 'h') {
            return false;
        }
        char c = text.charAt(at);
        return c == 'z' || c == 'c' || c == 's';
    }

    private static boolean isLatin(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }
}
