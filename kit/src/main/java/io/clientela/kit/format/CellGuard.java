package io.clientela.kit.format;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet program from running a cell of a CSV file as a formula: such a cell gets an apostrophe in front, and
 * reading takes it away again. For every text {@code release(guard(text))} is the text.
 *
 * <p>Dangerous are cells that begin with {@code = + - @}, their full-width forms, tab, carriage return or line feed (OWASP,
 * "CSV Injection"). Plain numbers and E.164 telephone numbers begin with + or - and can do nothing, so they stay as they are
 * and other programs can read them. On reading, an apostrophe is also taken from in front of a digit: many registers write
 * {@code '430104…} by hand to keep the digits of a long number.
 */
final class CellGuard {

    private static final String TRIGGERS = "=+-@＝＋－＠\t\r\n";
    private static final Pattern HARMLESS =
            Pattern.compile("[+-]?[0-9]{1,20}([.,][0-9]{1,10})?%?|\\+[0-9]{7,15}(;ext=[0-9]{1,10})?");

    private CellGuard() {}

    static String guard(String text) {
        boolean runs = !text.isEmpty()
                && triggers(text.charAt(0))
                && !HARMLESS.matcher(text).matches();
        return runs || released(text) ? "'" + text : text;
    }

    static String release(String text) {
        return released(text) ? text.substring(1) : text;
    }

    private static boolean released(String text) {
        int after = 0;
        while (after < text.length() && text.charAt(after) == '\'') {
            after++;
        }
        return after > 0 && after < text.length() && (triggers(text.charAt(after)) || digit(text.charAt(after)));
    }

    private static boolean triggers(char first) {
        return TRIGGERS.indexOf(first) >= 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
