package io.clientela.correction;

import io.clientela.access.People;
import io.clientela.correction.FieldChange.Action;
import io.clientela.customer.Checking;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldAccess.Rights;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What may be asked of many files at once. A field that tells one customer from another is left out, and so is one the actor
 * sees masked: how many files stay as they are would tell whose value it is.
 */
@Component
class BulkRules {

    private static final Set<FieldType> ONE_BY_ONE =
            EnumSet.of(FieldType.LIST, FieldType.CARD, FieldType.NAME, FieldType.FILE);

    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final Checking checking;
    private final People people;

    BulkRules(FieldCatalogue fields, FieldAccess access, Checking checking, People people) {
        this.fields = fields;
        this.access = access;
        this.checking = checking;
        this.people = people;
    }

    /** The wish with its values as they are kept; refuses one that can't be done to any file. */
    BulkWish checked(BulkWish wish, Actor actor) {
        if (wish.numbers().isEmpty() && wish.query().isEmpty()) {
            throw new Refusal(CorrectionError.BULK_NO_FILES);
        }
        if (wish.changes().isEmpty()) {
            throw new Refusal(CorrectionError.BULK_NO_CHANGES);
        }
        boolean tooMuch = wish.numbers().size() > BulkWish.MOST_NUMBERS
                || wish.changes().size() > BulkWish.MOST_CHANGES
                || wish.changes().stream().anyMatch(change -> change.values().size() > BulkWish.MOST_VALUES)
                || wish.reason().length() > BulkWish.LONGEST_REASON;
        if (tooMuch) {
            throw new Refusal(CorrectionError.BULK_TOO_MUCH, Map.of("files", Integer.toString(BulkWish.MOST_NUMBERS)));
        }
        String record = wish.query().map(query -> query.record()).orElse("");
        Set<String> named = new HashSet<>();
        List<FieldChange> changes = wish.changes().stream()
                .map(change -> {
                    if (!named.add(change.field())) {
                        throw refused(change.field());
                    }
                    return checked(change, record, actor);
                })
                .toList();
        return new BulkWish(wish.numbers(), wish.query(), changes, wish.reason());
    }

    private FieldChange checked(FieldChange change, String record, Actor actor) {
        List<Field> meant = declared(change.field(), record);
        if (meant.isEmpty() || !meant.stream().allMatch(field -> isOpen(field, actor))) {
            throw refused(change.field());
        }
        Field field = meant.getFirst();
        boolean several = change.action() == Action.ADD || change.action() == Action.REMOVE;
        boolean fits = change.action() == Action.CLEAR
                ? change.values().isEmpty() && field.type() != FieldType.USER
                : !change.values().isEmpty()
                        && (several
                                ? field.type().many()
                                : field.type().many() || change.values().size() == 1);
        if (!fits) {
            throw refused(change.field());
        }
        return new FieldChange(change.field(), change.action(), kept(field, change.values(), actor));
    }

    private List<Field> declared(String key, String record) {
        return (record.isEmpty() ? Stream.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE) : Stream.of(record))
                .flatMap(type -> fields.catalogue().find(type, key).stream())
                .toList();
    }

    /** Whether a field can be changed in many files by this actor. */
    private boolean isOpen(Field field, Actor actor) {
        Rights rights = access.rights(actor, field);
        return rights.write()
                && rights.clear()
                && !field.retired()
                && !field.sealed()
                && !field.unique()
                && field.search() != Field.Search.EXACT
                && !ONE_BY_ONE.contains(field.type());
    }

    private List<String> kept(Field field, List<String> values, Actor actor) {
        List<String> kept = new ArrayList<>();
        for (String value : values) {
            if (field.type() == FieldType.USER) {
                kept.add(Long.toString(person(value).orElseThrow(() -> invalid(field, "unknown_choice", Map.of()))));
                continue;
            }
            kept.add(cleaned(field, value, actor));
        }
        return kept;
    }

    private String cleaned(Field field, String value, Actor actor) {
        Checking.FieldResult result = Optional.ofNullable(
                        checking.check(field.record(), Map.of(field.key(), List.of(value)), actor)
                                .fields()
                                .get(field.key()))
                .orElseThrow(() -> refused(field.key()));
        Optional<Checking.Remark> wrong =
                result.problems().stream().filter(Checking.Remark::refuses).findFirst();
        if (wrong.isPresent() || result.value().isEmpty()) {
            throw invalid(
                    field,
                    wrong.map(Checking.Remark::code).orElse("bad_form"),
                    wrong.map(Checking.Remark::details).orElse(Map.of()));
        }
        return result.value();
    }

    private Optional<Long> person(String value) {
        boolean isId = value.length() < 19 && !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return (isId ? people.byId(Long.parseLong(value)) : people.byName(value)).map(People.Person::id);
    }

    private static Refusal invalid(Field field, String code, Map<String, String> details) {
        return new Refusal(CommonError.INVALID_VALUES, Map.of(), List.of(new FieldProblem(field.key(), code, details)));
    }

    private static Refusal refused(String field) {
        return new Refusal(CorrectionError.BULK_FIELD, Map.of("field", field));
    }
}
