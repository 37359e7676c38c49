package io.clientela.kit.check;

/**
 * Check digits of VAT numbers, by country; where none is published or numbers have several forms, any is right.
 *
 * <p>Sources: the tax offices' algorithms as collected in "Algorithms of VAT number validation" (European Commission,
 * DG TAXUD, 2009) and python-stdnum; ES is {@link SpanishId}.
 */
final class VatChecks {

    private VatChecks() {}

    static boolean isRight(String country, String body) {
        return switch (country) {
            case "AT" -> austria(body.substring(1));
            case "BE" -> Integer.parseInt(body.substring(8)) == 97 - (int) (Long.parseLong(body.substring(0, 8)) % 97);
            case "CH" -> switzerland(body.substring(1, 10));
            case "DE", "HR" -> mod11And10(body);
            case "DK" -> sum(body, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
            case "EE" -> sum(body, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
            case "EL" -> sum(body, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == body.charAt(8) - '0';
            case "ES" -> SpanishId.any(body) instanceof Checked.Ok;
            case "FI" -> sum(body, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
            case "FR" -> france(body);
            case "GB", "XI" -> britain(body);
            case "HU" -> sum(body, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
            case "IE" -> ireland(body);
            case "IT" -> luhn(body);
            case "LU" -> Integer.parseInt(body.substring(0, 6)) % 89 == Integer.parseInt(body.substring(6));
            case "MT" -> sum(body, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0;
            case "NL" -> netherlands(body);
            case "NO" -> sum(body, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
            case "PL" -> sum(body, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == body.charAt(9) - '0';
            case "PT" -> (11 - sum(body, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == body.charAt(8) - '0';
            case "RO" -> romania(body);
            case "SE" -> luhn(body.substring(0, 10));
            case "SI" -> slovenia(body);
            case "SK" -> Long.parseLong(body) % 11 == 0;
            default -> true;
        };
    }

    private static int sum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    /** ISO/IEC 7812-1. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int digit = digits.charAt(i) - '0';
            sum += place % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    /** ISO/IEC 7064 MOD 11,10. */
    private static boolean mod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    private static boolean austria(String digits) {
        int sum = 4;
        for (int i = 0; i < 7; i++) {
            int digit = digits.charAt(i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return (10 - sum % 10) % 10 == digits.charAt(7) - '0';
    }

    private static boolean switzerland(String digits) {
        return (11 - sum(digits, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == digits.charAt(8) - '0';
    }

    /** New-style keys with letters have an algorithm of their own that is not published. */
    private static boolean france(String body) {
        if (!Codes.isDigits(body)) {
            return true;
        }
        long siren = Long.parseLong(body.substring(2));
        // Monaco's numbers have no SIREN behind them.
        boolean monaco = body.startsWith("000", 2);
        return (monaco || luhn(body.substring(2)))
                && (12 + 3 * (siren % 97)) % 97 == Integer.parseInt(body.substring(0, 2));
    }

    private static boolean britain(String body) {
        if (!Codes.isDigits(body)) {
            return true;
        }
        int sum = sum(body, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
        return sum == 0 || sum == 42;
    }

    private static boolean ireland(String body) {
        boolean old = !Codes.isDigit(body.charAt(1));
        String digits = old ? "0" + body.substring(2, 7) + body.charAt(0) : body.substring(0, 7);
        int sum = sum(digits, 8, 7, 6, 5, 4, 3, 2);
        if (!old && body.length() == 9) {
            sum += (body.charAt(8) - 'A' + 1) * 9;
        }
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == body.charAt(7);
    }

    /** Since 2020 sole traders have numbers checked by MOD 97-10 over the whole instead. */
    private static boolean netherlands(String body) {
        return sum(body, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == body.charAt(8) - '0' || Mod97.of("NL" + body) == 1;
    }

    private static boolean romania(String body) {
        String digits = "0".repeat(10 - body.length()) + body;
        return sum(digits, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == digits.charAt(9) - '0';
    }

    private static boolean slovenia(String body) {
        int check = 11 - sum(body, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 11 && check % 10 == body.charAt(7) - '0';
    }
}
