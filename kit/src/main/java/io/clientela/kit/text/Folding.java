package io.clientela.kit.text;

import com.ibm.icu.text.Normalizer2;

/** The search form of a text; the everyday letters by table, everything else through ICU. */
final class Folding {

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    /** Folding is repeated until nothing changes; one round does for all but oddities. */
    private static final int ROUNDS = 4;

    private static final int LATIN_FIRST = 0xC0;
    private static final int LATIN_LAST = 0x24F;
    private static final String[] LATIN = new String[LATIN_LAST - LATIN_FIRST + 1];

    static {
        for (int i = 0; i < LATIN.length; i++) {
            LATIN[i] = bare(Character.toString(LATIN_FIRST + i));
        }
    }

    private Folding() {}

    static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String more = "";
            if (c < 0x80) {
                if (c >= 'A' && c <= 'Z') {
                    c = (char) (c + ('a' - 'A'));
                } else if (isApostrophe(c)) {
                    continue;
                } else if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                    gap = true;
                    continue;
                }
            } else if (c >= LATIN_FIRST && c <= LATIN_LAST) {
                more = LATIN[c - LATIN_FIRST];
                if (more.isEmpty() || !Character.isAlphabetic(more.charAt(0))) {
                    gap = true;
                    continue;
                }
                c = more.charAt(0);
            } else if (c >= 0x4E00 && c <= HanTables.LAST) {
                c = (char) HanTables.simplified(c);
            } else {
                return slowly(text);
            }
            if (gap) {
                bridge(out, c);
                gap = false;
            }
            if (more.length() > 1) {
                out.append(more);
            } else {
                out.append(c);
            }
        }
        return out.isEmpty() ? slowly(text) : out.toString();
    }

    private static String slowly(String text) {
        String before = text;
        for (int i = 0; i < ROUNDS; i++) {
            String after = round(before);
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        return before;
    }

    private static String round(String text) {
        String folded = bare(Tidy.line(text));
        StringBuilder out = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isApostrophe(codePoint)) {
                continue;
            }
            if (!Scripts.isWordPart(codePoint) && Character.getType(codePoint) != Character.COMBINING_SPACING_MARK) {
                gap = true;
                continue;
            }
            int simple = HanTables.simplified(codePoint);
            if (gap) {
                bridge(out, simple);
                gap = false;
            }
            out.appendCodePoint(simple);
        }
        // A name of marks alone ("!!!") is still itself.
        return out.isEmpty() ? Tidy.line(folded) : out.toString();
    }

    /** Case and accents off; the Latin letters that Unicode doesn't take apart are spelt as an English keyboard would. */
    private static String bare(String text) {
        String apart = NFD.normalize(CASEFOLD.normalize(text));
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); ) {
            int codePoint = apart.codePointAt(i);
            i += Character.charCount(codePoint);
            int type = Character.getType(codePoint);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                continue;
            }
            switch (codePoint) {
                case 'æ' -> out.append("ae");
                case 'œ' -> out.append("oe");
                case 'ø' -> out.append('o');
                case 'đ', 'ð' -> out.append('d');
                case 'ħ' -> out.append('h');
                case 'ı' -> out.append('i');
                case 'ł' -> out.append('l');
                case 'ŧ' -> out.append('t');
                case 'þ' -> out.append("th");
                default -> out.appendCodePoint(codePoint);
            }
        }
        return NFC.normalize(out);
    }

    private static void bridge(StringBuilder out, int next) {
        if (!out.isEmpty() && !Scripts.isUnspaced(next) && !Scripts.isUnspaced(out.codePointBefore(out.length()))) {
            out.append(' ');
        }
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '`' || c == '´' || c == '‘' || c == '’' || c == 'ʼ' || c == 'ʻ' || c == '＇';
    }
}
