package io.clientela.kit.match.compare;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, telephone numbers, e-mail addresses and texts. */
class LevelsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 19900517, MISSING",
        "19900517, 19900517, EQUAL",
        "19900305, 19900503, SWAPPED",
        "19900517, 19900518, DIGIT",
        "19900517, 19901517, DIGIT",
        "19900512, 19900521, DIGIT",
        "19900517, 19910616, NEAR",
        "20010819, 20110916, NEAR",
        "19900517, 19901104, SAME_YEAR",
        "19900517, 19730204, DIFFERENT",
    })
    void comparesDates(int one, int other, DateLevel expected) {
        assertThat(DateLevel.compare(one, other)).isEqualTo(expected);
        assertThat(DateLevel.compare(other, one)).isEqualTo(expected);
    }

    @Property
    void comparesDatesInEitherOrder(
            @ForAll @IntRange(min = 1900, max = 2030) int yearA,
            @ForAll @IntRange(min = 101, max = 1231) int dayA,
            @ForAll @IntRange(min = 1900, max = 2030) int yearB,
            @ForAll @IntRange(min = 101, max = 1231) int dayB) {
        int a = yearA * 10_000 + dayA;
        int b = yearB * 10_000 + dayB;
        assertThat(DateLevel.compare(a, b)).isEqualTo(DateLevel.compare(b, a));
    }

    /** A number without its area code is dialled within the area (ITU-T E.164, national significant number). */
    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000, EQUAL",
        "13800138000, 13800138001, CLOSE",
        "13800138000, 13800183000, CLOSE",
        "01062345678, 62345678, PART",
        "62345678, 6234567812, PART",
        "13800138000, 18912345678, DIFFERENT",
    })
    void comparesTelephoneNumbers(String one, String other, TextLevel expected) {
        assertThat(TextLevel.phones(one, other)).isEqualTo(expected);
        assertThat(TextLevel.phones(other, one)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "jane.doe@example.com, jane.doe@example.com, EQUAL",
        "jane.doe@example.com, jane.doe@example.cmo, PART",
        "jane.doe@example.com, jnae.doe@example.com, CLOSE",
        "jane.doe@gmail.com, jane.doe@company.example, PART",
        // Namesakes number their addresses.
        "jane.doe12@example.com, jane.doe31@example.com, MISSING",
        "jane.doe@example.com, john.smith@example.com, DIFFERENT",
    })
    void comparesMailAddresses(String one, String other, TextLevel expected) {
        assertThat(TextLevel.emails(one, other)).isEqualTo(expected);
        assertThat(TextLevel.emails(other, one)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "booth street, booth street, EQUAL",
        "booth street, both street, CLOSE",
        "booth street, booth street north, PART",
        "booth street, rutherford lane, DIFFERENT",
    })
    void comparesTexts(String one, String other, TextLevel expected) {
        assertThat(TextLevel.texts(one, other)).isEqualTo(expected);
        assertThat(TextLevel.texts(other, one)).isEqualTo(expected);
    }
}
