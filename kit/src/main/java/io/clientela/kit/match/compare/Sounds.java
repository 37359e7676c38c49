package io.clientela.kit.match.compare;

import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;
import java.util.List;

/**
 * What a name sounds like to somebody who writes it down: texts of one sound are looked at together.
 *
 * <p>Latin letters after the manner of NYSIIS (Taft, New York State Identification and Intelligence System, 1970), kept coarse;
 * Chinese by pinyin with the syllables that many speakers don't tell apart made one (zh z, ch c, sh s, ng n, l n: the fuzzy
 * pinyin of every input method).
 */
public final class Sounds {

    private static final int LONGEST = 5;

    private Sounds() {}

    /** The sound of a folded name; never empty for a text with a letter or digit. */
    public static String of(String folded) {
        if (Scripts.hasHan(folded)) {
            StringBuilder out = new StringBuilder();
            for (String syllable : Pinyin.syllables(folded)) {
                out.append(fuzzy(syllable)).append(' ');
            }
            return out.toString().strip();
        }
        return latin(folded);
    }

    /** Whether two Chinese texts are written with the same number of syllables, all of the same sound. */
    public static boolean homophones(String a, String b) {
        List<String> first = Pinyin.syllables(a);
        List<String> second = Pinyin.syllables(b);
        if (first.isEmpty() || first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!fuzzy(first.get(i)).equals(fuzzy(second.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String fuzzy(String syllable) {
        String out = syllable;
        if (out.startsWith("zh") || out.startsWith("ch") || out.startsWith("sh")) {
            out = out.charAt(0) + out.substring(2);
        } else if (out.startsWith("l")) {
            out = "n" + out.substring(1);
        }
        return out.endsWith("ng") ? out.substring(0, out.length() - 1) : out;
    }

    private static String latin(String folded) {
        StringBuilder out = new StringBuilder(LONGEST);
        char last = 0;
        for (int i = 0; i < folded.length() && out.length() < LONGEST; i++) {
            char c = folded.charAt(i);
            char next = i + 1 < folded.length() ? folded.charAt(i + 1) : ' ';
            char sound = switch (c) {
                case 'p' -> next == 'h' ? 'f' : 'p';
                case 'c', 'q', 'x' -> 'k';
                case 'z' -> 's';
                case 'v' -> 'w';
                case 'b', 'd', 'f', 'g', 'j', 'k', 'l', 'm', 'n', 'r', 's', 't', 'w' -> c;
                case 'a', 'e', 'i', 'o', 'u', 'y', 'h', ' ' -> out.isEmpty() ? (c == 'h' ? 'h' : 'a') : 0;
                default -> c;
            };
            if (sound != 0 && sound != last) {
                out.append(sound);
            }
            last = sound;
        }
        return out.toString();
    }
}
