package io.clientela.kit.text;

import java.util.function.Consumer;

/** The kinds of tokens and how texts are cut into them; the first character of a token is its kind. */
final class Grams {

    /** Piece of a folded name: two or three characters, or one Chinese character of a short name. */
    static final char NAME = 'n';
    /** A whole syllable of pinyin. */
    static final char SYLLABLE = 'p';
    /** First letters of two neighbouring syllables. */
    static final char INITIALS = 'i';
    /** Four digits of a telephone number. */
    static final char TELEPHONE = 't';
    /** Three characters of an e-mail's local part. */
    static final char EMAIL = 'e';
    /** A whole name, its words in the order of the alphabet, or the whole of it as it is spoken. */
    static final char WHOLE = 'w';
    /** How a word begins: one Chinese character, or two letters. */
    static final char START = 's';
    /** The letter a Chinese name begins with as it is spoken. */
    static final char SPOKEN = 'l';
    /** A whole e-mail domain. */
    static final char DOMAIN = '@';

    private Grams() {}

    /** Every run of {@code size} characters inside a word; a word is what stands between spaces. */
    static void of(char kind, String text, int size, Consumer<String> out) {
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int end = space < 0 ? text.length() : space;
            int start = from;
            while (start < end) {
                int stop = start;
                int length = 0;
                while (length < size && stop < end) {
                    stop += Character.charCount(text.codePointAt(stop));
                    length++;
                }
                if (length < size) {
                    break;
                }
                out.accept(kind + text.substring(start, stop));
                start += Character.charCount(text.codePointAt(start));
            }
            from = end + 1;
        }
    }

    /**
     * As few runs as hold every character of a word without spaces: whatever has them all nearly always has the word, and each run
     * less is a list less to look up.
     */
    static void covering(char kind, String word, int size, Consumer<String> out) {
        int[] characters = word.codePoints().toArray();
        for (int start = 0; start + size <= characters.length; start += size) {
            out.accept(kind + new String(characters, start, size));
        }
        if (characters.length > size && characters.length % size > 0) {
            out.accept(kind + new String(characters, characters.length - size, size));
        }
    }
}
