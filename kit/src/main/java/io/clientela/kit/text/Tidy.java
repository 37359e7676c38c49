package io.clientela.kit.text;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;

/**
 * Removes from a text what its writer never meant to type, and nothing a reader would miss.
 *
 * <p>NFKC with the exceptions of {@link #KEPT}: "Mª José" and "Acme™" are how those names look on paper.
 */
public final class Tidy {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    /** Their compatibility form changes what is read: ordinals, superscripts, fractions, spacing accents, trade marks. */
    private static final String KEPT = "[ªº²³¹´¨¯¸¼½¾™℠…№]";

    private static final Normalizer2 TYPED =
            new FilteredNormalizer2(NFKC, new UnicodeSet(KEPT).complement().freeze());

    private Tidy() {}

    /** One line: width and composition mended, invisible characters gone, every run of white space one space, trimmed. */
    public static String line(String raw) {
        return isPlain(raw) ? raw : normalise(raw, TYPED, false);
    }

    /** As {@link #line}, but line breaks stay (as {@code \n}), each line trimmed, at most one empty line in a row. */
    public static String lines(String raw) {
        return isPlain(raw) ? raw : normalise(raw, TYPED, true);
    }

    /** For values made for machines: as {@link #line} with full NFKC, all digits and all kinds of dashes and dots in ASCII. */
    public static String code(String raw) {
        if (isAscii(raw)) {
            return line(raw);
        }
        String text = normalise(withoutJoiners(raw), NFKC, false);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint > 0x7F && Character.isDigit(codePoint)) {
                out.append((char) ('0' + Character.digit(codePoint, 10)));
            } else if (codePoint == 0x2212 || Character.getType(codePoint) == Character.DASH_PUNCTUATION) {
                out.append('-');
            } else if (codePoint == '。') {
                out.append('.');
            } else if (codePoint == '、') {
                out.append(',');
            } else {
                out.appendCodePoint(codePoint);
            }
        }
        return out.toString();
    }

    /** Nothing visible in it, so no value: also no-break spaces, zero-width characters, byte order marks. */
    public static boolean isBlank(String raw) {
        for (int i = 0; i < raw.length(); ) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            if (!isSpace(codePoint) && !isBreak(codePoint) && !isDropped(codePoint) && !isJoiner(codePoint)) {
                return false;
            }
        }
        return true;
    }

    /** A character that has no place in a name: control, direction override, half a surrogate pair, damaged encoding. */
    public static boolean isHarmful(int codePoint) {
        return (codePoint < 0x20 && !isBreak(codePoint) && codePoint != '\t')
                || (codePoint >= 0x7F && codePoint <= 0x9F && codePoint != 0x85)
                || codePoint == 0x202D
                || codePoint == 0x202E
                || codePoint == 0xFFFD
                || isBroken(codePoint);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** The common case needs no copy: visible ASCII, composed Latin letters, common Chinese, single spaces inside. */
    private static boolean isPlain(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (space) {
                    return false;
                }
                space = true;
            } else if ((c > ' ' && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xC0 && c <= 0x130)) {
                space = false;
            } else {
                return false;
            }
        }
        return !space || text.isEmpty();
    }

    private static String normalise(String raw, Normalizer2 form, boolean keepBreaks) {
        // Invisible characters go first: one of them may stand between a letter and its accent.
        String text = form.normalize(visible(raw));
        for (String before = ""; hasJoiner(text) && !text.equals(before); ) {
            // What a joiner stood beside may have become ASCII, or a letter with the accent that stood behind the
            // joiner before it.
            before = text;
            text = form.normalize(visible(text));
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        int breaks = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isBreak(codePoint) && keepBreaks) {
                if (codePoint == '\r' && i < text.length() && text.charAt(i) == '\n') {
                    i++;
                }
                breaks++;
            } else if (isSpace(codePoint) || isBreak(codePoint)) {
                space = true;
            } else {
                if (!out.isEmpty()) {
                    if (breaks > 0) {
                        out.append(breaks == 1 ? "\n" : "\n\n");
                    } else if (space) {
                        out.append(' ');
                    }
                }
                space = false;
                breaks = 0;
                out.appendCodePoint(codePoint);
            }
        }
        return out.toString();
    }

    private static String visible(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isDropped(codePoint) || (isJoiner(codePoint) && !joins(out, raw, i))) {
                continue;
            }
            out.appendCodePoint(codePoint);
        }
        return out.toString();
    }

    /** Joiners matter inside Persian and Indic words and emoji; beside ASCII or a space they are litter. */
    private static boolean joins(StringBuilder before, String raw, int next) {
        return !before.isEmpty()
                && isJoinable(before.codePointBefore(before.length()))
                && next < raw.length()
                && isJoinable(raw.codePointAt(next));
    }

    private static boolean isJoinable(int codePoint) {
        return codePoint >= 0x300
                && !isSpace(codePoint)
                && !isBreak(codePoint)
                && !isDropped(codePoint)
                && !isJoiner(codePoint);
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }

    private static boolean hasJoiner(String text) {
        return text.indexOf(0x200C) >= 0 || text.indexOf(0x200D) >= 0;
    }

    private static String withoutJoiners(String text) {
        return hasJoiner(text) ? text.replace("\u200C", "").replace("\u200D", "") : text;
    }

    private static boolean isSpace(int codePoint) {
        return codePoint == ' '
                || codePoint == '\t'
                || codePoint == 0xA0
                || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }

    private static boolean isBreak(int codePoint) {
        return (codePoint >= '\n' && codePoint <= '\r')
                || codePoint == 0x85
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    private static boolean isDropped(int codePoint) {
        if (codePoint < 0x20) {
            return codePoint != '\t' && !isBreak(codePoint);
        }
        if (codePoint < 0x7F) {
            return false;
        }
        return (codePoint <= 0x9F && codePoint != 0x85)
                || codePoint == 0xAD
                || codePoint == 0x61C
                || codePoint == 0x180E
                || codePoint == 0x200B
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2060 && codePoint <= 0x206F)
                || codePoint == 0xFEFF
                || (codePoint >= 0xFFF9 && codePoint <= 0xFFFB)
                || (codePoint >= 0x1D173 && codePoint <= 0x1D17A)
                || (codePoint >= 0xE0000 && codePoint <= 0xE007F)
                || isBroken(codePoint);
    }

    /** Can't be written as UTF-8 or is promised never to be a character. */
    private static boolean isBroken(int codePoint) {
        return (codePoint >= 0xD800 && codePoint <= 0xDFFF)
                || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF)
                || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
