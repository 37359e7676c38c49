package io.clientela.kit.match.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {

    @ParameterizedTest
    @CsvSource({
        "smith, smyth",
        "philip, filip",
        "clarke, klark",
        "jimenez, jimenes",
        "英, 瑛",
        "张, 章",
        "林, 玲",
        "程, 陈",
        "李, 你"
    })
    void oneSoundForSpellingsPeopleMix(String one, String other) {
        assertThat(Sounds.of(one)).isEqualTo(Sounds.of(other));
    }

    @ParameterizedTest
    @CsvSource({"smith, jones", "张, 王"})
    void tellsSoundsApart(String one, String other) {
        assertThat(Sounds.of(one)).isNotEqualTo(Sounds.of(other));
    }
}
