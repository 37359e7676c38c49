package io.clientela.kit.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "錢濤 | '' | '' | 涛 | 钱",
                "欧阳雪 | '' | '' | 雪 | 欧阳",
                "王小明先生 | '' | '' | 小明 | 王",
                "王小明 Tony | '' | '' | 小明 | 王",
                "Lucía Moreno Martín | '' | '' | lucia | moreno martin",
                "Manuel Javier Martínez Álvarez | '' | '' | manuel javier | martinez alvarez",
                "García López, Juan | '' | '' | juan | garcia lopez",
                "Dr. Jane Doe | '' | '' | jane | doe",
                "Jane Doe | Jane | Doe | jane | doe",
                "William O'Brien | William | O'Brien | william | obrien",
                "Jessica | Jessica | '' | jessica | ''",
                "Jessica Owen | Jessica | '' | jessica | owen",
                "Sra. Nuria García | '' | '' | nuria | garcia",
            })
    void takesANameApart(String whole, String given, String family, String expectedGiven, String expectedFamily) {
        assertThat(PersonName.of(whole, given, family)).isEqualTo(new PersonName(expectedGiven, expectedFamily));
    }
}
