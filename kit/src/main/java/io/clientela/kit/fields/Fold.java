package io.clientela.kit.fields;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names comparable: case, accents, width, spaces and punctuation don't count. */
final class Fold {
    private static final char FIRST_HAN = 0x3400;
    private static final char LAST_HAN = 0x9FFF;
    /** Joining words differ from sheet to sheet: 批发和零售业, 批发零售; "goods and services". */
    private static final Set<String> JOINING_WORDS =
            Set.of("and", "of", "the", "y", "e", "de", "del", "la", "las", "los", "el", "en", "para", "por");

    private static final String JOINING_CHARACTERS = "和与及以的";

    private static final Pattern CLASS_WORD = Pattern.compile("(?:行业|业|类)$");

    private Fold() {}

    static String of(String text) {
        String plain = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char each = plain.charAt(i);
            // Characters beyond the basic plane are rare names' ideographs: kept.
            if (Character.isLetterOrDigit(each) || Character.isSurrogate(each)) {
                folded.append(each);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Without joining words and words for "line of business"; only for names that nothing matches as they stand. */
    static String loosely(String text) {
        if (!hasHan(text) && text.indexOf(' ') < 0) {
            return of(text);
        }
        StringBuilder joined = new StringBuilder(text.length());
        for (String word : text.split(" ")) {
            if (!JOINING_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                word.chars()
                        .filter(each -> JOINING_CHARACTERS.indexOf(each) < 0)
                        .forEach(each -> joined.append((char) each));
            }
        }
        return CLASS_WORD.matcher(of(joined.toString())).replaceFirst("");
    }

    static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if ((each >= FIRST_HAN && each <= LAST_HAN) || Character.isHighSurrogate(each)) {
                return true;
            }
        }
        return false;
    }

    /** Traditional Chinese characters as simplified ones, each by itself, so that the length stays. */
    static String simplified(String text) {
        char[] characters = text.toCharArray();
        boolean changed = false;
        for (int i = 0; i < characters.length; i++) {
            char each = characters[i];
            if (each >= FIRST_HAN && each <= LAST_HAN) {
                characters[i] = Simplified.TABLE[each - FIRST_HAN];
                changed |= characters[i] != each;
            }
        }
        return changed ? new String(characters) : text;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            // Compatibility forms begin above U+F900; accents stand between ASCII and the ideographs.
            if (each >= 0x80 && (each < 0x4E00 || each > LAST_HAN)) {
                return false;
            }
        }
        return true;
    }

    /** ICU's transliterator costs microseconds a call and is asked a million times in an import: asked once for all. */
    private static final class Simplified {
        static final char[] TABLE = table();

        private static char[] table() {
            StringBuilder all = new StringBuilder();
            for (char each = FIRST_HAN; each <= LAST_HAN; each++) {
                all.append(each).append(' ');
            }
            String[] simplified = Transliterator.getInstance("Traditional-Simplified")
                    .transliterate(all.toString())
                    .split(" ");
            char[] table = new char[simplified.length];
            for (int i = 0; i < table.length; i++) {
                table[i] = simplified[i].length() == 1 ? simplified[i].charAt(0) : (char) (FIRST_HAN + i);
            }
            return table;
        }
    }
}
