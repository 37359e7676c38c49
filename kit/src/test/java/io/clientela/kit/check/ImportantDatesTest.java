package io.clientela.kit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportantDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05-17 生日 | 05-17 生日",
                "生日：5月17日 | 05-17 生日",
                "生日 1985年5月17日 | 1985-05-17 生日",
                "1985-5-17 birthday | 1985-05-17 birthday",
                "17 May: birthday | 05-17 birthday",
                "May 17, 1985 birthday | 1985-05-17 birthday",
                "17 de mayo: cumpleaños | 05-17 cumpleaños",
                "cumpleaños 17 de mayo de 1985 | 1985-05-17 cumpleaños",
                "17/5 aniversario | 05-17 aniversario",
                "--02-29 生日 | 02-29 生日",
                "05-17 生日；10-01 结婚纪念日 | 05-17 生日; 10-01 结婚纪念日",
                "5月17日 生日、10月1日 结婚纪念日 | 05-17 生日; 10-01 结婚纪念日",
                "05-17 生日、命名日 | 05-17 生日、命名日",
                "10-01 | 10-01"
            })
    void readsDaysAsPeopleWriteThem(String typed, String kept) {
        assertThat(ImportantDates.check(typed, Context.NONE)).isEqualTo(Checked.ok(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "喜欢过中秋 | 喜欢过中秋",
                "02-30 生日 | 02-30 生日",
                "3/4 birthday | 3/4 birthday",
                "marvellous 12 days | marvellous 12 days"
            })
    void keepsWhatNamesNoDayAndSaysSo(String typed, String kept) {
        Checked.Ok read = (Checked.Ok) ImportantDates.check(typed, Context.NONE);
        assertThat(read.value()).isEqualTo(kept);
        assertThat(read.hints()).extracting(Problem::fault).containsExactly(Fault.NO_DAY_IN_IT);
    }

    @Test
    void twoNumbersAreReadAsTheRestOfTheFile() {
        Context english = new Context("", "dmy", java.util.Map.of());
        assertThat(ImportantDates.check("3/4 birthday", english)).isEqualTo(Checked.ok("04-03 birthday"));
    }

    @Test
    void aLeapDayComesOnThe28thInOtherYears() {
        MonthDay leap = MonthDay.of(2, 29);
        assertThat(ImportantDates.next(leap, LocalDate.of(2027, 2, 1))).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(ImportantDates.next(leap, LocalDate.of(2028, 2, 1))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(ImportantDates.next(leap, LocalDate.of(2027, 3, 1))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(ImportantDates.on(LocalDate.of(2027, 2, 28))).containsExactly(MonthDay.of(2, 28), leap);
        assertThat(ImportantDates.on(LocalDate.of(2028, 2, 28))).containsExactly(MonthDay.of(2, 28));
    }

    @Property
    void everyDayComesRoundOnceAYear(@ForAll("days") MonthDay day, @ForAll @IntRange(min = 1900, max = 2199) int year) {
        List<LocalDate> dates = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> ImportantDates.on(date).contains(day))
                .toList();
        assertThat(dates).hasSize(1);
        assertThat(ImportantDates.next(day, LocalDate.of(year, 1, 1))).isEqualTo(dates.getFirst());
        assertThat(ImportantDates.next(day, dates.getFirst())).isEqualTo(dates.getFirst());
        assertThat(ImportantDates.next(day, dates.getFirst().plusDays(1)).getYear())
                .isEqualTo(year + 1);
    }

    @Property
    void whatWasReadIsReadTheSameAgain(@ForAll("days") MonthDay day, @ForAll("meanings") String meaning) {
        String typed = day.toString() + " " + meaning;
        Checked.Ok once = (Checked.Ok) ImportantDates.check(typed, Context.NONE);
        assertThat(ImportantDates.check(once.value(), Context.NONE)).isEqualTo(once);
        assertThat(ImportantDates.entries(once.value()))
                .extracting(ImportantDates.Entry::day)
                .containsExactly(Optional.of(day));
    }

    @Provide
    Arbitrary<MonthDay> days() {
        return Arbitraries.integers()
                .between(0, 365)
                .map(number -> MonthDay.from(LocalDate.of(2024, 1, 1).plusDays(number)));
    }

    @Provide
    Arbitrary<String> meanings() {
        return Arbitraries.of(Stream.of("生日", "birthday", "aniversario de boda", "入职", "", "Ана")
                .toList());
    }
}
