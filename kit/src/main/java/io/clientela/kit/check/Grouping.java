package io.clientela.kit.check;

/** Tells the decimal separator from the separators of thousands. */
final class Grouping {

    private Grouping() {}

    /** Digits with at most one point, ready for {@code BigDecimal}; empty when it is no number. */
    static String plain(String text, boolean decimalComma) {
        int points = 0;
        int commas = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Codes.isDigit(c)) {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c == ',') {
                commas++;
            } else if (c == 'E' && digits > 0) {
                return scientific(text);
            } else if (!isOtherSeparator(c)) {
                return "";
            }
        }
        if (digits == 0) {
            return "";
        }
        int decimal = decimalAt(text, points, commas, decimalComma);
        String whole = decimal < 0 ? text : text.substring(0, decimal);
        String fraction = decimal < 0 ? "" : text.substring(decimal + 1);
        if ((!fraction.isEmpty() && !Codes.isDigits(fraction)) || !isGrouped(whole)) {
            return "";
        }
        String ungrouped = ungroup(whole);
        return (ungrouped.isEmpty() ? "0" : ungrouped) + (fraction.isEmpty() ? "" : "." + fraction);
    }

    /** Position of the decimal separator; -1 when there is none. */
    private static int decimalAt(String text, int points, int commas, boolean decimalComma) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (points > 0 && commas > 0) {
            return Math.max(point, comma);
        }
        if (points > 1 || commas > 1 || points + commas == 0) {
            return -1;
        }
        int only = Math.max(point, comma);
        int after = text.length() - only - 1;
        boolean couldGroup =
                after == 3 && only >= 1 && only <= 3 && text.charAt(0) != '0' && Codes.isDigits(text, 0, only);
        if (!couldGroup) {
            return only;
        }
        return (comma >= 0) == decimalComma ? only : -1;
    }

    /** Groups of three behind the first, or in the Indian way of two before the last three; one kind of separator. */
    private static boolean isGrouped(String whole) {
        char separator = 0;
        int group = 0;
        int groups = 0;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (Codes.isDigit(c)) {
                group++;
                continue;
            }
            boolean fits = groups == 0 ? group >= 1 && group <= 3 : group == 2 || group == 3;
            if (!fits || (separator != 0 && c != separator)) {
                return false;
            }
            separator = c;
            groups++;
            group = 0;
        }
        return groups == 0 || group == 3;
    }

    private static String ungroup(String whole) {
        StringBuilder out = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            if (Codes.isDigit(whole.charAt(i))) {
                out.append(whole.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isOtherSeparator(char c) {
        return c == ' ' || c == '\'' || c == '’' || c == '٬';
    }

    /** A true number, unlike a document number, survives powers of ten. */
    private static String scientific(String text) {
        int e = text.indexOf('E');
        String mantissa = plain(text.substring(0, e).replace(',', '.'), false);
        String exponent = text.substring(e + 1);
        String digits = exponent.startsWith("+") || exponent.startsWith("-") ? exponent.substring(1) : exponent;
        if (mantissa.isEmpty() || !Codes.isDigits(digits) || digits.length() > 2 || Integer.parseInt(digits) > 20) {
            return "";
        }
        return new java.math.BigDecimal(mantissa)
                .scaleByPowerOfTen(Integer.parseInt(exponent))
                .toPlainString();
    }
}
