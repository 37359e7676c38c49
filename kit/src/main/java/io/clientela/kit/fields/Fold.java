package io.clientela.kit.fields;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes names comparable: case, accents, width, spaces and punctuation don't count. */
final class Fold {
    private static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");
    /** Joining words differ from sheet to sheet: 批发和零售业, 批发零售; "goods and services". */
    private static final Pattern JOINING = Pattern.compile(
            "[和与及以]|的|\\b(?:and|of|the|y|e|de|del|la|las|los|el|en|para|por)\\b|&", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLASS_WORD = Pattern.compile("(?:行业|业|类)$");

    private Fold() {}

    static String of(String text) {
        String plain = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().forEach(each -> {
            if (Character.isLetterOrDigit(each)) {
                folded.appendCodePoint(each);
            }
        });
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Without joining words and words for "line of business"; only for names that nothing matches as they stand. */
    static String loosely(String text) {
        String joined = of(JOINING.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(""));
        return CLASS_WORD.matcher(joined).replaceFirst("");
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN);
    }

    /** Traditional Chinese characters as simplified ones. */
    static String simplified(String text) {
        return SIMPLIFY.transliterate(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            // Compatibility forms begin above U+F900; accents stand between ASCII and the ideographs.
            if (each >= 0x80 && (each < 0x4E00 || each > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }
}
