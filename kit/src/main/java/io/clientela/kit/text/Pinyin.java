package io.clientela.kit.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How a Chinese name is typed on a Latin keyboard: one reading for each character, without tones, ü as v. A name of two to
 * four characters is taken for a person's and its surname read as such ({@code 单于飞} is chan yu fei).
 */
public final class Pinyin {

    private static final int LONGEST_PERSON = 4;
    private static final int LONGEST_SYLLABLE = 6;

    private Pinyin() {}

    /** The syllables of the Chinese characters, in order; whatever else stands in the name is left out. */
    public static List<String> syllables(String name) {
        StringBuilder han = new StringBuilder();
        boolean other = false;
        for (int i = 0; i < name.length(); ) {
            int codePoint = name.codePointAt(i);
            i += Character.charCount(codePoint);
            if (!HanTables.reading(codePoint).isEmpty()) {
                han.append((char) HanTables.simplified(codePoint));
            } else if (Scripts.isWordPart(codePoint)) {
                other = true;
            }
        }
        List<String> out = new ArrayList<>(han.length());
        int from = 0;
        if (!other && han.length() >= 2 && han.length() <= LONGEST_PERSON) {
            from = readSurname(han, out);
        }
        for (int i = from; i < han.length(); i++) {
            out.add(HanTables.reading(han.charAt(i)));
        }
        return out;
    }

    /** Syllables apart by a space: {@code wang xiao yan}; empty where there are no Chinese characters. */
    public static String full(String name) {
        return String.join(" ", syllables(name));
    }

    /** First letters: {@code wxy}. */
    public static String initials(String name) {
        StringBuilder out = new StringBuilder();
        for (String syllable : syllables(name)) {
            out.append(syllable.charAt(0));
        }
        return out.toString();
    }

    /** A word of pinyin cut into the fewest syllables it can be: {@code wanjia} is wan jia; empty where it can't. */
    public static List<String> split(String word) {
        int length = word.length();
        int[] fewest = new int[length + 1];
        int[] from = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            fewest[end] = Integer.MAX_VALUE;
            for (int start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
                boolean better = fewest[start] != Integer.MAX_VALUE && fewest[start] + 1 < fewest[end];
                if (better && HanTables.isSyllable(word.substring(start, end))) {
                    fewest[end] = fewest[start] + 1;
                    from[end] = start;
                }
            }
        }
        List<String> out = new ArrayList<>();
        for (int end = length; end > 0 && fewest[length] != Integer.MAX_VALUE; end = from[end]) {
            out.addFirst(word.substring(from[end], end));
        }
        return List.copyOf(out);
    }

    private static int readSurname(StringBuilder han, List<String> out) {
        if (han.length() > 2) {
            String both = Surnames.reading(han.substring(0, 2));
            if (!both.isEmpty()) {
                int space = both.indexOf(' ');
                out.add(both.substring(0, space));
                out.add(both.substring(space + 1));
                return 2;
            }
        }
        String first = Surnames.reading(han.substring(0, 1));
        if (first.isEmpty()) {
            return 0;
        }
        out.add(first);
        return 1;
    }
}
