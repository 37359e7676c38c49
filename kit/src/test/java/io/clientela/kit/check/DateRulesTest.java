package io.clientela.kit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sources: ISO 8601-1, GB/T 7408, customs of the three countries, serial days of Excel's 1900 system (45352 is 1 March 2024).
 */
class DateRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "2024-05-03 | | | 2024-05-03",
                "2023.05.25 | | | 2023-05-25",
                "2023/1/1 | | | 2023-01-01",
                "2024年06月25日 | | | 2024-06-25",
                "2024 年 6 月 5 日 | | | 2024-06-05",
                "2024年6月25号 | | | 2024-06-25",
                "二〇二四年十二月三十一日 | | | 2024-12-31",
                "二零二四年十月二十日 | | | 2024-10-20",
                "20221214 | | | 2022-12-14",
                "２０２２－１２－１４ | | | 2022-12-14",
                "14/05/2020 | | | 2020-05-14",
                "05/14/2020 | | | 2020-05-14",
                "14/05/2020 | | dmy | 2020-05-14",
                "03/04/2024 | | dmy | 2024-04-03",
                "03/04/2024 | | mdy | 2024-03-04",
                "03/04/2024 | | | !ambiguous_date",
                "03/04/2024 | | ymd | !ambiguous_date",
                "04/04/2024 | | | 2024-04-04",
                "3 May 2024 | | | 2024-05-03",
                "May 3, 2024 | | | 2024-05-03",
                "Friday, 3rd May 2024 | | | 2024-05-03",
                "3-May-2024 | | | 2024-05-03",
                "3-May-24 | | | 2024-05-03",
                "14 de mayo de 2020 | | | 2020-05-14",
                "14 de mayo del 2020 | | | 2020-05-14",
                "14 ene. 2020 | | | 2020-01-14",
                "1 de septiembre de 2020 | | | 2020-09-01",
                "45352 | | | 2024-03-01",
                "45352.0 | | | 2024-03-01",
                "45352.75 | | | 2024-03-01",
                "2024-05-03T10:20:30Z | | | 2024-05-03",
                "2024-05-03T23:59:59.999+08:00 | | | 2024-05-03",
                "2024-05-03 00:00:00 | | | 2024-05-03",
                "2024/5/3 0:00 | | | 2024-05-03",
                "14/05/2020 10:30 | | dmy | 2020-05-14",
                "2024年5月3日 上午10:30 | | | 2024-05-03",
                "2024年5月3日10时30分 | | | 2024-05-03",
                "20240503T102030Z | | | 2024-05-03",
                "20240503102030 | | | 2024-05-03",
                "Fri May 03 2024 00:00:00 GMT+0800 | | | 2024-05-03",
                "24-05-03 | | ymd | 2024-05-03",
                "24-05-03 | | | !ambiguous_date",
                "03/04/24 | | dmy | 2024-04-03",
                "14/05/20 | | | !ambiguous_date",
                "31/12/99 | | | 1999-12-31",
                "99/12/31 | | | 1999-12-31",
                "240503 | | | !ambiguous_date",
                "2024-02-30 | | | !bad_date",
                "2023-02-29 | | | !bad_date",
                "2024-02-29 | | | 2024-02-29",
                "2024-13-01 | | | !bad_date",
                "31/31/2024 | | | !bad_date",
                "2024-00-10 | | | !bad_date",
                "2024 | | | !bad_date",
                "2024-05 | | | !bad_date",
                "0 | | | !bad_date",
                "yesterday | | | !bad_date",
                "3 Mai 2024 | | | !bad_date",
                "1899-12-31 | | | !date_out_of_range",
                "2101-01-01 | | | !date_out_of_range",
                "#VALUE! | | | !formula",
            })
    void dates(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("date", raw, orEmpty(country), orEmpty(order), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            emptyValue = "",
            value = {
                "1949-12-31 | | | 1949-12-31",
                "1850-01-01 | | | 1850-01-01",
                "1849-12-31 | | | !date_out_of_range",
                "31/12/85 | | | 1985-12-31",
                "31/12/20 | | dmy | !ambiguous_date",
                "3-May-24 | | | !ambiguous_date",
            })
    void birthDates(String raw, @Nullable String country, @Nullable String order, String expected) {
        RuleTable.holds("birth_date", raw, orEmpty(country), orEmpty(order), expected);
    }

    @Test
    void saysHowManyDaysTheMonthHas() {
        assertThat(RuleTable.details("date", "2023-02-30", Context.NONE)).containsEntry("days", "28");
    }

    @Test
    void nobodyIsBornAfterToday() {
        Context context = new Context("", "", Map.of("today", "2026-11-22"));
        RuleTable.holds("birth_date", "2026-11-22", context, "2026-11-22");
        RuleTable.holds("birth_date", "2026-11-23", context, "!date_out_of_range");
        RuleTable.holds("date", "2026-11-23", context, "2026-11-23");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
