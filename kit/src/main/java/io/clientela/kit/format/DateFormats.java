package io.clientela.kit.format;

/** Tells whether a number format of a workbook shows a date or time (ECMA-376 part 1, 18.8.30). */
final class DateFormats {

    private DateFormats() {}

    static boolean isDate(int id, String format) {
        boolean builtIn =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        return builtIn || (!format.isEmpty() && hasDateLetters(format));
    }

    private static boolean hasDateLetters(String format) {
        boolean quoted = false;
        int brackets = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
                // The next character is shown, filled or measured as it is.
                i++;
            } else if (!quoted && c == '[') {
                brackets++;
            } else if (!quoted && c == ']') {
                brackets--;
            } else if (!quoted && c == ';') {
                return false;
            } else if (!quoted && brackets == 0 && "yYmMdDhHsS年月日".indexOf(c) >= 0) {
                return true;
            } else if (!quoted && brackets == 0 && (c == 'G' || c == 'g')) {
                return false;
            }
        }
        return false;
    }
}
