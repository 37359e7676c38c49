package io.clientela.kit.check;

import java.util.List;

/** National tax numbers of organisations, by country where one is known. */
final class TaxIds {

    private TaxIds() {}

    static Checked check(String raw, Context context) {
        String tidy = Codes.tidy(raw);
        if (Spreadsheets.isDamagedNumber(tidy)) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        String id = Codes.compact(tidy);
        if (!Codes.isAlphanumeric(id)) {
            return Checked.refused(Fault.BAD_CHARACTER);
        }
        if (id.length() < 4 || id.length() > 24) {
            return Codes.badLength("4–24", id.length());
        }
        if (EuVat.isNumber(id)) {
            return EuVat.check(id, context);
        }
        return switch (context.country()) {
            // Before 2015 fifteen or twenty characters without a check were given.
            case "CN" -> id.length() == 18 ? CreditCode.check(id, context) : Checked.ok(id);
            case "ES" -> SpanishId.any(id);
            default -> SpanishId.isOrganisation(id) ? spanishPerhaps(id) : Checked.ok(id);
        };
    }

    /** Looks Spanish, but nobody said so: a wrong check is worth a remark only. */
    private static Checked spanishPerhaps(String id) {
        return SpanishId.any(id) instanceof Checked.Refused refused
                ? new Checked.Ok(id, List.of(refused.problem()))
                : Checked.ok(id);
    }
}
