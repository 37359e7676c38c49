package io.clientela.kit.check;

/**
 * Spanish identity and tax numbers.
 *
 * <p>Sources: NIF and NIE, Real Decreto 1065/2007 art. 19–20 and Orden INT/2058/2008 (letter = number mod 23); organisations
 * (the former CIF), Orden EHA/451/2008 with the control of Decreto 2423/1975.
 */
final class SpanishId {

    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String ORGANISATIONS = "ABCDEFGHJNPQRSUVW";
    private static final String CONTROL_LETTERS = "JABCDEFGHI";
    private static final int LENGTH = 9;

    private SpanishId() {}

    /** A number of a person: NIF, NIE or one of the special series K, L, M. */
    static Checked person(String raw) {
        String id = Codes.compact(raw);
        // Spreadsheets drop a leading zero.
        if (id.length() == LENGTH - 1 && Codes.isDigits(id, 0, LENGTH - 2) && !Codes.isDigits(id)) {
            id = "0" + id;
        }
        if (id.length() == LENGTH - 1 && Codes.isDigits(id)) {
            return Checked.refused(
                    Fault.BAD_LENGTH, "expected", "9", "found", "8", "letter", Character.toString(letter(id)));
        }
        if (id.length() != LENGTH) {
            return Codes.badLength("9", id.length());
        }
        if (!isPerson(id)) {
            return Checked.refused(Fault.BAD_FORM, "example", "12345678Z");
        }
        char expected = letter(id.substring(0, LENGTH - 1));
        return id.charAt(LENGTH - 1) == expected ? Checked.ok(id) : Codes.badCheck(Character.toString(expected));
    }

    /** Eight digits and a letter, or X Y Z K L M, seven digits and a letter. */
    static boolean isPerson(String id) {
        return id.length() == LENGTH
                && Character.isLetter(id.charAt(8))
                && id.charAt(8) <= 'Z'
                && Codes.isDigits(id, 1, 8)
                && (Codes.isDigit(id.charAt(0)) || "XYZKLM".indexOf(id.charAt(0)) >= 0);
    }

    static boolean isOrganisation(String id) {
        return id.length() == LENGTH
                && ORGANISATIONS.indexOf(id.charAt(0)) >= 0
                && Codes.isDigits(id, 1, 8)
                && (Codes.isDigit(id.charAt(8)) || CONTROL_LETTERS.indexOf(id.charAt(8)) >= 0);
    }

    /** Any Spanish tax number, of a person or an organisation. */
    static Checked any(String raw) {
        String id = Codes.compact(raw);
        return isOrganisation(id) ? organisation(id) : person(id);
    }

    private static Checked organisation(String id) {
        int sum = 0;
        for (int i = 1; i < 8; i++) {
            int digit = id.charAt(i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled / 10 + doubled % 10;
        }
        int control = (10 - sum % 10) % 10;
        String digit = Integer.toString(control);
        String letter = CONTROL_LETTERS.substring(control, control + 1);
        String found = id.substring(8);
        String expected = "PQRSNW".indexOf(id.charAt(0)) >= 0
                ? letter
                : "ABEH".indexOf(id.charAt(0)) >= 0 ? digit : digit + "/" + letter;
        return expected.contains(found) ? Checked.ok(id) : Codes.badCheck(expected);
    }

    private static char letter(String body) {
        int first = "XYZ".indexOf(body.charAt(0));
        String digits =
                first >= 0 ? first + body.substring(1) : Codes.isDigit(body.charAt(0)) ? body : body.substring(1);
        return LETTERS.charAt(Integer.parseInt(digits) % 23);
    }
}
