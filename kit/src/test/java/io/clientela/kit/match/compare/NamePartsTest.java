package io.clientela.kit.match.compare;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources of the rules: the forms of names in use with Chinese, Spanish and English speakers; see each comparator. */
class NamePartsTest {

    @ParameterizedTest
    @CsvSource({
        // English: nicknames, initials, one slip, order.
        "robert, robert, EQUAL",
        "robert, bob, VARIANT",
        "elizabeth, liz, VARIANT",
        "william, w, INITIAL",
        "william, b, DIFFERENT",
        "william, wiliam, CLOSE",
        "gerste, gertse, CLOSE",
        "catherine, katherine, VARIANT",
        "mary ann, ann mary, VARIANT",
        "mary ann, maryann, CLOSE",
        "smith, jones, DIFFERENT",
        "ian, ann, DIFFERENT",
        // Spanish: one of two surnames, José and Pepe, María and Ma.
        "garcia lopez, garcia, PART",
        "jose, pepe, VARIANT",
        "maria, ma, VARIANT",
        "francisco, paco, VARIANT",
        "maria jose, maria, PART",
        "garcia lopez, perez ruiz, DIFFERENT",
        // Chinese: homophones, look-alikes, a character missing or other.
        "艳瑛, 艳英, VARIANT",
        "文颖, 文颍, VARIANT",
        "小明, 晓明, VARIANT",
        "秀梅, 梅秀, CLOSE",
        "小明, 明, PART",
        "秀梅, 秀海, ALIKE",
        "伟, 强, DIFFERENT",
        // Chinese characters against their spelling.
        "小明, xiaoming, VARIANT",
        "小明, xiao ming, VARIANT",
        "小明, daming, DIFFERENT",
    })
    void compares(String one, String other, NameLevel expected) {
        assertThat(NameParts.compare(one, other)).isEqualTo(expected);
        assertThat(NameParts.compare(other, one)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', robert", "robert, ''", "'', ''"})
    void saysNothingWhereANameIsMissing(String one, String other) {
        assertThat(NameParts.compare(one, other)).isEqualTo(NameLevel.MISSING);
    }

    @Property
    void doesntDependOnTheOrder(
            @ForAll @AlphaChars @Chars({' ', '王', '小', '明', '晓'}) @StringLength(max = 12) String one,
            @ForAll @AlphaChars @Chars({' ', '王', '小', '明', '晓'}) @StringLength(max = 12) String other) {
        String a = one.strip();
        String b = other.strip();
        assertThat(NameParts.compare(a, b)).isEqualTo(NameParts.compare(b, a));
    }

    @Property
    void isEqualToItself(@ForAll @AlphaChars @StringLength(min = 1, max = 12) String name) {
        assertThat(NameParts.compare(name, name)).isEqualTo(NameLevel.EQUAL);
    }
}
