package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.customer.KeyStore.Claim;
import io.clientela.kernel.Refusal;
import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Context;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.text.SearchTokens;
import io.clientela.platform.Organisation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What each operator asks of the value of a field, as an SQL condition; whoever calls has seen to it that the reader may ask. */
@Component
class Comparisons {

    static final String CREATED = "created_at";
    static final String RUN = "import_run";
    private static final org.jooq.Field<OffsetDateTime> CREATED_AT =
            DSL.field(DSL.name("f", CREATED), OffsetDateTime.class);
    private static final org.jooq.Field<Long> OWNER_ID = DSL.field(DSL.name("f", "owner_id"), Long.class);
    static final String RANGE = "..";
    private static final int MOST_DIGITS = 40;

    /** With more files than these the value says too little to begin with it. */
    private static final int MOST_HOLDERS = 1_000;

    private static final Set<FieldType> STARTING = EnumSet.of(
            FieldType.TEXT, FieldType.NAME, FieldType.EMAIL, FieldType.PHONE, FieldType.URL, FieldType.ADDRESS);
    private final Choices choices;
    private final KeyStore keys;
    private final SearchStore searches;
    private final Preparing preparing;
    private final People people;
    private final Organisation organisation;
    private final Clock clock;
    private final PastFilters pasts;

    Comparisons(
            Choices choices,
            KeyStore keys,
            SearchStore searches,
            Preparing preparing,
            People people,
            Organisation organisation,
            Clock clock,
            PastFilters pasts) {
        this.choices = choices;
        this.keys = keys;
        this.searches = searches;
        this.preparing = preparing;
        this.people = people;
        this.organisation = organisation;
        this.clock = clock;
        this.pasts = pasts;
    }

    Condition of(Field field, Wanted wanted) {
        return switch (wanted.operator()) {
            case IS -> equal(field, wanted.value());
            // A file that says nothing of it isn't what is asked to be left out either.
            case NOT -> DSL.condition("({0}) is not true", equal(field, wanted.value()));
            case ANY ->
                wanted.values().stream()
                        .map(one -> equal(field, one))
                        .reduce(Condition::or)
                        .orElse(DSL.falseCondition());
            case STARTS -> DSL.condition("starts_with(lower({0}), lower({1}))", part(field), DSL.val(wanted.value()));
            case CONTAINS ->
                DSL.condition("position(lower({1}) in lower({0})) > 0", part(field), DSL.val(wanted.value()));
            case BEFORE -> beyond(field, wanted.value(), true);
            case AFTER -> beyond(field, wanted.value(), false);
            case LAST -> last(field, wanted.value());
            case EMPTY -> empty(field);
            case FILLED -> DSL.not(empty(field));
            case WRITTEN -> written(field, wanted.value());
            case WAS -> pasts.was(field, wanted, one -> canonical(field, one).orElse(one));
        };
    }

    private Condition equal(Field field, String wanted) {
        if (Preparing.isKey(field)) {
            return byKey(field, wanted);
        }
        return switch (field.type()) {
            case DATE -> range(field, wanted, text -> date(text).toString());
            case NUMBER, MONEY -> range(field, wanted, text -> number(text).toPlainString());
            case REGION -> region(field, wanted);
            case USER -> owner(wanted);
            case CHOICES -> FieldPlace.of(field).equal(canonical(field, wanted).orElse(wanted));
            default -> same(field, canonical(field, wanted).orElse(wanted));
        };
    }

    /** What is searched for is found by its tokens, so that a list of one phone doesn't read the names of everybody. */
    private Condition same(Field field, String value) {
        List<String> tokens = new ArrayList<>();
        switch (field.search()) {
            case PHONE -> SearchTokens.ofPhone(value, tokens::add);
            case EMAIL -> SearchTokens.ofEmail(value, tokens::add);
            default -> {
                // Not searched by parts.
            }
        }
        List<Long> holders = tokens.isEmpty() ? List.of() : searches.holders(tokens, MOST_HOLDERS);
        boolean narrowed = !tokens.isEmpty() && holders.size() < MOST_HOLDERS;
        Condition same = FieldPlace.of(field).equal(value);
        return narrowed
                ? same.and(DSL.field(DSL.name("f", "file_id"), Long.class).in(holders))
                : same;
    }

    /** Parts are compared as they are kept, but for capitals; a sealed value has none. */
    private static org.jooq.Field<String> part(Field field) {
        boolean text = !field.sealed() && STARTING.contains(field.type());
        if (!text) {
            throw refused(field.key());
        }
        return FieldPlace.of(field).text();
    }

    /** Before or behind a day or number, without it. */
    private static Condition beyond(Field field, String wanted, boolean before) {
        UnaryOperator<String> read = switch (field.type()) {
            case DATE -> text -> date(text).toString();
            case NUMBER, MONEY -> text -> number(text).toPlainString();
            default -> throw refused(field.key());
        };
        FieldPlace place = FieldPlace.of(field);
        try {
            String edge = read.apply(wanted);
            return before ? place.below(edge) : place.above(edge);
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refusal(CustomerError.FILTER_VALUE, Map.of("field", field.key()));
        }
    }

