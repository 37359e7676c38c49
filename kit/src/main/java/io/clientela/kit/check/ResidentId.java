package io.clientela.kit.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Chinese resident id number (公民身份号码): region, birth date, sequence whose last digit is odd for men, check character.
 *
 * <p>Source: GB 11643-1999; check by ISO 7064 MOD 11-2. The 15-digit form of GB 11643-1989 is made into the present one.
 * Residence permits for Hong Kong, Macau and Taiwan (81, 82, 83) and the foreigners' card of 2023 (9…) have the same build.
 */
public final class ResidentId {

    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** GB/T 2260, first two digits. */
    private static final String PROVINCES =
            " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";

    private ResidentId() {}

    /** What a valid number says of its holder; {@code region} is the six-digit code of first registration. */
    public record Facts(String region, LocalDate birthDate, boolean male) {}

    /** Empty unless the number is a valid one of 18 characters. */
    public static Optional<Facts> facts(String id) {
        if (id.length() != LENGTH || fault(id, Context.NONE).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Facts(id.substring(0, 6), birth(id), (id.charAt(16) - '0') % 2 == 1));
    }

    static Checked check(String raw, Context context) {
        String tidy = Codes.tidy(raw);
        if (Spreadsheets.isDamagedNumber(tidy)) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        String id = Codes.compact(tidy).replace('×', 'X').replace('Х', 'X');
        if (id.length() == OLD_LENGTH && Codes.isDigits(id)) {
            String body = id.substring(0, 6) + "19" + id.substring(6);
            id = body + checkCharacter(body);
        }
        if (id.length() != LENGTH) {
            return Codes.badLength(Integer.toString(LENGTH), id.length());
        }
        Optional<Problem> fault = fault(id, context);
        return fault.isEmpty() ? Checked.ok(id) : new Checked.Refused(fault.get());
    }

    static boolean isKnownProvince(String code) {
        return PROVINCES.contains(" " + code + " ");
    }

    private static Optional<Problem> fault(String id, Context context) {
        char last = id.charAt(LENGTH - 1);
        if (!Codes.isDigits(id, 0, LENGTH - 1) || (last != 'X' && !Codes.isDigit(last))) {
            return Optional.of(Problem.of(Fault.BAD_CHARACTER));
        }
        String province = id.substring(0, 2);
        if (id.charAt(0) != '9' && !isKnownProvince(province)) {
            return Optional.of(Problem.of(Fault.BAD_REGION, "found", province));
        }
        LocalDate birth;
        try {
            birth = birth(id);
        } catch (DateTimeException e) {
            return Optional.of(Problem.of(Fault.BAD_DATE));
        }
        Optional<Problem> range = Dates.outOfBirthRange(birth, context);
        if (range.isPresent()) {
            return range;
        }
        char expected = checkCharacter(id);
        if (last == expected) {
            return Optional.empty();
        }
        // A spreadsheet keeps fifteen digits and fills up with zeros.
        return Optional.of(
                id.endsWith("000")
                        ? Problem.of(Fault.DAMAGED_NUMBER)
                        : Problem.of(Fault.BAD_CHECK_DIGIT, "expected", Character.toString(expected)));
    }

    private static LocalDate birth(String id) {
        return LocalDate.of(
                Integer.parseInt(id, 6, 10, 10), Integer.parseInt(id, 10, 12, 10), Integer.parseInt(id, 12, 14, 10));
    }

    private static char checkCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }
}
