package io.clientela.kit.check;

import io.clientela.kit.text.Tidy;
import java.util.Locale;
import java.util.Set;

/**
 * Codes of countries, their parts and Chinese divisions in their canonical form; names pass as they are, since code lists
 * resolve them. Sources: ISO 3166-1 and 3166-2, GB/T 2260.
 */
final class Regions {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Regions() {}

    static Checked check(String raw, Context context) {
        String text = Tidy.line(raw);
        String code = Spreadsheets.withoutPointZero(Codes.tidy(raw))
                .toUpperCase(Locale.ROOT)
                .replace('_', '-');
        if (code.length() == 6 && Codes.isDigits(code)) {
            return division(code);
        }
        if (code.length() == 9 && code.startsWith("CN-") && Codes.isDigits(code, 3, 9)) {
            return division(code.substring(3));
        }
        if (code.length() == 2 && isLetters(code)) {
            String country = code.equals("UK") ? "GB" : code;
            return COUNTRIES.contains(country) ? Checked.ok(country) : unknown(code);
        }
        boolean isPart = code.length() >= 4
                && code.length() <= 6
                && code.charAt(2) == '-'
                && isLetters(code.substring(0, 2))
                && Codes.isAlphanumeric(code.substring(3));
        if (!isPart) {
            return Checked.ok(text);
        }
        return COUNTRIES.contains(code.substring(0, 2)) ? Checked.ok(code) : unknown(code);
    }

    private static Checked division(String digits) {
        return ResidentId.isKnownProvince(digits.substring(0, 2)) ? Checked.ok("CN-" + digits) : unknown(digits);
    }

    private static Checked unknown(String code) {
        return Checked.refused(Fault.UNKNOWN_REGION, "found", code);
    }

    private static boolean isLetters(String text) {
        return text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
