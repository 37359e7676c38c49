package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.spi.FieldUse;
import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Context;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many customers a change of a field or of a code list would touch; counts only, whoever may see them. */
@Component
class FieldUses implements FieldUse {

    /** Values beyond these aren't held against a new rule: it is only a preview. */
    private static final int MOST_CHECKED = 50_000;

    /** As far as lists count too. */
    private static final int MOST_COUNTED = 10_000;

    private final FieldUseStore store;
    private final FieldCatalogue fields;

    FieldUses(FieldUseStore store, FieldCatalogue fields) {
        this.store = store;
        this.fields = fields;
    }

    @Override
    public List<Effect> effects(Optional<Field> now, Field then) {
        List<Effect> effects = new ArrayList<>();
        boolean inLists = isItem(then);
        now.filter(field -> field.type() != FieldType.LIST)
                .ifPresent(
                        field -> effects.add(counted(inLists ? "values_in_lists" : "values", count(field, inLists))));
        boolean newlyAsked = then.grade() == Grade.REQUIRED
                && now.map(Field::grade).filter(Grade.REQUIRED::equals).isEmpty();
        if (newlyAsked && !inLists && then.type() != FieldType.LIST) {
            effects.add(counted(
                    "missing",
                    now.map(field -> store.silent(field, MOST_COUNTED + 1)).orElseGet(() -> files(then))));
        }
        now.filter(Field::isOwn).ifPresent(field -> unfit(field, then).ifPresent(effects::add));
        if (!inLists && builds(now, then)) {
            effects.add(counted("index", files(then)));
        }
        return effects;
    }

    private long count(Field field, boolean inLists) {
        return inLists
                ? store.filledItems(lists(field), field.key(), MOST_COUNTED + 1)
                : store.filled(field, MOST_COUNTED + 1);
    }

    private long files(Field field) {
        return store.files(field.record(), MOST_COUNTED + 1);
    }

    private static Effect counted(String code, long count) {
        return new Effect(code, Math.min(count, MOST_COUNTED), count > MOST_COUNTED);
    }

    /** Values that would be refused if they were entered anew. What is sealed isn't opened for a preview. */
    private Optional<Effect> unfit(Field now, Field then) {
        boolean stricter =
                then.maxLength() < now.maxLength() || !then.rule().equals(now.rule()) || then.type() != now.type();
        if (!stricter || now.sealed() || now.type().many() || isItem(now)) {
            return Optional.empty();
        }
        List<FieldUseStore.Said> said = store.said(now, MOST_CHECKED + 1);
        long looked = said.stream().mapToLong(FieldUseStore.Said::count).sum();
        long unfit = said.stream()
                .filter(value -> !fits(value.text(), then))
                .mapToLong(FieldUseStore.Said::count)
                .sum();
        return Optional.of(new Effect("unfit", Math.min(unfit, MOST_CHECKED), looked > MOST_CHECKED));
    }

    private static boolean fits(String value, Field field) {
        boolean chosen = field.type() == FieldType.CHOICE
                || field.type() == FieldType.CHOICES
                || field.type() == FieldType.REGION;
        return Rules.tooLong(value, field.maxLength()).isEmpty()
                && (chosen || Rules.named(field.rule()).check(value, Context.NONE) instanceof Checked.Ok);
    }

    static boolean builds(Optional<Field> now, Field then) {
        boolean wanted = then.isOwn() || now.isEmpty();
        boolean had =
                now.filter(field -> field.sortable() || field.filterable()).isPresent();
        return wanted && !had && !then.sealed() && (then.sortable() || then.filterable());
    }

    @Override
    public boolean hasValues(Field field) {
        if (field.type() == FieldType.LIST) {
            return true;
        }
        return isItem(field) ? store.anyItem(lists(field), field.key()) : store.any(field);
    }

    @Override
    public long holders(String list, String code) {
        long holders = 0;
        for (Field field : fields.catalogue().fields()) {
            boolean chosen = field.codeList().equals(list) && field.type() != FieldType.LIST;
            if (chosen && isItem(field)) {
                holders += store.itemsSaying(lists(field), field.key(), code, MOST_COUNTED + 1);
            } else if (chosen && isOfFiles(field)) {
                holders += store.filesSaying(field, code, MOST_COUNTED + 1);
            }
        }
        return holders;
    }

    /** Keys of the lists whose items are of the field's record type. */
    private List<String> lists(Field field) {
        return fields.catalogue().fields().stream()
                .filter(list -> list.type() == FieldType.LIST && list.codeList().equals(field.record()))
                .map(Field::key)
                .distinct()
                .toList();
    }

    private boolean isItem(Field field) {
        return fields.catalogue().type(field.record()).filter(RecordType::item).isPresent();
    }

    private boolean isOfFiles(Field field) {
        return List.of("individual", "enterprise").contains(field.record());
    }
}
