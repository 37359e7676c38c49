package io.clientela.kit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sources: ITU-T E.164; numbering plans of libphonenumber; Chinese mobiles by 电信网编号计划 (11 digits beginning 13 to 19).
 */
class PhoneRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "13812345678 | CN | | +8613812345678",
                "138-9359-4840 | CN | | +8613893594840",
                "131 1396 0741 | CN | | +8613113960741",
                "+86 17763521571 | CN | | +8617763521571",
                "+86 17763521571 | | | +8617763521571",
                "008617763521571 | ES | | +8617763521571",
                "8617763521571 | CN | | +8617763521571",
                "8617763521571 | ES | | +8617763521571",
                "(+86)17763521571 | CN | | +8617763521571",
                "１３１６６３１４１２５ | CN | | +8613166314125",
                "13812345678.0 | CN | | +8613812345678",
                "010-24962989 | CN | | +861024962989",
                "（010）24962989 | CN | | +861024962989",
                "0755-23966889 | CN | | +8675523966889",
                "010-24962989-801 | CN | | +861024962989;ext=801",
                "010-24962989转801 | CN | | +861024962989;ext=801",
                "010-24962989 分机801 | CN | | +861024962989;ext=801",
                "电话：010-24962989 | CN | | +861024962989",
                "400-820-8820 | CN | | +864008208820",
                "95588 | CN | | 95588",
                "1779231629 | CN | | !bad_length",
                "0034609538902 | CN | | +34609538902",
                "+34 609538902 | CN | | +34609538902",
                "609 538 902 | ES | | +34609538902",
                "0034622312105 | ES | | +34622312105",
                "91.123.45.67 | ES | | +34911234567",
                "60953890 | ES | | !bad_phone",
                "+44 7400123804 | GB | | +447400123804",
                "+44 (0)20 7946 0018 | | | +442079460018",
                "020 7946 0018 | UK | | +442079460018",
                "310/246-1501 | US | | +13102461501",
                "(310) 246-1501 x12 | US | | +13102461501;ext=12",
                "310.246.1501 ext. 12 | US | | +13102461501;ext=12",
                "1-800-356-9377 | US | | +18003569377",
                "1-800-FLOWERS | US | | +18003569377",
                "0412 345 678 | AU | | +61412345678",
                "+61412345678 | AU | | +61412345678",
                "+61012345678 | AU | | +6112345678",
                "1.38E+10 | CN | | !damaged_number",
                "310/246-1501 | | | 3102461501",
                "616577014 | | | 616577014",
                "12345 | | | !bad_length",
                "1234567890123456 | | | !bad_length",
                "无 | CN | | !bad_phone",
                "abc | ES | | !bad_phone",
                "138 1234 5678 / 139 1234 5678 | CN | | !bad_phone",
                "1+1 | CN | | !bad_phone",
                "+ | | | !bad_phone",
            })
    void phones(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("phone", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "13812345678 | CN | | +8613812345678",
                "１５８２１８７２２８５ | CN | | +8615821872285",
                "186-8340-4414 | CN | | +8618683404414",
                "+8613812345678 | CN | | +8613812345678",
                "1779231629 | CN | | !bad_length",
                "177923162911 | CN | | !bad_length",
                "+861779231629 | | | !bad_length",
                "010-24962989 | CN | | !bad_length",
                "12812345678 | CN | | !bad_phone",
                "+85261234567 | CN | | +85261234567",
                "+34 622704387 | ES | | +34622704387",
                "622704387 | ES | | +34622704387",
                "62270438 | ES | | !bad_phone",
                "+44 7400123804 | CN | | +447400123804",
                "0412345678 | AU | | +61412345678",
                "040000123 | AU | | !bad_phone",
                "622704387 | | | 622704387",
                "13812345678 | | | 13812345678",
                "12345 | | | !bad_length",
                "1.38E+10 | | | !damaged_number",
            })
    void mobiles(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("mobile", raw, orEmpty(country), orEmpty(order), expected);
    }

    @Test
    void acceptsEveryExampleOfTheNumberingPlans() throws IOException {
        List<String> refused = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("phone_examples.csv"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            for (String line : lines) {
                String[] cells = line.split(",");
                String outcome = RuleTable.outcome("phone", cells[3], Context.of(cells[0]));
                boolean kept = cells[0].equals("001") || outcome.equals("+" + cells[1] + cells[3]);
                if (outcome.startsWith("!") || !kept) {
                    refused.add(line + " -> " + outcome);
                }
                String international = RuleTable.outcome("phone", "+" + cells[1] + cells[3], Context.of("CN"));
                if (!international.equals("+" + cells[1] + cells[3])) {
                    refused.add("+" + line + " -> " + international);
                }
            }
            assertThat(lines).hasSizeGreaterThan(1000);
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void newRangesPassWithAHint() {
        Checked checked = Rules.named("phone").check("+61012345678", Context.NONE);
        assertThat(checked).isInstanceOf(Checked.Ok.class);
        assertThat(((Checked.Ok) checked).hints()).extracting(Problem::fault).containsExactly(Fault.BAD_PHONE);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
