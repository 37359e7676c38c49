package io.clientela.customer;

import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.Prepared.CleanedItem;
import io.clientela.customer.spi.ChangePolicy;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** What of a cleaned submission is new to a file, and whether this actor may say it. */
@Component
class Deciding {

    /** The id no file has. */
    static final long NOT_THERE = 0;

    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final ChangePolicy policy;
    private final References references;
    private final Attaching attaching;
    private final Owners owners;

    Deciding(
            FieldCatalogue fields,
            FieldAccess access,
            ChangePolicy policy,
            References references,
            Attaching attaching,
            Owners owners) {
        this.fields = fields;
        this.access = access;
        this.policy = policy;
        this.references = references;
        this.attaching = attaching;
        this.owners = owners;
    }

    /** To be asked for one batch of one actor. */
    Judge judge(Actor actor) {
        return new Judge(actor, fields.current(), access, policy, references, attaching, owners);
    }

    /** What is submitted of a file that isn't there yet; ids for its items are drawn from {@code itemIds}. */
    Difference ofNew(Prepared prepared, Judge judge, LongSupplier itemIds) {
        return difference(NOT_THERE, prepared, new FileState(), judge, itemIds, Set.of());
    }

    /**
     * The difference between what is submitted to a file and what stands there, of linked files what they say together; items with
     * {@code restored} ids, which the file doesn't have any more, come back under them, and ids for new ones are drawn from
     * {@code itemIds}.
     */
    Difference difference(
            long fileId, Loaded standing, Prepared prepared, Judge judge, LongSupplier itemIds, Set<Long> restored) {
        return difference(fileId, prepared, standing.state(), judge, itemIds, restored);
    }

    private static Difference difference(
            long fileId, Prepared prepared, FileState state, Judge judge, LongSupplier itemIds, Set<Long> restored) {
        Submission submission = prepared.submission();
        Difference difference = new Difference(prepared.told());
        boolean clearing = !"import".equals(submission.how().channel());
        prepared.cleaned().values().forEach((key, said) -> {
            Value value = judge.meant(fileId, judge.field(submission.record(), key), state, said, isBack(submission));
            boolean skipped = value.isEmpty() && !clearing;
            if (!skipped && taken(submission, key, state.value(key), value, judge, difference)) {
                difference.set.put(key, value.parts());
                String raw = prepared.cleaned().raw().get(key);
                if (raw != null) {
                    difference.raw.put(key, raw);
                }
            }
        });
        submission.lists().forEach((list, change) -> {
            if (listTaken(submission, list, state, judge, difference)) {
                Field field = judge.field(submission.record(), list);
                prepared.items()
                        .getOrDefault(list, List.of())
                        .forEach(item ->
                                decideItem(submission, field, item, state, judge, difference, itemIds, restored));
                remove(list, change, state, difference);
            }
        });
        return difference;
    }

    /**
     * Whether a value is written at once; else the difference says why not. The right is asked for first, so that nobody can
     * compare values they may not read.
     */
    private static boolean taken(
            Submission submission, String key, Value old, Value value, Judge judge, Difference difference) {
        Field field = judge.field(submission.record(), key);
        boolean same = old.equals(value);
        if (!judge.maySay(submission, field)) {
            boolean harmless = !submission.values().containsKey(key) || (same && judge.readsClear(field));
            if (!harmless) {
                difference.problems.add(Cleaning.problem(key, "field_not_writable"));
            }
            return false;
        }
        Optional<String> unfit = same ? Optional.empty() : unfit(submission, field, old, value, judge);
        if (unfit.isPresent()) {
            difference.problems.add(Cleaning.problem(key, unfit.get()));
            return false;
        }
        return !same && (old.isEmpty() || allowed(submission, field, judge, difference));
    }

