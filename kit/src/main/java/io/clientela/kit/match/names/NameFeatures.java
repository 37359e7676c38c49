package io.clientela.kit.match.names;

import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;
import java.util.ArrayList;
import java.util.List;

/** What a name is found by: its Chinese characters, their syllables, its words by sound and beginning, places, lines of business. */
final class NameFeatures {

    static final char CHARACTER = 'c';
    static final char SYLLABLE = 'p';
    static final char MEANING = 'm';
    static final char SOUND = 's';
    static final char BEGINNING = 'b';
    private static final int SHORTEST_BEGINNING = 3;

    private NameFeatures() {}

    /** All features of a name that is looked for. */
    static List<String> of(EnterpriseName name) {
        List<String> out = new ArrayList<>();
        if (name.isHan()) {
            characters(name.folded(), out);
            for (String syllable : Pinyin.syllables(name.folded())) {
                out.add(SYLLABLE + syllable);
            }
        }
        words(name, out);
        return out;
    }

    /** What a text asks for: in Chinese characters, else sounds, meanings and syllables. */
    static List<String> asked(EnterpriseName text) {
        List<String> out = new ArrayList<>();
        if (text.isHan()) {
            characters(text.folded(), out);
            return out;
        }
        words(text, out);
        Words words = text.words();
        for (int i = 0; i < words.count(); i++) {
            if (words.kind(i) == Kind.TELLING || words.kind(i) == Kind.PLACE) {
                for (String syllable : Pinyin.split(words.text(i))) {
                    out.add(SYLLABLE + syllable);
                }
            }
        }
        return out;
    }

    private static void characters(String folded, List<String> out) {
        folded.codePoints().filter(Scripts::isHan).forEach(c -> out.add(CHARACTER + Character.toString(c)));
    }

    private static void words(EnterpriseName name, List<String> out) {
        Words words = name.words();
        for (int i = 0; i < words.count(); i++) {
            if (words.group(i, 0) != 0) {
                out.add(MEANING + Integer.toString(words.group(i, 0)));
            } else {
                String word = words.text(i);
                out.add(SOUND + Sounds.of(word));
                if (word.length() >= SHORTEST_BEGINNING) {
                    out.add(BEGINNING + word.substring(0, SHORTEST_BEGINNING));
                }
            }
        }
    }
}
