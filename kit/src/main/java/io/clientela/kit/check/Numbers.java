package io.clientela.kit.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * Numbers and amounts with the separators, signs and units of several countries.
 *
 * <p>A single separator before exactly three digits means thousands or decimals by country: {@code 1.234} is 1234 in Spain
 * and 1.234 in China; with no country the point is decimal and the comma is not. So that a canonical value can't be read
 * the other way when it comes back, three decimals get a closing zero ({@code 1.2340}).
 */
final class Numbers {

    /** Unicode CLDR: decimal comma. Latin America is divided; Mexico and Central America write a point. */
    private static final Set<String> DECIMAL_COMMA = Set.of(
            "ES", "DE", "FR", "IT", "PT", "NL", "BE", "AT", "DK", "SE", "NO", "FI", "IS", "PL", "CZ", "SK", "HU", "RO",
            "BG", "GR", "HR", "SI", "RS", "BA", "ME", "MK", "AL", "EE", "LV", "LT", "LU", "TR", "RU", "UA", "BY", "KZ",
            "BR", "AR", "CL", "CO", "VE", "UY", "PY", "EC", "BO", "CU", "ID", "VN", "AO", "MZ", "MA", "DZ", "TN", "AD");

    private static final String CURRENCY_SIGNS = "€$£¥₩₹₽₺฿₫₴₪﷼₿¢";

    /** Longest first where one begins another. */
    private static final String[] CURRENCY_WORDS = {
        "人民币", "人民幣", "美元", "欧元", "歐元", "英镑", "日元", "港元", "港币", "元整", "元", "圆", "圓", "块", "RMB", "CNY", "EUROS", "EURO",
        "EUR", "USD", "GBP", "JPY", "HKD", "CHF", "MXN", "COP", "US", "整"
    };

    private static final int MOST_DIGITS = 30;

    private Numbers() {}

    static Checked check(String raw, Context context) {
        String text = Codes.tidy(raw).toUpperCase(Locale.ROOT);
        if (text.length() > Codes.LONGEST) {
            return Checked.refused(Fault.BAD_NUMBER);
        }
        boolean negative = false;
        if (text.startsWith("(") && text.endsWith(")")) {
            negative = true;
            text = text.substring(1, text.length() - 1);
        }
        text = withoutCurrency(text);
        int scale = 0;
        while (!text.isEmpty() && unit(text.charAt(text.length() - 1)) > 0) {
            scale += unit(text.charAt(text.length() - 1));
            text = withoutCurrency(text.substring(0, text.length() - 1));
        }
        if (text.startsWith("-") || text.startsWith("+")) {
            negative ^= text.charAt(0) == '-';
            text = withoutCurrency(text.substring(1));
        } else if (text.endsWith("-")) {
            negative = !negative;
            text = withoutCurrency(text.substring(0, text.length() - 1));
        }
        String plain = Grouping.plain(text, DECIMAL_COMMA.contains(context.country()));
        if (plain.isEmpty() || plain.length() > MOST_DIGITS || scale > 16) {
            return Checked.refused(Fault.BAD_NUMBER, "example", "1234.50");
        }
        BigDecimal value = new BigDecimal(plain).scaleByPowerOfTen(scale);
        return Checked.ok(canonical(negative ? value.negate() : value));
    }

    private static String canonical(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        String plain = stripped.toPlainString();
        boolean ambiguous =
                stripped.scale() == 3 && stripped.abs().compareTo(BigDecimal.ONE) >= 0 && stripped.precision() <= 6;
        return ambiguous ? plain + "0" : plain;
    }

    private static int unit(char c) {
        return switch (c) {
            case '百' -> 2;
            case '千' -> 3;
            case '万', '萬' -> 4;
            case '亿', '億' -> 8;
            default -> 0;
        };
    }

    private static String withoutCurrency(String text) {
        String rest = text.strip();
        boolean found = true;
        while (found && !rest.isEmpty()) {
            found = false;
            if (CURRENCY_SIGNS.indexOf(rest.charAt(0)) >= 0) {
                rest = rest.substring(1).strip();
                found = true;
            } else if (CURRENCY_SIGNS.indexOf(rest.charAt(rest.length() - 1)) >= 0) {
                rest = rest.substring(0, rest.length() - 1).strip();
                found = true;
            } else if (!Codes.isDigit(rest.charAt(0)) || !Codes.isDigit(rest.charAt(rest.length() - 1))) {
                String shorter = withoutWord(rest);
                found = shorter.length() < rest.length();
                rest = shorter;
            }
        }
        return rest;
    }

    private static String withoutWord(String text) {
        for (String word : CURRENCY_WORDS) {
            if (text.endsWith(word)) {
                return text.substring(0, text.length() - word.length()).strip();
            }
            if (text.startsWith(word)) {
                return text.substring(word.length()).strip();
            }
        }
        return text;
    }
}
