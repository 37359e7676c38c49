package io.clientela.kit.check;

import io.clientela.kit.text.Tidy;
import java.util.Locale;

/** Cleaning of values made of letters and digits: width, separators, case, what a spreadsheet did to them. */
final class Codes {

    /** Nothing checked here is longer; also keeps hostile input cheap. */
    static final int LONGEST = 300;

    private Codes() {}

    /** Upper case without spaces and without the given separators; leading apostrophes and a trailing {@code .0} go too. */
    static String compact(String raw, String separators) {
        // A closing .0 shows once the other separators are gone, and is none once the points are gone.
        String code = Spreadsheets.withoutPointZero(without(tidy(raw), separators.replace(".", "") + " "));
        return (separators.indexOf('.') < 0 ? code : without(code, ".")).toUpperCase(Locale.ROOT);
    }

    private static String without(String text, String separators) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (separators.indexOf(text.charAt(i)) < 0) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    static String compact(String raw) {
        return compact(raw, "-._/");
    }

    /** {@link Tidy#code}, and the apostrophe gone by which a spreadsheet is told to take digits for text. */
    static String tidy(String raw) {
        String code = Tidy.code(raw);
        while (code.length() > 1 && (code.charAt(0) == '\'' || code.charAt(0) == '’')) {
            code = code.substring(1).strip();
        }
        return code;
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && isDigits(text, 0, text.length());
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** ASCII capital letters and digits only. */
    static boolean isAlphanumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static Checked badLength(String expected, int found) {
        return Checked.refused(Fault.BAD_LENGTH, "expected", expected, "found", Integer.toString(found));
    }

    static Checked badCheck(String expected) {
        return Checked.refused(Fault.BAD_CHECK_DIGIT, "expected", expected);
    }
}
