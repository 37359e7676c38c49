package io.clientela.kit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sources: GB 11643-1999 (its annex gives 11010519491231002X and 440524188001010014), GB 32100-2015, Orden INT/2058/2008, ISO 13616
 * (examples of the registry), ISO 17442, and for VAT the examples in python-stdnum's documentation.
 */
class IdentityRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "11010519491231002X | | | 11010519491231002X",
                "11010519491231002x | CN | | 11010519491231002X",
                "440524188001010014 | CN | | 440524188001010014",
                "１１０１０５１９４９１２３１００２Ｘ | CN | | 11010519491231002X",
                " 110105 19491231 002x | CN | | 11010519491231002X",
                "'11010519491231002X | CN | | 11010519491231002X",
                "=\"11010519491231002X\" | CN | | 11010519491231002X",
                "110105491231002 | CN | | 11010519491231002X",
                "430104197110263614 | CN | | 430104197110263614",
                "37020219780301780X | CN | | 37020219780301780X",
                "370202198901143181 | CN | | !bad_check_digit",
                "110105194912310021 | CN | | !bad_check_digit",
                "990105194912310021 | CN | | !bad_check_digit",
                "170105194912310021 | CN | | !bad_region",
                "110105194913310021 | CN | | !bad_date",
                "110105194902300021 | CN | | !bad_date",
                "110105184912310021 | CN | | !date_out_of_range",
                "4.30104E+17 | CN | | !damaged_number",
                "4.30104197110264E+17 | | | !damaged_number",
                "1.1E+17 | CN | | !damaged_number",
                "430104197110263000 | CN | | !damaged_number",
                "43010419711026361 | CN | | !bad_length",
                "4301041971102636144 | CN | | !bad_length",
                "#N/A | CN | | !formula",
                "=VLOOKUP(A1,B:C,2) | CN | | !formula",
            })
    void residentIds(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("document_number", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "12345678Z | ES | | 12345678Z",
                "12345678-z | ES | | 12345678Z",
                "12.345.678-Z | | | 12345678Z",
                "69052162K | ES | | 69052162K",
                "77306806A | ES | | !bad_check_digit",
                "77306806A | | | !bad_check_digit",
                "X1234567L | ES | | X1234567L",
                "Y1234567X | ES | | Y1234567X",
                "Z1234567R | ES | | Z1234567R",
                "X1234567A | ES | | !bad_check_digit",
                "1234567L | ES | | 01234567L",
            })
    void spanishPersons(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("document_number", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "E12345678 | CN | | E12345678",
                "e 12345678 | | | E12345678",
                "AB/123-4 | | | AB/123-4",
                "A123456(3) | | | A123456(3)",
                "123456789 | US | | 123456789",
                "AB<123> | | | !bad_character",
                "--- | | | !bad_form",
            })
    void otherDocuments(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("document_number", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "91350100M000100Y43 | CN | | 91350100M000100Y43",
                "911101052QE7E30GW6 | CN | | 911101052QE7E30GW6",
                "91110105 2qe7-e30gw6 | | | 911101052QE7E30GW6",
                "９１１１０１０５２ＱＥ７Ｅ３０ＧＷ６ | | | 911101052QE7E30GW6",
                "91330106PA1AYD3LE2 | CN | | !bad_check_digit",
                "91610113E03H5PRAAJ | CN | | !bad_check_digit",
                "911101052QE7E3OGW6 | CN | | !bad_character",
                "110105012345678 | CN | | !bad_length",
                "9.1350100M | CN | | !bad_length",
                "9.11101E+17 | CN | | !damaged_number",
            })
    void creditCodes(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("credit_code", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "A58818501 | ES | | A58818501",
                "B-58378431 | ES | | B58378431",
                "ESB58378431 | | | ESB58378431",
                "A58818502 | ES | | !bad_check_digit",
                "P2800000A | ES | | !bad_check_digit",
                "12345678Z | ES | | 12345678Z",
                "911101052QE7E30GW6 | CN | | 911101052QE7E30GW6",
                "911101052QE7E30GW7 | CN | | !bad_check_digit",
                "110105012345678 | CN | | 110105012345678",
                "12-3456789 | US | | 123456789",
                "A58818502 | | | A58818502",
            })
    void taxNumbers(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("tax_id", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "ES9121000418450200051332 | | | ES9121000418450200051332",
                "es91 2100 0418 4502 0005 1332 | | | ES9121000418450200051332",
                "IBAN GB29 NWBK 6016 1331 9268 19 | | | GB29NWBK60161331926819",
                "DE89370400440532013000 | | | DE89370400440532013000",
                "FR1420041010050500013M02606 | | | FR1420041010050500013M02606",
                "ES9221000418450200051332 | | | !bad_check_digit",
                "ES912100041845020005133 | | | !bad_length",
                "ZZ9121000418450200051332 | | | !bad_form",
                "2100 0418 45 0200051332 | | | !bad_form",
            })
    void ibans(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("iban", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "5493001KJTIIGC8Y1R12 | | | 5493001KJTIIGC8Y1R12",
                "213800wsgiiz cxf1p572 | | | 213800WSGIIZCXF1P572",
                "5493001KJTIIGC8Y1R13 | | | !bad_check_digit",
                "5493001KJTIIGC8Y1R | | | !bad_length",
            })
    void leis(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("lei", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "AT U13585627 | | | ATU13585627",
                "ATU13585626 | | | !bad_check_digit",
                "BE403019261 | | | BE0403019261",
                "BE 0428.759.497 | | | BE0428759497",
                "BE431150351 | | | !bad_check_digit",
                "BG 175 074 752 | | | BG175074752",
                "CHE-107.787.577 IVA | | | CHE107787577IVA",
                "CY-10259033P | | | CY10259033P",
                "CZ 25123891 | | | CZ25123891",
                "DE 136,695 976 | | | !bad_form",
                "DE 136695976 | | | DE136695976",
                "DE136695978 | | | !bad_check_digit",
                "DK 13585628 | | | DK13585628",
                "DK 13585627 | | | !bad_check_digit",
                "EE 100 931 558 | | | EE100931558",
                "EE 100594103 | | | !bad_check_digit",
                "EL 094259216 | | | EL094259216",
                "GR 094259216 | | | EL094259216",
                "EL 123456781 | | | !bad_check_digit",
                "ES B58378431 | | | ESB58378431",
                "ES B64717839 | | | !bad_check_digit",
                "FI- 20774740 | | | FI20774740",
                "FI 20774741 | | | !bad_check_digit",
                "FR 40 303 265 045 | | | FR40303265045",
                "FR 23 334 175 221 | | | FR23334175221",
                "FR 84 323 140 391 | | | !bad_check_digit",
                "GB 980 7806 84 | | | GB980780684",
                "GB 802311781 | | | !bad_check_digit",
                "HR 33392005961 | | | HR33392005961",
                "HU-12892312 | | | HU12892312",
                "HU-12892313 | | | !bad_check_digit",
                "IE 6433435F | | | IE6433435F",
                "IE 6433435OA | | | IE6433435OA",
                "IE 6433435E | | | !bad_check_digit",
                "IE 8D79739I | | | IE8D79739I",
                "IT 00743110157 | | | IT00743110157",
                "IT 00743110158 | | | !bad_check_digit",
                "LU 150 274 42 | | | LU15027442",
                "LU 150 274 43 | | | !bad_check_digit",
                "LV 4000 3521 600 | | | LV40003521600",
                "MT 1167-9112 | | | MT11679112",
                "MT 1167-9113 | | | !bad_check_digit",
                "NL004495445B01 | | | NL004495445B01",
                "NL 123456789B90 | | | !bad_check_digit",
                "NO 995 525 828 MVA | | | NO995525828MVA",
                "PL 8567346215 | | | PL8567346215",
                "PL 8567346216 | | | !bad_check_digit",
                "PT 501 964 843 | | | PT501964843",
                "PT 501 964 842 | | | !bad_check_digit",
                "RO 185 472 90 | | | RO18547290",
                "RO 185 472 91 | | | !bad_check_digit",
                "SE 556188840401 | | | SE556188840401",
                "SE 123456789101 | | | !bad_check_digit",
                "SI 5022 3054 | | | SI50223054",
                "SI 50223055 | | | !bad_check_digit",
                "SK 202 274 96 19 | | | SK2022749619",
                "SK 202 274 96 18 | | | !bad_check_digit",
                "136695976 | DE | | DE136695976",
                "US 123456789 | | | !bad_form",
            })
    void vatNumbers(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("vat", raw, orEmpty(country), orEmpty(order), expected);
    }

    @Test
    void saysWhatWouldBeRightWithoutTheWholeNumber() {
        assertThat(RuleTable.details("document_number", "110105194912310021", Context.of("CN")))
                .containsExactly(Map.entry("expected", "X"));
        assertThat(RuleTable.details("document_number", "77306806A", Context.of("ES")))
                .containsEntry("expected", "B");
        assertThat(RuleTable.details("document_number", "43010419711026361", Context.of("CN")))
                .containsEntry("expected", "18")
                .containsEntry("found", "17");
        assertThat(RuleTable.details("credit_code", "911101052QE7E3OGW6", Context.NONE))
                .containsEntry("position", "15");
        assertThat(RuleTable.details("iban", "ES9221000418450200051332", Context.NONE))
                .containsEntry("expected", "91");
    }

    @Test
    void documentTypeDecides() {
        assertThat(typed("resident_id", "12345678Z")).isEqualTo("!bad_length");
        assertThat(typed("nif", "12345678Z")).isEqualTo("12345678Z");
        assertThat(typed("nif", "12345678")).isEqualTo("!bad_length");
        assertThat(typed("nie", "E1234567A")).isEqualTo("!bad_form");
        assertThat(typed("passport", "g-1234 5678")).isEqualTo("G12345678");
        assertThat(typed("passport", "12345678A")).isEqualTo("12345678A");
        assertThat(typed("hk_macau_permit", "H1234567800")).isEqualTo("H1234567800");
        assertThat(typed("hk_macau_permit", "810000199001011239")).startsWith("!bad_check");
        assertThat(typed("other", "110105194912310021")).isEqualTo("110105194912310021");
        assertThat(typed("passport", "4.3E+10")).isEqualTo("!damaged_number");
    }

    @Test
    void nobodyIsBornAfterToday() {
        Context context = new Context("CN", "", Map.of("today", "1949-12-30"));
        assertThat(RuleTable.outcome("document_number", "11010519491231002X", context))
                .isEqualTo("!date_out_of_range");
    }

    private static String typed(String type, String raw) {
        return RuleTable.outcome("document_number", raw, new Context("", "", Map.of("document_type", type)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
