package io.clientela.kit.check;

/** ISO/IEC 7064 MOD 97-10 over letters and digits, A being 10. */
final class Mod97 {

    private Mod97() {}

    /** Remainder of the text read as a number; the text must be ASCII capital letters and digits. */
    static int of(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest;
    }

    /** The two check digits that make {@code body} followed by them leave 1. */
    static String checkDigits(String body) {
        int digits = 98 - of(body + "00");
        return digits < 10 ? "0" + digits : Integer.toString(digits);
    }
}
