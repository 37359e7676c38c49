package io.clientela.kit.match.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Made-up persons; transliteration after BGN/PCGN, ELOT 743, Revised Romanisation and Hanyu Pinyin. */
class PersonNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Katarzyna Okonkwo | Okonkwo, Katarzyna",
                "Katarzyna Okonkwo | Katarzina Okonkwo",
                "Katarzyna Okonkwo | Dr. Katarzyna Okonkwo",
                "Katarzyna Okonkwo | K. Okonkwo",
                "Katarzyna Okonkwo | KatarzynaOkonkwo",
                "Robert Lindqvist | Bob Lindqvist",
                "Juan Quintero Vega | John Quintero Vega",
                "María del Carmen Quintero | Maria Carmen Quintero",
                "Юлия Петровна Соколова | Yuliya Sokolova",
                "Юлия Соколова | Julia Sokolova",
                "Νίκος Παπαδάκης | Nikos Papadakis",
                "김민수 | Kim Min-su",
                "单小鹏 | Shan Xiaopeng",
                "欧阳小鹏 | Xiaopeng Ouyang",
                "محمد سليم | Muhammad Salim",
                "Muhammad Salim | Mohamed Saleem",
                "Abdul Rahman Salim | Abdurrahman Salim",
                "张小鹏先生 | 張小鵬",
            })
    void takesTwoSpellingsForOneName(String one, String other) {
        assertThat(PersonNames.acrossScripts(one, other)).isGreaterThanOrEqualTo(NameLikeness.LIKELY_SAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Katarzyna Okonkwo | Krzysztof Okonkwo",
                "Katarzyna Okonkwo | Katarzyna Lindqvist",
                "Ivan Petrovich Sokolov | Ivan Sergeevich Sokolov",
                "Salim bin Omar al-Hadi | Omar bin Salim al-Hadi",
                "김민수 | 김민호",
                "张小鹏 | 张晓雯",
                "A. Okonkwo | B. Okonkwo",
                "Anna María Quintero | Anna Josefa Quintero",
                "Katarzyna | ''",
            })
    void keepsTwoPersonsApart(String one, String other) {
        assertThat(PersonNames.acrossScripts(one, other)).isLessThan(NameLikeness.LIKELY_SAME);
    }
}
