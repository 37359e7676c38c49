package io.clientela.kit.match.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
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

    /** Against the table written out whole (Damerau, restricted): the short cuts change nothing. */
    @Property
    void countsAsTheWholeTableDoes(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 9) String one,
            @ForAll @CharRange(from = 'a', to = 'f') @StringLength(max = 9) String other,
            @ForAll @IntRange(min = 1, max = 4) int most) {
        assertThat(Edits.distance(one, other, most)).isEqualTo(Math.min(most + 1, whole(one, other)));
    }

    @Property
    void isAlikeFromTheMeasureOn(
            @ForAll @CharRange(from = 'a', to = 'e') @StringLength(min = 1, max = 12) String one,
            @ForAll @CharRange(from = 'a', to = 'h') @StringLength(min = 1, max = 12) String other,
            @ForAll @DoubleRange(min = 0.5, max = 0.95) double least) {
        assertThat(Edits.alike(one, other, least)).isEqualTo(Edits.jaroWinkler(one, other) >= least);
    }

    private static int whole(String a, String b) {
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                int best =
                        i == 0 || j == 0 ? i + j : slips[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                best = i == 0 || j == 0 ? best : Math.min(best, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, slips[i - 2][j - 2] + 1);
                }
                slips[i][j] = best;
            }
        }
        return slips[a.length()][b.length()];
    }
}
