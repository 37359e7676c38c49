package io.clientela.customer;

import io.clientela.customer.KeyStore.Blind;
import io.clientela.customer.Prepared.CleanedItem;
import io.clientela.customer.Submission.Target;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.text.SortKey;
import io.clientela.vault.BlindIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The first half of the write gate: reads raw values; touches no database. */
@Component
class Preparing {

    private final Cleaning cleaning;
    private final HomeCountry home;
    private final FieldCatalogue fields;
    private final BlindIndex blinds;

    Preparing(Cleaning cleaning, HomeCountry home, FieldCatalogue fields, BlindIndex blinds) {
        this.cleaning = cleaning;
        this.home = home;
        this.fields = fields;
        this.blinds = blinds;
    }

    Prepared prepare(Submission submission) {
        return prepare(submission, Map.of());
    }

    /** Reads a submission with what the file already says as siblings. */
    Prepared prepare(Submission submission, Map<String, String> known) {
        if (fields.catalogue().fileTypes().stream().noneMatch(type -> type.key().equals(submission.record()))) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        boolean lenient = "import".equals(submission.how().channel());
        Context context = home.context(submission.how().context(), submission.values(), known);
        Cleaned cleaned = cleaning.clean(submission.record(), submission.values(), context, known, lenient);
        Map<String, List<CleanedItem>> items = new LinkedHashMap<>();
        submission.lists().forEach((list, change) -> {
            Optional<Field> field = fields.catalogue().find(submission.record(), list);
            if (field.isEmpty()) {
                cleaned.problems().add(Cleaning.problem(list, "unknown_field"));
            } else {
                items.put(list, items(field.get(), change, context, lenient, cleaned));
            }
        });
        Optional<Blind> key = submission.target() instanceof Target.ByKey byKey
                ? key(submission.record(), byKey.field(), cleaned)
                : Optional.empty();
        boolean mayBeNew = submission.target() instanceof Target.NewFile || submission.target() instanceof Target.ByKey;
        return new Prepared(
                submission,
                cleaned,
                items,
                key,
                mayBeNew ? Optional.of(draft(submission, cleaned)) : Optional.empty(),
                told(submission, context, cleaned));
    }

    /** What can't be read of the provenance is warned about: the customer's own values are none the worse for it. */
    private Map<String, List<String>> told(Submission submission, Context context, Cleaned whole) {
        if (submission.how().told().isEmpty()) {
            return Map.of();
        }
        Cleaned told = cleaning.clean(Catalogue.PROVENANCE, submission.how().told(), context, Map.of(), true);
        told.problems().forEach(p -> whole.warnings().add(inside(Catalogue.PROVENANCE, p)));
        told.warnings().forEach(p -> whole.warnings().add(inside(Catalogue.PROVENANCE, p)));
        Map<String, List<String>> texts = new TreeMap<>();
        told.values().forEach((key, value) -> {
            if (!value.isEmpty()) {
                texts.put(key, value.parts());
            }
        });
        return texts;
    }

    private List<CleanedItem> items(
            Field list, Submission.ListChange change, Context context, boolean lenient, Cleaned whole) {
        List<CleanedItem> items = new ArrayList<>();
        for (Submission.ItemChange item : change.set()) {
            Cleaned part = cleaning.clean(list.codeList(), item.values(), context, Map.of(), lenient);
            boolean fresh = item.id().isEmpty();
            boolean empty = part.values().values().stream().allMatch(Value::isEmpty);
            part.problems().forEach(p -> whole.problems().add(inside(list.key(), p)));
            part.warnings().forEach(p -> whole.warnings().add(inside(list.key(), p)));
            if (!(fresh && empty)) {
                items.add(new CleanedItem(item.id().orElse(0), part));
            }
        }
        return items;
    }

    private static FieldProblem inside(String list, FieldProblem problem) {
        return new FieldProblem(list + "." + problem.field(), problem.code(), problem.details());
    }

    private Prepared.Draft draft(Submission submission, Cleaned cleaned) {
        return new Prepared.Draft(
                SortKey.of(cleaned.values().getOrDefault("name", Value.NONE).text()),
                keys(submission.record(), cleaned.values()));
    }

    /** Hashes of every value that is found exactly, by field key. */
    Map<String, Blind> keys(String record, Map<String, Value> values) {
        Map<String, Blind> keys = new HashMap<>();
        for (Field field : fields.catalogue().fields(record)) {
            Value value = values.getOrDefault(field.key(), Value.NONE);
            if (isKey(field) && !value.isEmpty()) {
                keys.put(field.key(), blind(record, field.key(), value.text()));
            }
        }
        return keys;
    }

    /** Hashes of the values that tell a new file from all others, by field key. */
    Map<String, Blind> identifying(Prepared prepared) {
        Map<String, Blind> some = new HashMap<>();
        prepared.draft()
                .ifPresent(draft -> draft.keys().forEach((key, blind) -> {
                    if (identifies(
                            fields.catalogue().field(prepared.submission().record(), key))) {
                        some.put(key, blind);
                    }
                }));
        return some;
    }

    static boolean isKey(Field field) {
        return field.unique() || field.search() == Field.Search.EXACT;
    }

    boolean identifies(String record, String key) {
        return identifies(fields.catalogue().field(record, key));
    }

    /** A value said twice is worth a warning, unless it only counts rows of the source. */
    static boolean identifies(Field field) {
        return field.unique() && !"external_id".equals(field.rule());
    }

    Blind blind(String record, String key, String value) {
        return new Blind(blinds.of(record + "." + key, value));
    }

    private Optional<Blind> key(String record, String field, Cleaned cleaned) {
        Value value = cleaned.values().getOrDefault(field, Value.NONE);
        return value.isEmpty() ? Optional.empty() : Optional.of(blind(record, field, value.text()));
    }
}
