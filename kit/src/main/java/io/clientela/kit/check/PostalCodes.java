package io.clientela.kit.check;

import java.util.Locale;

/**
 * Postal codes, leniently: the country's form where the code can be brought into it, else refused only if it can't be a
 * code of any country. Source: UPU addressing formats.
 */
final class PostalCodes {

    private PostalCodes() {}

    static Checked check(String raw, Context context) {
        String code = Spreadsheets.withoutPointZero(Codes.tidy(raw)).toUpperCase(Locale.ROOT);
        if (Spreadsheets.isDamagedNumber(code)) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        String compact = Codes.compact(code, " -");
        return switch (country(context)) {
            case "CN" -> digits(code, compact, 6, false);
            case "ES" -> spanish(code, compact);
            case "DE", "FR", "IT" -> digits(code, compact, 5, true);
            case "US" ->
                Codes.isDigits(compact) && compact.length() == 9
                        ? Checked.ok(compact.substring(0, 5) + "-" + compact.substring(5))
                        : digits(code, compact, 5, true);
            case "GB" -> split(code, compact, compact.length() - 3, compact.length() >= 5 && compact.length() <= 7);
            case "CA" -> split(code, compact, 3, compact.length() == 6);
            case "NL" -> split(code, compact, 4, compact.length() == 6);
            default -> any(code);
        };
    }

    /** The record's own region knows better than the file's country. */
    private static String country(Context context) {
        String region = context.sibling("region");
        boolean isCode = region.length() == 2 || (region.length() > 3 && region.charAt(2) == '-');
        return isCode ? region.substring(0, 2) : context.country();
    }

    private static Checked spanish(String code, String compact) {
        Checked checked = digits(code, compact, 5, true);
        if (checked instanceof Checked.Ok ok && Codes.isDigits(ok.value())) {
            int province = Integer.parseInt(ok.value().substring(0, 2));
            if (province < 1 || province > 52) {
                return Checked.refused(Fault.BAD_FORM, "example", "28013");
            }
        }
        return checked;
    }

    /** Digits of a fixed length; a leading zero lost in a spreadsheet is put back where the country has such codes. */
    private static Checked digits(String code, String compact, int length, boolean mayLackZero) {
        if (!Codes.isDigits(compact)) {
            return any(code);
        }
        if (mayLackZero && compact.length() == length - 1) {
            return Checked.ok("0" + compact);
        }
        return compact.length() == length
                ? Checked.ok(compact)
                : Codes.badLength(Integer.toString(length), compact.length());
    }

    private static Checked split(String code, String compact, int at, boolean fits) {
        return fits && Codes.isAlphanumeric(compact)
                ? Checked.ok(compact.substring(0, at) + " " + compact.substring(at))
                : any(code);
    }

    private static Checked any(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (!Codes.isDigit(c) && (c < 'A' || c > 'Z') && c != ' ' && c != '-') {
                return Checked.refused(Fault.BAD_CHARACTER, "found", Character.toString(c));
            }
        }
        if (code.length() < 2 || code.length() > 10) {
            return Codes.badLength("2–10", code.length());
        }
        return Codes.isAlphanumeric(Codes.compact(code, " -")) ? Checked.ok(code) : Checked.refused(Fault.BAD_FORM);
    }
}
