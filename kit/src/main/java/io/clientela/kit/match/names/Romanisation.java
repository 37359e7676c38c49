package io.clientela.kit.match.names;

import com.ibm.icu.text.Transliterator;
import io.clientela.kit.text.Names;
import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A name in Latin letters as its bearer's country writes it in passports, folded. Chinese by pinyin, Cyrillic and Greek by
 * table (after BGN/PCGN and ELOT 743), Korean by sound (Revised Romanisation), everything else through ICU.
 */
final class Romanisation {

    private static final String CYRILLIC = """
            а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch
            ъ - ы y ь - э e ю yu я ya і i ї i є ye ґ g ў u ђ dj ј j љ l њ n ћ c џ dz ѓ g ќ k ѕ dz қ k ғ g ң n ү u ұ u ө o ә a һ h ҳ kh ҷ j ӣ i ӯ u
            """;
    private static final String GREEK = """
            α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
            """;
    private static final String[] INITIALS = {
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"
    };
    private static final String[] VOWELS = {
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
        "ui", "i"
    };
    private static final String[] FINALS = {
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t"
    };
    private static final char FIRST_HANGUL = 0xAC00;
    private static final char LAST_HANGUL = 0xD7A3;
    private static final int LONGEST_KOREAN = 4;

    private static final Map<Character, String> LETTERS = letters();

    private Romanisation() {}

    /** Folded Latin words apart by spaces; a text that is Latin already is only folded. */
    static String of(String name) {
        String folded = Names.fold(name);
        boolean table = false;
        boolean other = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 0x80) {
                boolean known = LETTERS.containsKey(c) || isHangul(c);
                table |= known;
                other |= !known;
            }
        }
        if (!table && !other) {
            return folded;
        }
        if (Scripts.hasHan(folded)) {
            return Names.fold(Pinyin.full(folded).replace("v", "u") + ' ' + withoutHan(folded));
        }
        String tabled = table ? byTable(folded) : folded;
        return other ? Names.fold(Any.LATIN.transliterate(tabled)) : tabled;
    }

    /** Whether the script writes no short vowels, so that only consonants can be compared. */
    static boolean isVowelless(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x0590 && c <= 0x06FF) {
                return true;
            }
        }
        return false;
    }

    static boolean isHangul(char c) {
        return c >= FIRST_HANGUL && c <= LAST_HANGUL;
    }

    private static String byTable(String folded) {
        StringBuilder out = new StringBuilder(folded.length() + 8);
        int start = 0;
        while (start < folded.length()) {
            int space = folded.indexOf(' ', start);
            int end = space < 0 ? folded.length() : space;
            if (!out.isEmpty()) {
                out.append(' ');
            }
            word(folded.substring(start, end), out);
            start = end + 1;
        }
        return out.toString();
    }

    private static void word(String word, StringBuilder out) {
        boolean korean = word.chars().allMatch(c -> isHangul((char) c)) && word.length() <= LONGEST_KOREAN;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (isHangul(c)) {
                String surname = korean && i == 0 && word.length() > 1 ? surname(word) : "";
                out.append(surname.isEmpty() ? syllable(c) : surname + ' ');
            } else {
                out.append(digraph(word, i).orElseGet(() -> LETTERS.getOrDefault(c, String.valueOf(c))));
            }
        }
    }

    private static String surname(String word) {
        return GivenNames.KOREAN_SURNAMES.getOrDefault(word.substring(0, 1), "");
    }

    /** Greek spells some single sounds with two letters: ου is u. */
    private static Optional<String> digraph(String word, int at) {
        if (word.charAt(at) == 'υ' && at > 0) {
            return switch (word.charAt(at - 1)) {
                case 'ο' -> Optional.of("u");
                case 'α', 'ε' -> Optional.of("v");
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static String syllable(char c) {
        int index = c - FIRST_HANGUL;
        return INITIALS[index / (21 * 28)] + VOWELS[index / 28 % 21] + FINALS[index % 28];
    }

    private static String withoutHan(String folded) {
        StringBuilder out = new StringBuilder();
        folded.codePoints().filter(c -> !Scripts.isHan(c) && !Scripts.isKana(c)).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static Map<Character, String> letters() {
        Map<Character, String> letters = new HashMap<>();
        String[] cells = (CYRILLIC + GREEK).strip().split("\\s+");
        for (int i = 0; i + 1 < cells.length; i += 2) {
            letters.put(cells[i].charAt(0), cells[i + 1].equals("-") ? "" : cells[i + 1]);
        }
        return Map.copyOf(letters);
    }

    /** Loads a script's rules when it meets the script. */
    private static final class Any {
        static final Transliterator LATIN = Transliterator.getInstance("Any-Latin");
    }
}
