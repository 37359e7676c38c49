package io.clientela.kit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Names and other words: what people are called is never wrong, what a spreadsheet or an attacker put there is.
 */
class TextRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "范　倩紅 | | | 范倩紅",
                "賈 桂琳 | | | 賈桂琳",
                "Ａｃｍｅ　Ｌｔｄ | | | Acme Ltd",
                "  Ana   María  | | | Ana María",
                "Mª José | | | Mª José",
                "21 club | | | 21 club",
                "7-Eleven | | | 7-Eleven",
                "O'Brien | | | O'Brien",
                "李 | | | 李",
                "阿卜杜拉•买买提 | | | 阿卜杜拉·买买提",
                "<script>alert(1)</script> | | | <script>alert(1)</script>",
                "Null | | | Null",
                "-5 Degrees Café | | | -5 Degrees Café",
                "@home | | | @home",
                "#1 Plumbing | | | #1 Plumbing",
                "長青源信息技術（蘇州）有限公司 | | | 長青源信息技術(蘇州)有限公司",
                "a\u202Eb | | | !bad_character",
                "a\u0007b | | | !bad_character",
                "Jos\uFFFD | | | !bad_character",
                "a\u200Bb | | | ab",
                "\uFEFFAna | | | Ana",
                "... | | | !no_letters",
                "-- | | | !no_letters",
                "😍 | | | !no_letters",
                "#REF! | | | !formula",
                "#¡REF! | | | !formula",
                "=A1 | | | !formula",
                "=HYPERLINK(\"http://x\") | | | !formula",
                "@SUM(1+1) | | | !formula",
            })
    void names(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("name", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "diaz1@example.es | | | diaz1@example.es",
                "U2513_151@163.COM | | | U2513_151@163.com",
                " a@b.com  | | | a@b.com",
                "ａ＠ｂ．ｃｏｍ | | | a@b.com",
                "a@b。com | | | a@b.com",
                "mailto:a@b.com | | | a@b.com",
                "Ana <a@b.com> | | | a@b.com",
                "a@b.com; | | | a@b.com",
                "first.o'last+tag@sub.example.co.uk | | | first.o'last+tag@sub.example.co.uk",
                "用户@例子.公司 | | | 用户@例子.公司",
                "josé@correo.es | | | josé@correo.es",
                "robert.macdonald55(at)example.com | | | !bad_email",
                "a@b | | | !bad_email",
                "a@b@c.com | | | !bad_email",
                "a b@c.com | | | !bad_email",
                "@c.com | | | !bad_email",
                "a@ | | | !bad_email",
                "a..b@c.com | | | !bad_email",
                ".a@c.com | | | !bad_email",
                "a@-c.com | | | !bad_email",
                "a@c..com | | | !bad_email",
                "a@1.2.3.4 | | | !bad_email",
                "a@b.com, c@d.com | | | !bad_email",
            })
    void emails(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("email", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "https://www.example.com | | | https://www.example.com",
                "www.Example.COM | | | https://www.example.com",
                "http://example.com/ | | | http://example.com",
                "http://example.com/A?b=c#d | | | http://example.com/A?b=c#d",
                "example.com:8080/x | | | https://example.com:8080/x",
                "https://例子.公司/路径 | | | https://例子.公司/路径",
                "javascript:alert(1) | | | !bad_url",
                "ftp://example.com | | | !bad_url",
                "http://user@example.com | | | !bad_url",
                "http://localhost | | | !bad_url",
                "not a url | | | !bad_url",
            })
    void urls(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("url", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "1.0 | | | 1",
                "E000001 | | | E000001",
                " a-B/1  | | | a-B/1",
                "1E5 | | | 1E5",
                "1.1E+17 | | | !damaged_number",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | | | !too_long",
            })
    void externalIds(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("external_id", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "wx_710329 | | | wx_710329",
                "微信：wx_710329 | | | wx_710329",
                "13812345678 | | | 13812345678",
                "13812345678.0 | | | 13812345678",
                "小明 | | | !bad_character",
                "1.38E+10 | | | !damaged_number",
            })
    void wechats(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("wechat", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "Sí | | | yes",
                "SI | | | yes",
                "no | | | no",
                "是 | | | yes",
                "否 | | | no",
                "Y | | | yes",
                "N | | | no",
                "true | | | yes",
                "FALSE | | | no",
                "1 | | | yes",
                "0.0 | | | no",
                "✓ | | | yes",
                "√ | | | yes",
                "×  | | | no",
                "不同意 | | | no",
                "maybe | | | !bad_form",
            })
    void answers(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("yes_no", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "100000 | CN | | 100000",
                "１００００１ | CN | | 100001",
                "110105.0 | CN | | 110105",
                "10000 | CN | | !bad_length",
                "08002 | ES | | 08002",
                "8002 | ES | | 08002",
                "99001 | ES | | !bad_form",
                "sw1a1aa | GB | | SW1A 1AA",
                "YO1 7HH | GB | | YO1 7HH",
                "YO1 7HH | CN | | YO1 7HH",
                "902101234 | US | | 90210-1234",
                "1234ab | NL | | 1234 AB",
                "D-12345 | | | D-12345",
                "12345678901 | | | !bad_length",
                "东城 | | | !bad_character",
            })
    void postalCodes(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("postal_code", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "CN-110105 | | | CN-110105",
                "110105 | | | CN-110105",
                "110105.0 | | | CN-110105",
                "es-m | | | ES-M",
                "GB | | | GB",
                "uk | | | GB",
                "CN-990105 | | | !unknown_region",
                "ZZ | | | !unknown_region",
                "ZZ-X1 | | | !unknown_region",
                "北京市朝阳区 | | | 北京市朝阳区",
                "Madrid | | | Madrid",
            })
    void regions(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("region", raw, orEmpty(country), orEmpty(order), expected);
    }

    @Test
    void refusesCommandsToSpreadsheets() {
        RuleTable.holds("name", "=cmd|' /C calc'!A0", "", "", "!formula");
        RuleTable.holds("name", "+cmd|' /C calc'!A0", "", "", "!formula");
    }

    @Test
    void keepsFreeTextAsItWasWritten() {
        for (String written : List.of(
                "a  \r\n\r\n\r\n  b\tc", " ＡＢＣ　１２ ", "e\u0301", "\u202Ea\u0007", "=1+1", "#REF!", "=\"\"", "a\uFFFE")) {
            RuleTable.holds("long_text", written, "", "", written);
        }
        RuleTable.holds("long_text", "a\u0000", "", "", "!bad_character");
        RuleTable.holds("long_text", "a\uD800b", "", "", "!bad_character");
        RuleTable.holds("text", "a\r\n b\tc\u0000", "", "", "a b c");
    }

    @Test
    void nothingVisibleIsNoValue() {
        for (String rule : Rules.names()) {
            RuleTable.holds(rule, "\u00A0\u200B\uFEFF \t", "CN", "", "");
            RuleTable.holds(
                    rule,
                    "=\"\"",
                    "CN",
                    "",
                    switch (rule) {
                        case "long_text" -> "=\"\"";
                        case "card" -> "!bad_form";
                        default -> "";
                    });
        }
    }

    @Test
    void theRegionOfTheRecordKnowsItsPostalCodes() {
        RuleTable.holds("postal_code", "8002", new Context("CN", "", Map.of("region", "ES-B")), "08002");
    }

    @Test
    void countsLengthAsPeopleDo() {
        assertThat(Rules.tooLong("😍😍", 2)).isEmpty();
        assertThat(Rules.tooLong("😍😍😍", 2)).contains(Problem.of(Fault.TOO_LONG, "expected", "2", "found", "3"));
    }

    @Test
    void knowsNoOtherRule() {
        assertThatThrownBy(() -> Rules.named("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"男,male", "女,female", "F,female", "Hombre,male", "未知,unknown", "otro,other", "?,''"})
    void readsGenders(String raw, String code) {
        assertThat(Genders.code(raw).orElse("")).isEqualTo(code);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
