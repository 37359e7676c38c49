package io.clientela.kit.match.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetTest {

    /** Abbreviations: USPS Publication 28, AS 4590, Spanish tipos de vía; Chinese numbers with 号. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "12 Booth St. | booth street | 12 | ''",
                "12 Booth Street | booth street | 12 | ''",
                "12 booth crescent, donore | booth crescent | 12 | donore",
                "435 s. la laguna blvd. | la laguna boulevard south | 435 | ''",
                "435 La Laguna Boulevard S | la laguna boulevard south | 435 | ''",
                "12 North Street | north street | 12 | ''",
                "31 Ninth Ave. | 9th avenue | 31 | ''",
                "31 9th Avenue between Oak and Elm | 9th avenue | 31 | ''",
                "Avda. Reforma 8 entre Roble y Olmo | avenue reforma | 8 | ''",
                "Calle Mayor, 7 | calle mayor | 7 | ''",
                "C/ Mayor 7 | calle mayor | 7 | ''",
                "湖南省长沙市科技路953号5栋 | 湖南省长沙市科技路 | 953 | 5栋",
                "建设路 | 建设路 | '' | ''",
                "168 High Street | high street | 168 | ''",
            })
    void takesAnAddressApart(String address, String street, String number, String rest) {
        assertThat(Street.of(address)).isEqualTo(new Street(street, number, rest));
    }
}
