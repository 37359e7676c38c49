package io.clientela.kit.check;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The marks a spreadsheet leaves on a value that went through it. */
final class Spreadsheets {

    /** English, Chinese and Spanish Excel and LibreOffice; Chinese Excel shows the English ones. */
    private static final Set<String> ERRORS = Set.of(
            "#REF!",
            "#N/A",
            "#NA",
            "#VALUE!",
            "#NAME?",
            "#DIV/0!",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#BUSY!",
            "#GETTING_DATA",
            "#¡REF!",
            "#¡VALOR!",
            "#¿NOMBRE?",
            "#¡DIV/0!",
            "#¡NULO!",
            "#¡NUM!",
            "#N/D");

    /** A function call, a cell or a sheet after =; a function call after @; a DDE command after any of = + - @. */
    private static final Pattern FORMULA = Pattern.compile(
            "=\\s*[+\\-@]?\\s*(\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}(?![\\p{L}\\d])|[\\p{L}_][\\p{L}\\d._]{0,60}[(!]|'[^']{1,60}'!)"
                    + "|@[A-Za-z][A-Za-z.]{0,60}\\(|[=+\\-@]\\s*[A-Za-z]{1,20}\\|.*");

    private Spreadsheets() {}

    static boolean isFormula(String raw) {
        int i = 0;
        while (i < raw.length() && raw.charAt(i) <= ' ') {
            i++;
        }
        if (i == raw.length()) {
            return false;
        }
        return switch (raw.charAt(i)) {
            case '#' -> raw.length() < 20 && ERRORS.contains(raw.strip().toUpperCase(Locale.ROOT));
            case '=', '@', '+', '-' ->
                FORMULA.matcher(raw).region(i, raw.length()).lookingAt();
            default -> false;
        };
    }

    /** Text forced upon a spreadsheet: {@code ="00123"} and the apostrophe of {@code '00123}. */
    static String unwrap(String raw) {
        int last = raw.length() - 1;
        if (last >= 2 && raw.charAt(0) == '=' && raw.charAt(1) == '"' && raw.charAt(last) == '"') {
            return raw.substring(2, last);
        }
        return raw;
    }

    /** A long number shown in powers of ten, {@code 4.30104E+17}: its last digits are lost. */
    static boolean isDamagedNumber(String code) {
        int i = 0;
        int length = code.length();
        if (i < length && (code.charAt(i) == '-' || code.charAt(i) == '+')) {
            i++;
        }
        int digits = skipDigits(code, i);
        if (digits == i) {
            return false;
        }
        i = digits;
        boolean point = i < length && (code.charAt(i) == '.' || code.charAt(i) == ',');
        if (point) {
            i = skipDigits(code, i + 1);
        }
        if (i >= length || (code.charAt(i) != 'E' && code.charAt(i) != 'e')) {
            return false;
        }
        i++;
        boolean plus = i < length && code.charAt(i) == '+';
        if (plus || (point && i < length && code.charAt(i) == '-')) {
            i++;
        }
        int end = skipDigits(code, i);
        return end > i && end == length && (plus || point);
    }

    /** {@code 1.0} for 1, as a spreadsheet writes a code it takes for a number. */
    static String withoutPointZero(String code) {
        int point = code.length() - 2;
        if (point > 0 && code.endsWith(".0") && skipDigits(code, 0) == point) {
            return code.substring(0, point);
        }
        return code;
    }

    private static int skipDigits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
