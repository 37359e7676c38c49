package io.clientela.kit.check;

/** Legal entity identifier. Source: ISO 17442-1:2020. */
final class Lei {

    private static final int LENGTH = 20;

    private Lei() {}

    static Checked check(String raw, Context context) {
        String lei = Codes.compact(raw);
        if (lei.length() != LENGTH) {
            return Codes.badLength("20", lei.length());
        }
        if (!Codes.isAlphanumeric(lei) || !Codes.isDigits(lei, 18, LENGTH)) {
            return Checked.refused(Fault.BAD_CHARACTER);
        }
        return Mod97.of(lei) == 1 ? Checked.ok(lei) : Codes.badCheck(Mod97.checkDigits(lei.substring(0, 18)));
    }
}
