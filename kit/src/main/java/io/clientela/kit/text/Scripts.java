package io.clientela.kit.text;

/** Which writing system a text is in, as far as names need to know. */
public final class Scripts {

    private Scripts() {}

    /** A Chinese character, 々 and 〇 included. */
    public static boolean isHan(int codePoint) {
        if (codePoint < 0x3005) {
            return false;
        }
        if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
            return true;
        }
        return codePoint == 0x3005
                || codePoint == 0x3007
                || (codePoint >= 0x3400 && codePoint <= 0x4DBF)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFF);
    }

    /** Hiragana or katakana, full or half width, the long vowel mark included. */
    public static boolean isKana(int codePoint) {
        return (codePoint >= 0x3040 && codePoint <= 0x30FF && codePoint != 0x30FB)
                || (codePoint >= 0x31F0 && codePoint <= 0x31FF)
                || (codePoint >= 0xFF66 && codePoint <= 0xFF9F);
    }

    /** Scripts written without spaces between words, where a space carries no meaning for search. */
    static boolean isUnspaced(int codePoint) {
        return isHan(codePoint) || isKana(codePoint);
    }

    public static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isHan(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    /** Every letter is Chinese; marks, spaces and digits don't count. False for a text without letters. */
    public static boolean isAllHan(String text) {
        boolean any = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isHan(codePoint)) {
                any = true;
            } else if (Character.isAlphabetic(codePoint)) {
                return false;
            }
        }
        return any;
    }

    public static boolean hasKana(String text) {
        return text.codePoints().anyMatch(Scripts::isKana);
    }

    public static boolean hasLatin(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    /** A letter or a digit of any script. */
    public static boolean hasLetterOrDigit(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isWordPart(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    static boolean isWordPart(int codePoint) {
        return Character.isAlphabetic(codePoint) || Character.isDigit(codePoint);
    }
}