    private Condition last(Field field, String wanted) {
        if (field.type() != FieldType.DATE) {
            throw refused(field.key());
        }
        LocalDate today = today();
        FieldPlace place = FieldPlace.of(field);
        return place.atLeast(today.minusDays(days(field.key(), wanted)).toString())
                .and(place.atMost(today.toString()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.zone());
    }

    private static int days(String key, String wanted) {
        if (!wanted.matches("\\d{1,5}")) {
            throw new Refusal(CustomerError.FILTER_VALUE, Map.of("field", key));
        }
        return Integer.parseInt(wanted);
    }

    private static Condition empty(Field field) {
        if (field.type() == FieldType.USER) {
            return ListStore.UNOWNED;
        }
        return FieldPlace.of(field).empty();
    }

    /** The person a file belongs to, by id or name, whatever was written in the field. */
    private Condition owner(String wanted) {
        Optional<Long> id = Owners.isId(wanted)
                ? Optional.of(Long.parseLong(wanted))
                : people.byName(wanted).map(person -> person.id());
        return id.map(OWNER_ID::eq).orElse(DSL.falseCondition());
    }

    /** A file that says whose it is names the person by id; one whose owner is called so by now says nothing else any more. */
    private Condition written(Field field, String text) {
        if (field.type() != FieldType.USER) {
            throw refused(field.key());
        }
        String kept = canonical(field, text).orElse(text);
        if (Owners.isId(kept)) {
            return DSL.falseCondition();
        }
        Condition said = FieldPlace.of(field).equal(kept);
        return people.byName(kept)
                .map(person -> said.and(OWNER_ID.ne(person.id())))
                .orElse(said);
    }

    /** The customers an import run entered or changed. */
    static Condition ofRun(Wanted wanted) {
        boolean one = wanted.operator() == Wanted.Operator.IS && Owners.isId(wanted.value());
        if (!one) {
            throw wanted.operator() == Wanted.Operator.IS
                    ? new Refusal(CustomerError.FILTER_VALUE, Map.of("field", RUN))
                    : refused(RUN);
        }
        return DSL.field(DSL.name("f", "file_id"), Long.class)
                .in(DSL.select(DSL.field(DSL.name("said", "head_id"), Long.class))
                        .from(DSL.table(DSL.name("customer", "entry")).as("e"))
                        .join(DSL.table(DSL.name("customer", "file")).as("said"))
                        .on(DSL.condition("said.file_id = e.file_id"))
                        .where(DSL.field(DSL.name("e", "run_id"), Long.class).eq(Long.parseLong(wanted.value())))
                        .and(DSL.field(DSL.name("e", "channel"), String.class).eq("import")));
    }

    /** As far as the database's own dates go without another era. */
    private static LocalDate date(String text) {
        LocalDate date = Rules.named("date").check(text, Context.NONE) instanceof Checked.Ok ok
                ? LocalDate.parse(ok.value())
                : LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > 9_999) {
            throw new DateTimeException("out of range");
        }
        return date;
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException("out of range");
        }
        return number;
    }

    private Condition byKey(Field field, String wanted) {
        List<Long> ids = canonical(field, wanted)
                .map(value -> keys.find(List.of(preparing.blind(field.record(), field.key(), value))).values().stream()
                        .flatMap(List::stream)
                        .map(Claim::headId)
                        .toList())
                .orElse(List.of());
        return DSL.field(DSL.name("f", "file_id"), Long.class).in(ids);
    }

    /** Everything at or below the place; codes of Chinese divisions nest by their leading digits. */
    private Condition region(Field field, String wanted) {
        return canonical(field, wanted)
                .map(code -> FieldPlace.of(field).among(choices.regionsWithin(code)))
                .orElse(DSL.falseCondition());
    }

    Optional<String> canonical(Field field, String wanted) {
        if (field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES || field.type() == FieldType.REGION) {
            return choices.resolve(field, wanted, organisation.country());
        }
        return Rules.named(field.rule()).check(wanted, Context.of(organisation.country())) instanceof Checked.Ok ok
                ? Optional.of(ok.value())
                : Optional.empty();
    }

    /** {@code read} gives the canonical form of one end. */
    private static Condition range(Field field, String wanted, UnaryOperator<String> read) {
        FieldPlace place = FieldPlace.of(field);
        try {
            int dots = wanted.indexOf(RANGE);
            if (dots < 0) {
                return place.equal(read.apply(wanted));
            }
            String from = wanted.substring(0, dots).strip();
            String to = wanted.substring(dots + 2).strip();
            Condition range = DSL.noCondition();
            range = from.isEmpty() ? range : range.and(place.atLeast(read.apply(from)));
            return to.isEmpty() ? range : range.and(place.atMost(read.apply(to)));
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refusal(CustomerError.FILTER_VALUE, Map.of("field", field.key()));
        }
    }

    /** The moment of entry is asked for by its day in the organisation's zone. */
    Condition created(Wanted wanted) {
        try {
            String value = wanted.value();
            return switch (wanted.operator()) {
                case IS -> {
                    int dots = value.indexOf(RANGE);
                    yield dots < 0
                            ? from(date(value)).and(before(date(value).plusDays(1)))
                            : createdBetween(
                                    value.substring(0, dots).strip(),
                                    value.substring(dots + 2).strip());
                }
                case BEFORE -> before(date(value));
                case AFTER -> from(date(value).plusDays(1));
                case LAST -> from(today().minusDays(days(CREATED, value)));
                default -> throw refused(CREATED);
            };
        } catch (DateTimeException e) {
            throw new Refusal(CustomerError.FILTER_VALUE, Map.of("field", CREATED));
        }
    }

    private Condition createdBetween(String from, String to) {
        Condition range = from.isEmpty() ? DSL.noCondition() : from(date(from));
        return to.isEmpty() ? range : range.and(before(date(to).plusDays(1)));
    }

    private Condition from(LocalDate day) {
        return CREATED_AT.ge(day.atStartOfDay(organisation.zone()).toOffsetDateTime());
    }

    private Condition before(LocalDate day) {
        return CREATED_AT.lt(day.atStartOfDay(organisation.zone()).toOffsetDateTime());
    }

    static Refusal refused(String key) {
        return new Refusal(CustomerError.FILTER_NOT_ALLOWED, Map.of("field", key));
    }
}
