package io.clientela.kit.format;

/**
 * Characters that XML can't hold or would change stand in a workbook as {@code _x000D_} (ECMA-376 part 1, 22.9.2.19); a text
 * that looks so by itself has its first underscore written that way.
 */
final class XlsxEscapes {

    private XlsxEscapes() {}

    static String escaped(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (needsEscape(text, i, c)) {
                out = out == null ? new StringBuilder(text.substring(0, i)) : out;
                out.append("_x%04X_".formatted((int) c));
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (isEscape(text, i)) {
                plain.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
                i += 7;
            } else {
                plain.append(text.charAt(i));
                i++;
            }
        }
        return plain.toString();
    }

    private static boolean needsEscape(String text, int at, char c) {
        return switch (c) {
            case '\t', '\n' -> false;
            case '_' -> isEscape(text, at);
            // Readers and writers of XML disagree over these; the last two are no characters.
            case 0x85, 0x2028, 0x2029, 0xFFFE, 0xFFFF -> true;
            default -> c < 0x20 || (c >= 0x7F && c <= 0x9F) || (Character.isSurrogate(c) && !paired(text, at));
        };
    }

    private static boolean paired(String text, int at) {
        int codePoint = text.codePointAt(at);
        boolean leads = codePoint > 0xFFFF;
        return leads || (at > 0 && text.codePointAt(at - 1) > 0xFFFF);
    }

    private static boolean isEscape(String text, int i) {
        return text.startsWith("_x", i) && i + 6 < text.length() && text.charAt(i + 6) == '_' && hex(text, i + 2);
    }

    private static boolean hex(String text, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }
}
