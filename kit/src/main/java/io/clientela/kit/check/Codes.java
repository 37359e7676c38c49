package io.clientela.kit.check;

import io.clientela.kit.text.Tidy;
import java.util.Locale;

/** Cleaning of values made of letters and digits: width, separators, case, what a spreadsheet did to them. */
final class Codes {

    /** Nothing checked here is longer; also keeps hostile input cheap. */
    static final int LONGEST = 300;

    private Codes() {}

    /** Upper case without spaces and without the given separators; a leading apostrophe and a trailing {@code .0} go too. */
    static String compact(String raw, String separators) {
        String code = Spreadsheets.withoutPointZero(tidy(raw));
        StringBuilder out = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c != ' ' && separators.indexOf(c) < 0) {
                out.append(c);
            }
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }

    static String compact(String raw) {
        return compact(raw, "-._/");
    }

    static String tidy(String raw) {
        String code = Tidy.code(raw);
        return code.length() > 1 && (code.charAt(0) == '\'' || code.charAt(0) == '’')
                ? code.substring(1).strip()
                : code;
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
