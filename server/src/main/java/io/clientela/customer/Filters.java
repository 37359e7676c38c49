package io.clientela.customer;

import io.clientela.customer.Wanted.Operator;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * A reader's filters as SQL conditions. A hidden field can't be filtered at all, a masked or sealed one only by its whole
 * value.
 */
@Component
class Filters {

    static final Set<String> TYPES = Set.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE);

    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final MaskedLookups lookups;
    private final Comparisons comparisons;

    Filters(FieldCatalogue fields, FieldAccess access, MaskedLookups lookups, Comparisons comparisons) {
        this.fields = fields;
        this.access = access;
        this.lookups = lookups;
        this.comparisons = comparisons;
    }

    Condition of(ListQuery query, Actor actor) {
        Condition all = DSL.noCondition();
        if (!query.record().isEmpty()) {
            if (!TYPES.contains(query.record())) {
                throw Comparisons.refused("type");
            }
            all = all.and(DSL.field(DSL.name("f", "record_type"), String.class).eq(query.record()));
        }
        for (Map.Entry<String, String> filter : query.filters().entrySet()) {
            if (!filter.getValue().isBlank()) {
                String asked = filter.getKey();
                Wanted wanted =
                        Wanted.of(asked, filter.getValue().strip()).orElseThrow(() -> Comparisons.refused(asked));
                all = all.and(one(wanted, query.record(), actor));
            }
        }
        return all.and(tree(Where.of(query.where()), query.record(), actor));
    }

    /** Whether {@link #of} would refuse nothing for the reader's rights; compares nothing. */
    boolean mayAsk(ListQuery query, Actor actor) {
        return wanted(query)
                .allMatch(wanted ->
                        wanted.filter(one -> mayAsk(one, query.record(), actor)).isPresent());
    }

    /** Whether what is asked for may be told to a reader who didn't ask: of a field seen masked a whole value is more than the mask shows. */
    boolean mayBeTold(ListQuery query, Actor actor) {
        return wanted(query)
                .flatMap(Optional::stream)
                .flatMap(wanted -> declared(wanted.key(), query.record()).stream())
                .allMatch(field -> access.read(actor, field) == Visibility.CLEAR);
    }

    /** Every condition, beside the tree and in it; an empty one isn't understood. */
    static Stream<Optional<Wanted>> wanted(ListQuery query) {
        Stream<Optional<Wanted>> simple = query.filters().entrySet().stream()
                .filter(filter -> !filter.getValue().isBlank())
                .map(filter -> Wanted.of(filter.getKey(), filter.getValue().strip()));
        return Stream.concat(simple, Where.of(query.where()).conditions().map(Optional::of));
    }

    private boolean mayAsk(Wanted wanted, String record, Actor actor) {
        List<Field> seen = seen(wanted.key(), record, actor);
        return Comparisons.CREATED.equals(wanted.key())
                || Comparisons.RUN.equals(wanted.key())
                || (!seen.isEmpty()
                        && seen.stream().allMatch(field -> mayAsk(field, wanted, access.read(actor, field))));
    }

    private static boolean mayAsk(Field field, Wanted wanted, Visibility visibility) {
        boolean whole = wanted.operator() == Operator.IS
                && !wanted.value().contains(Comparisons.RANGE)
                && field.type() != FieldType.REGION;
        // Of a stored file one asks only whether there is one.
        boolean bare = wanted.operator() == Operator.EMPTY || wanted.operator() == Operator.FILLED;
        boolean asked = (field.filterable() || Preparing.isKey(field)) && (bare || field.type() != FieldType.FILE);
        return asked && (visibility == Visibility.CLEAR || (visibility == Visibility.MASKED && whole));
    }

    private List<Field> declared(String key, String record) {
        return (record.isEmpty() ? TYPES : Set.of(record))
                .stream()
                        .flatMap(type -> fields.catalogue().find(type, key).stream())
                        .toList();
    }

    /** What is hidden in one type isn't there for this reader: the list shows the other alone, as with a field of one type. */
    private List<Field> seen(String key, String record, Actor actor) {
        return declared(key, record).stream()
                .filter(field -> access.read(actor, field) != Visibility.HIDDEN)
                .toList();
    }

    private Condition tree(Where where, String record, Actor actor) {
        return switch (where) {
            case Where.All all -> {
                Condition condition = DSL.noCondition();
                for (Where each : all.of()) {
                    condition = condition.and(tree(each, record, actor));
                }
                yield condition;
            }
            case Where.Any any when any.of().isEmpty() -> DSL.noCondition();
            case Where.Any any -> {
                Condition condition = DSL.falseCondition();
                for (Where each : any.of()) {
                    condition = condition.or(tree(each, record, actor));
                }
                yield condition;
            }
            case Where.One one -> one(one.wanted(), record, actor);
        };
    }

    private Condition one(Wanted wanted, String record, Actor actor) {
        String key = wanted.key();
        if (Comparisons.CREATED.equals(key)) {
            return comparisons.created(wanted);
        }
        if (Comparisons.RUN.equals(key)) {
            return Comparisons.ofRun(wanted);
        }
        List<Field> seen = seen(key, record, actor);
        if (seen.isEmpty()) {
            throw Comparisons.refused(key);
        }
        Condition any = DSL.falseCondition();
        for (Field field : seen) {
            Condition type =
                    DSL.field(DSL.name("f", "record_type"), String.class).eq(field.record());
            any = any.or(type.and(condition(field, wanted, actor)));
        }
        return any;
    }

    private Condition condition(Field field, Wanted wanted, Actor actor) {
        Visibility visibility = access.read(actor, field);
        if (!mayAsk(field, wanted, visibility)) {
            throw Comparisons.refused(field.key());
        }
        if (visibility == Visibility.MASKED) {
            lookups.count(actor, wanted.value());
        }
        return comparisons.of(field, wanted);
    }
}
