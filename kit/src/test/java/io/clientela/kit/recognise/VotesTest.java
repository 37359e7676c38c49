package io.clientela.kit.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VotesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "07/08/2024, 14/05/2020|dmy|false",
                "07/08/2024, 05/14/2020|mdy|false",
                "07/08/2024, 01/02/2020|''|false",
                "14/05/2020, 05/14/2020|''|true",
                "2024-05-14, 20240514|''|false",
                "7.8.24, 31.12.23 10:15|dmy|false",
                "13/13/2024|''|false",
            })
    void decidesDateOrder(String values, String order, boolean contradictory) {
        DateOrderVote vote = new DateOrderVote();
        List.of(values.split(", ")).forEach(vote::feed);
        assertThat(vote.order()).isEqualTo(order);
        assertThat(vote.contradictory()).isEqualTo(contradictory);
    }

    @Test
    void letsOneSlipInAHundredPassButReportsIt() {
        DateOrderVote vote = new DateOrderVote();
        for (int i = 0; i < 99; i++) {
            vote.feed("14/05/2020");
        }
        vote.feed("05/14/2020");
        assertThat(vote.order()).isEqualTo("dmy");
        assertThat(vote.contradictory()).isTrue();
    }

    @Test
    void settlesTheOrderByTheLastRow() {
        Recognition sample = Registers.recognise(Hints.NONE, "Name,Created,Birthday", "Ann Lee,07/08/2024,01/02/1990");
        DateOrders orders = sample.dateOrders();
        orders.feed(RecogniserTest.row(2, "Ann Lee", "07/08/2024", "01/02/1990"));
        orders.feed(RecogniserTest.row(900_000, "Bob Ray", "31/08/2024", ""));
        Recognition decided = orders.decided();
        assertThat(decided.columns()).extracting(Column::dateOrder).containsExactly("", "dmy", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "姓名|电话|13800138000|CN",
                "Nombre|Teléfono|622704387|ES",
                "Name|Phone|07400 123804|GB",
                "Name|Phone|310-246-1501|US",
                "Name|Phone|0430703945|AU",
                "Name|Phone|+49 30 901820|DE",
                "Name|Postcode|YO1 7HH|GB",
                "Name|State|nsw|AU",
                "Name|Country|United Kingdom|GB",
                "Name|City|Leeds|''",
            })
    void decidesTheCountryByTheValues(String first, String second, String value, String country) {
        assertThat(Registers.recognise(Hints.NONE, first + "," + second, "x y," + value)
                        .country())
                .isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({
        "UK, GB",
        "gb, GB",
        "United Kingdom, GB",
        "英国, GB",
        "Reino Unido, GB",
        "USA, US",
        "中国, CN",
        "España, ES",
        "x, ''",
        "Narnia, ''"
    })
    void knowsCountriesByName(String text, String code) {
        assertThat(Countries.code(text)).isEqualTo(code);
    }
}
