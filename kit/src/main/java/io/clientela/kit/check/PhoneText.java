package io.clientela.kit.check;

import java.util.Locale;

/**
 * A telephone number taken apart as it was typed.
 *
 * @param digits what is dialled; empty where other things than digits and separators stand in it
 * @param international a plus stood before
 * @param extension digits behind ext, x, # or 转
 * @param damaged a spreadsheet wrote it in powers of ten
 */
record PhoneText(String digits, boolean international, String extension, boolean damaged) {

    private static final String[] EXTENSIONS = {";ext=", "extension", "ext.", "ext", "分机", "分機", "转", "轉", "#", "x"};
    private static final String SEPARATORS = " -()[]/.·~_,\u00A0";
    private static final int LONGEST_EXTENSION = 7;
    private static final int MOST_DIGITS = 20;

    private static final PhoneText NONE = new PhoneText("", false, "", false);

    static PhoneText of(String raw) {
        String text = Spreadsheets.withoutPointZero(Codes.tidy(raw)).toLowerCase(Locale.ROOT);
        if (text.length() > Codes.LONGEST) {
            return NONE;
        }
        if (Spreadsheets.isDamagedNumber(text)) {
            return new PhoneText("", false, "", true);
        }
        text = withoutLabel(text);
        String extension = "";
        for (String word : EXTENSIONS) {
            int at = text.indexOf(word);
            if (at > 0) {
                extension = digits(text.substring(at + word.length()).replace(":", ""));
                if (extension.isEmpty() || extension.length() > LONGEST_EXTENSION) {
                    return NONE;
                }
                text = text.substring(0, at);
                break;
            }
        }
        int plus = text.indexOf('+');
        if (plus >= 0 && !digits(text.substring(0, plus)).isEmpty()) {
            return NONE;
        }
        String number = digits(plus < 0 ? text : text.substring(plus + 1));
        if (extension.isEmpty()) {
            int dash = extensionDash(text);
            if (dash > 0) {
                extension = text.substring(dash + 1);
                number = digits(text.substring(plus + 1, dash));
            }
        }
        if (number.length() > MOST_DIGITS || (plus >= 0 && !isBlankBefore(text, plus))) {
            return NONE;
        }
        return new PhoneText(number, plus >= 0, extension, false);
    }

    /** As it stands behind the number in the canonical form. */
    String suffix() {
        return extension.isEmpty() ? "" : ";ext=" + extension;
    }

    /** The Chinese way, 010-62345678-801: area code, line, extension. */
    private static int extensionDash(String text) {
        int last = text.lastIndexOf('-');
        int first = text.indexOf('-');
        if (last <= first || text.length() - last - 1 > 5 || !Codes.isDigits(text.substring(last + 1))) {
            return -1;
        }
        boolean area = first >= 3 && first <= 4 && text.charAt(0) == '0' && Codes.isDigits(text, 0, first);
        int line = last - first - 1;
        return area && line >= 7 && line <= 8 && Codes.isDigits(text, first + 1, last) ? last : -1;
    }

    /** {@code Tel: 010…}, {@code 电话：138…}, {@code tel:+34…}. */
    private static String withoutLabel(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon > 20) {
            return text;
        }
        for (int i = 0; i < colon; i++) {
            if (Codes.isDigit(text.charAt(i))) {
                return text;
            }
        }
        return text.substring(colon + 1).strip();
    }

    private static boolean isBlankBefore(String text, int end) {
        return text.substring(0, end).chars().allMatch(c -> SEPARATORS.indexOf(c) >= 0);
    }

    /** Empty where something else than digits and separators stands there. */
    private static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Codes.isDigit(c)) {
                out.append(c);
            } else if (SEPARATORS.indexOf(c) < 0) {
                return "";
            }
        }
        return out.toString();
    }
}
