package io.clientela.kit.check;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Source of the separators: Unicode CLDR, number symbols by country.
 */
class NumberRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "1234.5 | | | 1234.5",
                "1,234.50 | | | 1234.5",
                "1.234,50 | | | 1234.5",
                "640,56 € | ES | | 640.56",
                "1.273,68 € | ES | | 1273.68",
                "1.234 | ES | | 1234",
                "1.234 | CN | | 1.2340",
                "1.234 | | | 1.2340",
                "1,234 | ES | | 1.2340",
                "1,234 | CN | | 1234",
                "1,234 | | | 1234",
                "1.234.567 | | | 1234567",
                "1,234,567 | ES | | 1234567",
                "1 234 567,89 | | | 1234567.89",
                "1'234'567.89 | | | 1234567.89",
                "12,34,567.00 | | | 1234567",
                "12,34 | CN | | 12.34",
                "0,125 | | | 0.125",
                "0.125 | ES | | 0.125",
                "1234.567 | ES | | 1234.567",
                "€ 12.50 | | | 12.5",
                "12.50 EUR | | | 12.5",
                "US$ 1,000 | | | 1000",
                "￥１，２３４．５０ | | | 1234.5",
                "¥100元 | | | 100",
                "人民币500元整 | | | 500",
                "100万 | | | 1000000",
                "3.5亿元 | | | 350000000",
                "500万元 | | | 5000000",
                "2百万 | | | 2000000",
                "(1,234.50) | | | -1234.5",
                "-1.234,50 € | ES | | -1234.5",
                "€ -5 | | | -5",
                "5- | | | -5",
                "−5 | | | -5",
                "+5 | | | 5",
                "007 | | | 7",
                "0.00 | | | 0",
                "-0 | | | 0",
                ".5 | | | 0.5",
                "5. | | | 5",
                "1.5E+3 | | | 1500",
                "1,23,4.5 | | | !bad_number",
                "1.2.3 | | | !bad_number",
                "12a | | | !bad_number",
                "abc | | | !bad_number",
                "- | | | !bad_number",
                "€ | | | !bad_number",
                "=SUM(A1:A3) | | | !formula",
            })
    void amounts(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("money", raw, orEmpty(country), orEmpty(order), expected);
    }

    @Test
    void neverReadsACanonicalValueAnotherWay() {
        for (String raw : new String[] {"1.234", "12,345", "999.999", "0.123", "1234.567", "1.5"}) {
            for (String country : new String[] {"", "CN", "ES"}) {
                String canonical = RuleTable.outcome("number", raw, Context.of(country));
                for (String other : new String[] {"", "CN", "ES"}) {
                    RuleTable.holds("number", canonical, Context.of(other), canonical);
                }
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
