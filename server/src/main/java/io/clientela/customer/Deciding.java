package io.clientela.customer;

import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.Prepared.CleanedItem;
import io.clientela.customer.spi.ChangePolicy;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** What of a cleaned submission is new to a file, and whether this actor may say it. */
@Component
class Deciding {

    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final ChangePolicy policy;

    Deciding(FieldCatalogue fields, FieldAccess access, ChangePolicy policy) {
        this.fields = fields;
        this.access = access;
        this.policy = policy;
    }

    /** To be asked for one batch of one actor. */
    Judge judge(Actor actor) {
        return new Judge(actor, fields.catalogue(), access, policy);
    }

    /** The difference between what is submitted and what the file says; ids for new items are drawn from {@code itemIds}. */
    Difference difference(Prepared prepared, FileState state, Judge judge, LongSupplier itemIds) {
        Submission submission = prepared.submission();
        Difference difference = new Difference();
        boolean clearing = !"import".equals(submission.how().channel());
        prepared.cleaned().values().forEach((key, value) -> {
            boolean skipped = value.isEmpty() && !clearing;
            if (!skipped && !state.value(key).equals(value)) {
                if (taken(submission, key, state, judge, difference)) {
                    difference.set.put(key, value.parts());
                    String raw = prepared.cleaned().raw().get(key);
                    if (raw != null) {
                        difference.raw.put(key, raw);
                    }
                }
            }
        });
        prepared.items().forEach((list, items) -> {
            if (taken(submission, list, state, judge, difference)) {
                items.forEach(item -> decideItem(list, item, state, difference, itemIds, clearing));
            }
        });
        submission.lists().forEach((list, change) -> remove(list, change.removed(), state, difference));
        return difference;
    }

    /** Whether it is written at once; else the difference says why not. */
    private static boolean taken(
            Submission submission, String key, FileState state, Judge judge, Difference difference) {
        Field field = judge.field(submission.record(), key);
        if (!judge.mayWrite(field)) {
            difference.problems.add(Cleaning.problem(key, "field_not_writable"));
            return false;
        }
        if (state.value(key).isEmpty()) {
            return true;
        }
        return switch (judge.change(field, submission.how().channel())) {
            case AT_ONCE -> true;
            case NEVER -> {
                difference.problems.add(Cleaning.problem(key, "change_not_allowed"));
                yield false;
            }
            case NEEDS_APPROVAL -> {
                difference.waiting.add(key);
                yield false;
            }
        };
    }

    private static void decideItem(
            String list,
            CleanedItem item,
            FileState state,
            Difference difference,
            LongSupplier itemIds,
            boolean clearing) {
        long id = item.id() == 0 ? sameNamed(list, item, state) : item.id();
        if (id != 0 && !state.items(list).containsKey(id)) {
            difference.problems.add(Cleaning.problem(list, "unknown_item"));
            return;
        }
        Map<String, Value> known = state.items(list).getOrDefault(id, Map.of());
        Map<String, List<String>> set = new TreeMap<>();
        item.cleaned().values().forEach((key, value) -> {
            boolean skipped = value.isEmpty() && !clearing;
            if (!skipped && !known.getOrDefault(key, Value.NONE).equals(value)) {
                set.put(key, value.parts());
            }
        });
        if (!set.isEmpty()) {
            long target = id == 0 ? itemIds.getAsLong() : id;
            difference.items.computeIfAbsent(list, key -> new ArrayList<>()).add(new ItemBody(target, set));
        }
    }

    /** An import names no item ids: the item of the same name is meant; 0 where there is none. */
    private static long sameNamed(String list, CleanedItem item, FileState state) {
        Value name = item.cleaned().values().getOrDefault("name", Value.NONE);
        return state.items(list).entrySet().stream()
                .filter(entry -> !name.isEmpty()
                        && entry.getValue().getOrDefault("name", Value.NONE).equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0L);
    }

    private static void remove(String list, List<Long> ids, FileState state, Difference difference) {
        List<Long> there = ids.stream().filter(state.items(list)::containsKey).toList();
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

        EntryBody body(String reason) {
            return new EntryBody(set, raw, items, removed, reason);
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
