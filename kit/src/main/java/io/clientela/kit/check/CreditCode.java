package io.clientela.kit.check;

/**
 * Unified social credit code (统一社会信用代码) of Chinese organisations.
 *
 * <p>Source: GB 32100-2015: 18 characters of an alphabet without I O S V Z, weights 3^i mod 31.
 */
final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    static Checked check(String raw, Context context) {
        String tidy = Codes.tidy(raw);
        if (Spreadsheets.isDamagedNumber(tidy)) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        String code = Codes.compact(tidy);
        if (code.length() != LENGTH) {
            return Codes.badLength(Integer.toString(LENGTH), code.length());
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return Checked.refused(
                        Fault.BAD_CHARACTER, "found", code.substring(i, i + 1), "position", Integer.toString(i + 1));
            }
            if (i < LENGTH - 1) {
                sum += value * weight;
                weight = weight * 3 % 31;
            }
        }
        char expected = ALPHABET.charAt((31 - sum % 31) % 31);
        if (code.charAt(LENGTH - 1) != expected) {
            return Codes.badCheck(Character.toString(expected));
        }
        return Checked.ok(code);
    }
}
