package io.clientela.kit.check;

import io.clientela.kit.text.Scripts;
import java.util.Locale;

/** Numbers of identity documents: by the kind the record names, else by the look of the number. */
final class DocumentNumbers {

    private DocumentNumbers() {}

    static Checked check(String raw, Context context) {
        if (Spreadsheets.isDamagedNumber(Codes.tidy(raw))) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        return switch (context.sibling("document_type").toLowerCase(Locale.ROOT)) {
            case "resident_id", "身份证", "居民身份证" -> ResidentId.check(raw, context);
            case "nif", "nie", "dni" -> SpanishId.person(raw);
            case "foreign_residence", "hk_macau_permit", "taiwan_permit" -> permit(raw, context);
            case "passport" -> other(raw, " -");
            case "" -> recognise(raw, context);
            default -> other(raw, " ");
        };
    }

    /** Cards issued since 2018 and 2023 have the build of a resident id; the older ones have other lengths. */
    private static Checked permit(String raw, Context context) {
        return isLikeResidentId(Codes.compact(raw)) ? ResidentId.check(raw, context) : other(raw, " -");
    }

    private static Checked recognise(String raw, Context context) {
        String id = Codes.compact(raw);
        if (isLikeResidentId(id)) {
            return ResidentId.check(raw, context);
        }
        if (SpanishId.isPerson(id)) {
            return SpanishId.person(id);
        }
        if (id.length() == 15 && Codes.isDigits(id) && ResidentId.check(id, context) instanceof Checked.Ok ok) {
            return ok;
        }
        boolean isNumber = id.length() > 1 && Codes.isDigits(id, 0, id.length() - 1);
        // No other document known in China has so many digits: one was lost or doubled.
        if (context.country().equals("CN") && isNumber && id.length() >= 16 && id.length() <= 20) {
            return Codes.badLength("18", id.length());
        }
        if (context.country().equals("ES") && isNumber && id.length() == 8 && !Codes.isDigits(id)) {
            return SpanishId.person(id);
        }
        return other(raw, " ");
    }

    private static boolean isLikeResidentId(String id) {
        return id.length() == 18 && Codes.isDigits(id, 0, 17);
    }

    /** Capital letters, without the separators that people add or leave out. */
    private static Checked other(String raw, String separators) {
        String id = Codes.compact(raw, separators);
        if (Spreadsheets.isDamagedNumber(id)) {
            // Looked like one only once its separators were out.
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!Character.isLetterOrDigit(c) && "-/.()·".indexOf(c) < 0) {
                return Checked.refused(Fault.BAD_CHARACTER, "found", Character.toString(c));
            }
        }
        return Scripts.hasLetterOrDigit(id) ? Checked.ok(id) : Checked.refused(Fault.BAD_FORM);
    }
}
