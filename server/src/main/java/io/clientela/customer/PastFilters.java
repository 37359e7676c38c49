package io.clientela.customer;

import io.clientela.kernel.Refusal;
import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Context;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Field;
import io.clientela.platform.Organisation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Who said what of a dated field in the past, as an SQL condition: at the end of a day, or at any time between two. */
@Component
class PastFilters {

    private static final String RANGE = "..";
    private static final char AT = '@';

    private static final org.jooq.Field<OffsetDateTime> FROM =
            DSL.field(DSL.name("p", "from_at"), OffsetDateTime.class);
    private static final org.jooq.Field<OffsetDateTime> UNTIL =
            DSL.field(DSL.name("p", "until_at"), OffsetDateTime.class);

    private final Organisation organisation;

    PastFilters(Organisation organisation) {
        this.organisation = organisation;
    }

    Condition was(Field field, Wanted wanted, UnaryOperator<String> canonical) {
        int at = wanted.value().lastIndexOf(AT);
        if (!field.dated()) {
            throw new Refusal(CustomerError.FILTER_NOT_ALLOWED, Map.of("field", field.key()));
        }
        if (at <= 0) {
            throw unreadable(field);
        }
        List<String> values = Wanted.several(wanted.key(), wanted.value().substring(0, at)).stream()
                .map(canonical)
                .toList();
        return DSL.field(DSL.name("f", "file_id"), Long.class)
                .in(DSL.select(DSL.field(DSL.name("p", "head_id"), Long.class))
                        .from(DSL.table(DSL.name("customer", "period")).as("p"))
                        .where(DSL.field(DSL.name("p", "field"), String.class).eq(field.key()))
                        .and(DSL.field(DSL.name("p", "value"), String.class).in(values))
                        .and(when(field, wanted.value().substring(at + 1).strip())));
    }

    private Condition when(Field field, String wanted) {
        int dots = wanted.indexOf(RANGE);
        if (dots < 0) {
            OffsetDateTime over = start(field, wanted, 1);
            return FROM.lt(over).and(UNTIL.isNull().or(UNTIL.ge(over)));
        }
        String from = wanted.substring(0, dots).strip();
        String to = wanted.substring(dots + RANGE.length()).strip();
        // One that ended as it began was never in force.
        Condition some = UNTIL.isNull().or(UNTIL.gt(FROM));
        Condition begun = to.isEmpty() ? DSL.noCondition() : FROM.lt(start(field, to, 1));
        Condition left = from.isEmpty() ? DSL.noCondition() : UNTIL.isNull().or(UNTIL.gt(start(field, from, 0)));
        return some.and(begun).and(left);
    }

    /** The beginning of a day, some days later. */
    private OffsetDateTime start(Field field, String text, int daysLater) {
        try {
            LocalDate day = Rules.named("date").check(text, Context.NONE) instanceof Checked.Ok ok
                    ? LocalDate.parse(ok.value())
                    : LocalDate.parse(text);
            if (day.getYear() < 1 || day.getYear() > 9_998) {
                throw unreadable(field);
            }
            return day.plusDays(daysLater).atStartOfDay(organisation.zone()).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw unreadable(field);
        }
    }

    private static Refusal unreadable(Field field) {
        return new Refusal(CustomerError.FILTER_VALUE, Map.of("field", field.key()));
    }
}