    /** What isn't offered any more may still be emptied, and what was once said may come back, unless it is a file that is gone. */
    private static Optional<String> unfit(Submission submission, Field field, Value old, Value value, Judge judge) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (isBack(submission)) {
            return judge.isLost(field, value) ? Optional.of(Attaching.UNKNOWN) : Optional.empty();
        }
        return judge.unfit(field, old, value);
    }

    private static boolean isBack(Submission submission) {
        return TakingBack.CHANNEL.equals(submission.how().channel());
    }

    private static boolean listTaken(
            Submission submission, String list, FileState state, Judge judge, Difference difference) {
        Optional<Field> field = judge.find(submission.record(), list);
        if (field.isEmpty()) {
            // The cleaning has said so.
            return false;
        }
        if (!judge.mayWrite(field.get())) {
            difference.problems.add(Cleaning.problem(list, "field_not_writable"));
            return false;
        }
        return state.items(list).isEmpty() || allowed(submission, field.get(), judge, difference);
    }

    private static boolean allowed(Submission submission, Field field, Judge judge, Difference difference) {
        return switch (judge.change(field, submission.how().channel())) {
            case AT_ONCE -> true;
            case NEVER -> {
                difference.problems.add(Cleaning.problem(field.key(), "change_not_allowed"));
                yield false;
            }
            case NEEDS_APPROVAL -> {
                difference.waiting.add(field.key());
                yield false;
            }
        };
    }

    private static void decideItem(
            Submission submission,
            Field list,
            CleanedItem item,
            FileState state,
            Judge judge,
            Difference difference,
            LongSupplier itemIds,
            Set<Long> restored) {
        String key = list.key();
        boolean imported = "import".equals(submission.how().channel());
        long id = item.id() == 0 && imported ? same(list, item, state) : item.id();
        if (id != 0 && !state.items(key).containsKey(id) && !restored.contains(id)) {
            difference.problems.add(Cleaning.problem(key, "unknown_item"));
            return;
        }
        Map<String, Value> known = state.items(key).getOrDefault(id, Map.of());
        Map<String, List<String>> set = new TreeMap<>();
        item.cleaned().values().forEach((part, value) -> {
            boolean skipped = value.isEmpty() && imported;
            if (!skipped
                    && partTaken(
                            submission, list, part, known.getOrDefault(part, Value.NONE), value, judge, difference)) {
                set.put(part, value.parts());
            }
        });
        if (!set.isEmpty()) {
            long target = id == 0 ? itemIds.getAsLong() : id;
            difference.items.computeIfAbsent(key, one -> new ArrayList<>()).add(new ItemBody(target, set));
            item.cleaned().raw().forEach((part, raw) -> {
                if (set.containsKey(part)) {
                    difference.raw.put(FileState.place(key, target, part), raw);
                }
            });
        }
    }

    private static boolean partTaken(
            Submission submission, Field list, String key, Value old, Value value, Judge judge, Difference difference) {
        Field part = judge.field(list.codeList(), key);
        boolean same = old.equals(value);
        if (!judge.mayWrite(part)) {
            if (!(same && judge.readsClear(part))) {
                difference.problems.add(Cleaning.problem(list.key() + "." + key, "field_not_writable"));
            }
            return false;
        }
        Optional<String> unfit = same ? Optional.empty() : unfit(submission, part, old, value, judge);
        unfit.ifPresent(code -> difference.problems.add(Cleaning.problem(list.key() + "." + key, code)));
        return !same && unfit.isEmpty();
    }

    /**
     * An import names no item ids: the item of the same name is meant, of relations that of the same kind to the same customer; 0 where
     * there is none.
     */
    private static long same(Field list, CleanedItem item, FileState state) {
        List<String> told = list.codeList().equals(Catalogue.RELATION)
                ? List.of(RelationParts.KIND, RelationParts.CUSTOMER)
                : List.of("name");
        Map<String, Value> said = item.cleaned().values();
        return state.items(list.key()).entrySet().stream()
                .filter(entry -> told.stream()
                        .allMatch(part -> !said.getOrDefault(part, Value.NONE).isEmpty()
                                && said.getOrDefault(part, Value.NONE)
                                        .equals(entry.getValue().getOrDefault(part, Value.NONE))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0L);
    }

    private static void remove(String list, Submission.ListChange change, FileState state, Difference difference) {
        List<Long> there =
                change.removed().stream().filter(state.items(list)::containsKey).toList();
        if (!there.isEmpty()) {
            difference.removed.put(list, there);
        }
    }

    /** What would be written, and why it can't be. */
    static final class Difference {
        final Map<String, List<String>> set = new HashMap<>();
        final Map<String, String> raw = new HashMap<>();
        final Map<String, List<ItemBody>> items = new LinkedHashMap<>();
        final Map<String, List<Long>> removed = new LinkedHashMap<>();
        final Set<String> waiting = new TreeSet<>();
        final List<FieldProblem> problems = new ArrayList<>();
        private final Map<String, List<String>> told;

        Difference(Map<String, List<String>> told) {
            this.told = told;
        }

        EntryBody body(String reason) {
            return new EntryBody(set, raw, items, removed, reason, Map.of(), null, told, null);
        }

        /** Keys of fields and lists that change. */
        Set<String> fields() {
            Set<String> keys = new TreeSet<>(set.keySet());
            keys.addAll(items.keySet());
            keys.addAll(removed.keySet());
            return keys;
        }
    }
}
