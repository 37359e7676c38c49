package io.clientela.kit.match.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanisationTest {

    @ParameterizedTest
    @CsvSource({
        "Łódź Straße, lodz strasse",
        "Щукина Юлия, shchukina yuliya",
        "Їжакевич, izhakevich",
        "Ευαγγελία Παπαδοπούλου, evaggelia papadopoulou",
        "박민수, park minsu",
        "გიორგი, giorgi",
        "青岛, qing dao",
        "振牧ABC, zhen mu abc",
        "はなこ, hanako",
    })
    void writesAnyScriptInLatinLetters(String name, String latin) {
        assertThat(Romanisation.of(name)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({
        "sergey, sergej",
        "yusuf, yousuf",
        "philip, filip",
        "schmidt, shmidt",
        "katherine, katerine",
        "hsiao, xiao",
        "nooristani, nuristani",
        "dzhamal, jamal",
    })
    void hearsTheSameInDifferentSpellings(String one, String other) {
        assertThat(Sounds.of(one)).isEqualTo(Sounds.of(other));
    }
}
