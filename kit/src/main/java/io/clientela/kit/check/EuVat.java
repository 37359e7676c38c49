package io.clientela.kit.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * VAT numbers of the European Union, Northern Ireland, Great Britain, Switzerland and Norway, with the country's prefix.
 *
 * <p>Source of the forms: European Commission, VIES, "VAT identification numbers"; of the check digits: {@link VatChecks}.
 */
final class EuVat {

    private static final String FORMS = """
            AT U\\d{8}
            BE [01]\\d{9}
            BG \\d{9,10}
            CH E\\d{9}(MWST|TVA|IVA)?
            CY \\d{8}[A-Z]
            CZ \\d{8,10}
            DE \\d{9}
            DK \\d{8}
            EE \\d{9}
            EL \\d{9}
            ES ([A-Z]\\d{7}[0-9A-Z]|\\d{8}[A-Z])
            FI \\d{8}
            FR [0-9A-HJ-NP-Z]{2}\\d{9}
            GB (\\d{9}|\\d{12}|(GD|HA)\\d{3})
            HR \\d{11}
            HU \\d{8}
            IE (\\d{7}[A-W][A-I]?|\\d[A-Z+*]\\d{5}[A-W])
            IT \\d{11}
            LT (\\d{9}|\\d{12})
            LU \\d{8}
            LV \\d{11}
            MT \\d{8}
            NL \\d{9}B\\d{2}
            NO \\d{9}(MVA)?
            PL \\d{10}
            PT \\d{9}
            RO \\d{2,10}
            SE \\d{10}01
            SI \\d{8}
            SK \\d{10}
            XI (\\d{9}|\\d{12}|(GD|HA)\\d{3})
            """;

    private static final Map<String, Pattern> FORM = read();
    private static final Set<String> GREEK = Set.of("GR", "EL");

    private EuVat() {}

    static Checked check(String raw, Context context) {
        if (Spreadsheets.isDamagedNumber(Codes.tidy(raw))) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        String number = Codes.compact(raw);
        if (number.isEmpty()) {
            return Checked.refused(Fault.BAD_FORM, "example", "ESA12345674");
        }
        String country = prefix(number);
        String body = country.isEmpty() ? number : number.substring(2);
        if (country.isEmpty() || !fits(country, body)) {
            // Written without its prefix at home.
            String home = GREEK.contains(context.country()) ? "EL" : context.country();
            if (FORM.containsKey(home) && fits(home, number)) {
                country = home;
                body = number;
            } else if (country.isEmpty()) {
                return Checked.refused(Fault.BAD_FORM, "example", "ESA12345674");
            }
        }
        if (country.equals("BE") && body.length() == 9) {
            body = "0" + body;
        }
        if (!fits(country, body)) {
            return Checked.refused(Fault.BAD_FORM, "country", country);
        }
        return VatChecks.isRight(country, body) ? Checked.ok(country + body) : Checked.refused(Fault.BAD_CHECK_DIGIT);
    }

    /** Begins with the prefix of a country and has its form. */
    static boolean isNumber(String compact) {
        String country = prefix(compact);
        return !country.isEmpty() && fits(country, compact.substring(2));
    }

    private static String prefix(String number) {
        if (number.length() < 4) {
            return "";
        }
        String prefix = number.startsWith("GR") ? "EL" : number.substring(0, 2);
        return FORM.containsKey(prefix) ? prefix : "";
    }

    private static boolean fits(String country, String body) {
        Pattern form = FORM.get(country);
        return form != null && form.matcher(body).matches();
    }

    private static Map<String, Pattern> read() {
        Map<String, Pattern> forms = new TreeMap<>();
        FORMS.lines().forEach(line -> forms.put(line.substring(0, 2), Pattern.compile(line.substring(3))));
        return Map.copyOf(forms);
    }
}
