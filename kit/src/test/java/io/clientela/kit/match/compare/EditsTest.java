package io.clientela.kit.match.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {

    /** The last three are pairs Winkler's own papers use. */
    @ParameterizedTest
    @CsvSource({
        "same, same, 1.0",
        "abc, xyz, 0.0",
        "shackleford, shackelford, 0.982",
        "dwayne, duane, 0.840",
        "martha, marhta, 0.961"
    })
    void measuresLikenessAsTheCensusDoes(String one, String other, double expected) {
        assertThat(Edits.jaroWinkler(one, other)).isCloseTo(expected, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        "smith, smith, 0",
        "smith, smth, 1",
        "smith, smiht, 1",
        "smith, smyth, 1",
        "smith, smitth, 1",
        "smith, jones, 3",
        "'', ab, 2"
    })
    void countsSlipsUpToTwo(String one, String other, int expected) {
        assertThat(Edits.distance(one, other, 2)).isEqualTo(expected);
    }

    @Property
    void dependsNotOnTheOrder(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 9) String one,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 9) String other) {
        assertThat(Edits.distance(one, other, 4)).isEqualTo(Edits.distance(other, one, 4));
        assertThat(Edits.jaroWinkler(one, other)).isBetween(0.0, 1.0);
    }

    @Property
    void oneSlipIsOne(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 2, max = 9) String text, @ForAll int at) {
        int place = Math.floorMod(at, text.length());
        String missing = text.substring(0, place) + text.substring(place + 1);
        assertThat(Edits.distance(text, missing, 3)).isEqualTo(1);
    }
}
