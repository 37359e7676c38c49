package io.clientela.kit.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Days, in every usual way of writing one, as {@code yyyy-MM-dd}. */
final class Dates {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1850, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private Dates() {}

    static Checked date(String raw, Context context) {
        return check(raw, context, false);
    }

    static Checked birthDate(String raw, Context context) {
        return check(raw, context, true);
    }

    /** Nobody alive was born before 1850, nobody at all after today; today is known where the record says so. */
    static Optional<Problem> outOfBirthRange(LocalDate day, Context context) {
        return outOfRange(day, FIRST_BIRTH, today(context));
    }

    private static Checked check(String raw, Context context, boolean birth) {
        return switch (DateReader.read(raw, context.dateOrder(), birth)) {
            case DateReader.Reading.Failed(Fault fault) -> Checked.refused(fault);
            case DateReader.Reading.Parts(int year, int month, int day) -> {
                try {
                    LocalDate date = LocalDate.of(year, month, day);
                    Optional<Problem> range = birth ? outOfBirthRange(date, context) : outOfRange(date, FIRST, LAST);
                    yield range.isEmpty() ? Checked.ok(date.toString()) : new Checked.Refused(range.get());
                } catch (DateTimeException e) {
                    yield impossible(year, month);
                }
            }
        };
    }

    private static Checked impossible(int year, int month) {
        if (month < 1 || month > 12) {
            return Checked.refused(Fault.BAD_DATE, "month", Integer.toString(month));
        }
        int days = YearMonth.of(year, month).lengthOfMonth();
        return Checked.refused(Fault.BAD_DATE, "month", Integer.toString(month), "days", Integer.toString(days));
    }

    private static Optional<Problem> outOfRange(LocalDate day, LocalDate first, LocalDate last) {
        if (!day.isBefore(first) && !day.isAfter(last)) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(Fault.DATE_OUT_OF_RANGE, "first", first.toString(), "last", last.toString()));
    }

    private static LocalDate today(Context context) {
        String today = context.sibling("today");
        if (today.length() == 10 && Codes.isDigits(today, 0, 4) && today.charAt(4) == '-') {
            try {
                return LocalDate.parse(today);
            } catch (DateTimeException e) {
                return LAST;
            }
        }
        return LAST;
    }
}
