package io.clientela.kit.text;

/** Names as they are kept ({@link #clean}) and as they are compared and searched ({@link #fold}). Both are idempotent. */
public final class Names {

    private Names() {}

    /**
     * The name as typed, width, composition and spacing mended: {@code 范　倩紅} becomes {@code 范倩紅}. Accents, case and
     * traditional characters stay.
     */
    public static String clean(String raw) {
        String line = Tidy.line(raw);
        return Scripts.hasHan(line) ? closeUp(line) : line;
    }

    /**
     * Search form: lower case, accents off (ñ is n, ß is ss), traditional to simplified, apostrophes gone, other marks and
     * spaces one space, none beside a Chinese character or kana.
     */
    public static String fold(String name) {
        return Folding.fold(name);
    }

    /** How many characters of a folded Chinese name are its surname: all of a single character, two of a compound one, else one. */
    public static int surnameLength(String folded) {
        boolean compound =
                folded.length() > 2 && Surnames.reading(folded.substring(0, 2)).indexOf(' ') > 0;
        return Math.min(folded.length(), compound ? 2 : 1);
    }

    /** Spaces between two Chinese characters only fill a column; the dot of transcribed names has one form, U+00B7. */
    private static String closeUp(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean between = (c == ' ' || isDot(c))
                    && !out.isEmpty()
                    && i + 1 < line.length()
                    && Scripts.isHan(out.codePointBefore(out.length()))
                    && Scripts.isHan(line.codePointAt(i + 1));
            if (!between) {
                out.append(c);
            } else if (c != ' ') {
                out.append('·');
            }
        }
        return out.toString();
    }

    private static boolean isDot(char c) {
        return c == '·' || c == '•' || c == '‧' || c == '∙' || c == '⋅' || c == '・' || c == '●';
    }
}
