package io.clientela.customer;

import io.clientela.customer.EntryBody.Holder;
import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.spi.ChangePolicy.Decision;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Works out how the effect of one entry would be taken back: which values were there before it, which of them still say what it
 * made them say, and which the actor may neither see nor write. Writes nothing; the gate does.
 */
@Component
class TakingBack {

    static final String CHANNEL = "undo";
    private static final String OWNER = "owner";

    private static final Set<String> REVERSIBLE = Set.of(Entry.CHANGED, Entry.RETRACTION);

    private final JournalStore journal;
    private final Owners owners;

    TakingBack(JournalStore journal, Owners owners) {
        this.journal = journal;
        this.owners = owners;
    }

    /** What rules say ends with the rule, or when it no longer fits. */
    static boolean isReversible(Entry entry) {
        return REVERSIBLE.contains(entry.kind()) && !Submission.Circumstances.RULE.equals(entry.channel());
    }

    /** The plan for one entry of a file; an empty one with its refusal where nothing can be done. */
    Plan plan(Loaded file, int seq, Judge judge) {
        Attribution owed = new Attribution();
        Optional<Target> target = target(file, seq, owed);
        if (target.isEmpty()) {
            return Plan.refused(CommonError.NOT_FOUND);
        }
        return isReversible(target.get().entry())
                ? new Work(file, target.get(), owed, judge).plan()
                : Plan.refused(CustomerError.NOT_REVERSIBLE);
    }

    /** Whether an entry of this actor took the file out of what they see, and nobody has given it on since. */
    boolean gaveAway(Loaded file, int seq, Actor actor) {
        Attribution owed = new Attribution();
        return target(file, seq, owed)
                .filter(target -> target.entry().actorId() == actor.userId())
                .filter(target -> owed.owes(OWNER, seq))
                .map(target -> owners.again(target.before(), file.row()))
                .filter(holder -> InScope.of(actor.scope(), holder.userId(), holder.departmentId()))
                .isPresent();
    }

    private Optional<Target> target(Loaded file, int seq, Attribution owed) {
        FileState state = new FileState();
        Optional<Target> target = Optional.empty();
        for (Sealed sealed : journal.entriesUpTo(file.row().fileId(), file.row().lastSeq())) {
            EntryBody body = EntryBody.open(sealed, file.key());
            int at = sealed.entry().seq();
            if (at == seq) {
                target = Optional.of(new Target(sealed.entry(), body, state.copy()));
            }
            owed.apply(at, body, state);
            state.apply(at, body);
        }
        return target;
    }

    /** The entry to be taken back, what it said, and the file before it. */
    private record Target(Entry entry, EntryBody body, FileState before) {}

    /** One plan in the making. */
    private final class Work {
        private final Loaded file;
        private final Target target;
        private final Attribution owed;
        private final Judge judge;
        private final Map<String, List<String>> set = new LinkedHashMap<>();
        private final Map<String, List<ItemBody>> items = new LinkedHashMap<>();
        private final Map<String, List<Long>> removed = new LinkedHashMap<>();
        private final Map<String, Integer> origins = new HashMap<>();
        private final Set<Long> restored = new HashSet<>();
        private final List<Kept> kept = new ArrayList<>();
        private boolean hidden;

        Work(Loaded file, Target target, Attribution owed, Judge judge) {
            this.file = file;
            this.target = target;
            this.owed = owed;
            this.judge = judge;
        }

        Plan plan() {
            target.body().set().keySet().forEach(this::value);
            target.body().items().forEach((list, bodies) -> bodies.forEach(item -> item(list, item)));
            target.body().removed().forEach((list, ids) -> ids.forEach(id -> gone(list, id)));
            EntryBody body = new EntryBody(set, Map.of(), items, removed, "", Map.of(), null, Map.of(), null);
            Holder holder = owners.again(target.before(), file.row());
            return new Plan(body, origins, restored, Optional.of(holder), kept, hidden, Optional.empty());
        }

        private void value(String key) {
            Value wanted = target.before().value(key);
            if (wanted.equals(file.state().value(key))) {
                return;
            }
            Place place = new Place(key, OptionalLong.empty(), "");
            if (!owed.owes(key, seq())) {
                keep(place, Why.LATER, owed.lastTouch(key));
            } else if (may(
                    place,
                    () -> judge.find(record(), key),
                    !file.state().value(key).isEmpty())) {
                set.put(key, wanted.parts());
                origins.put(key, target.before().originOf(key));
            }
        }

        private void item(String list, ItemBody said) {
            boolean isThere = file.state().items(list).containsKey(said.id());
            String place = FileState.place(list, said.id());
            if (target.before().items(list).containsKey(said.id())) {
                if (isThere) {
                    said.set().keySet().forEach(part -> part(list, said.id(), part));
                } else {
                    keep(new Place(list, OptionalLong.of(said.id()), ""), Why.REMOVED_SINCE, owed.lastTouch(place));
                }
            } else if (isThere) {
                Map<String, Value> parts = file.state().items(list).getOrDefault(said.id(), Map.of());
                if (whole(list, said.id(), parts.keySet())) {
                    removed.computeIfAbsent(list, key -> new ArrayList<>()).add(said.id());
                }
            }
        }

        private void part(String list, long id, String part) {
            Value wanted = known(target.before(), list, id, part);
            if (wanted.equals(known(file.state(), list, id, part))) {
                return;
            }
            Place place = new Place(list, OptionalLong.of(id), part);
            String path = FileState.place(list, id, part);
            if (!owed.owes(path, seq())) {
                keep(place, Why.LATER, owed.lastTouch(path));
            } else if (may(place, () -> judge.find(record(), list), true)
                    && may(place, () -> inside(list, part), false)) {
                put(list, id, part, wanted);
                origin(list, id);
            }
        }

        private void gone(String list, long id) {
            Map<String, Value> parts = target.before().items(list).getOrDefault(id, Map.of());
            if (file.state().items(list).containsKey(id) || !whole(list, id, parts.keySet())) {
                return;
            }
            parts.forEach((part, value) -> put(list, id, part, value));
            restored.add(id);
            origin(list, id);
        }

        /** An item comes and goes as a whole. */
        private boolean whole(String list, long id, Set<String> parts) {
            Place place = new Place(list, OptionalLong.of(id), "");
            String path = FileState.place(list, id);
            if (!owed.owes(path, seq())) {
                keep(place, Why.LATER, owed.lastTouch(path));
                return false;
            }
            boolean listed = !file.state().items(list).isEmpty();
            return may(place, () -> judge.find(record(), list), listed)
                    && parts.stream().allMatch(part -> may(place, () -> inside(list, part), false));
        }

        /** The item comes from where it came from, unless another part of it was changed since. */
        private void origin(String list, long id) {
            String place = FileState.place(list, id);
            FileState from = owed.owes(place, seq()) ? target.before() : file.state();
            origins.put(place, from.originOf(place));
        }

        private void put(String list, long id, String part, Value value) {
            List<ItemBody> bodies = items.computeIfAbsent(list, key -> new ArrayList<>());
            Optional<ItemBody> known =
                    bodies.stream().filter(body -> body.id() == id).findFirst();
            ItemBody body = known.orElseGet(() -> new ItemBody(id, new TreeMap<>()));
            if (known.isEmpty()) {
                bodies.add(body);
            }
            body.set().put(part, value.parts());
        }

        /** Whether the actor sees the field in clear and may change it; else it is kept, a hidden one without its name. */
        private boolean may(Place place, Supplier<Optional<Field>> wanted, boolean filled) {
            Optional<Field> field = wanted.get();
            if (field.isEmpty() || judge.isHidden(field.get())) {
                hidden = true;
                return false;
            }
            if (!judge.mayWrite(field.get())) {
                return keep(place, Why.NO_RIGHT, 0);
            }
            if (!judge.readsClear(field.get())) {
                return keep(place, Why.MASKED, 0);
            }
            boolean fixed = filled && judge.change(field.get(), CHANNEL) == Decision.NEVER;
            return !fixed || keep(place, Why.NOT_CHANGEABLE, 0);
        }

        /** What the actor may not see is kept without a word about it. */
        private boolean keep(Place place, Why why, int since) {
            Optional<Field> field = judge.find(record(), place.field());
            Optional<Field> part = place.part().isEmpty() ? field : inside(place.field(), place.part());
            if (field.filter(f -> !judge.isHidden(f)).isEmpty()
                    || part.filter(f -> !judge.isHidden(f)).isEmpty()) {
                hidden = true;
            } else if (kept.stream().noneMatch(one -> one.place().equals(place))) {
                kept.add(new Kept(place, why, since));
            }
            return false;
        }

        private Optional<Field> inside(String list, String part) {
            return judge.find(record(), list).flatMap(field -> judge.find(field.codeList(), part));
        }

        private String record() {
            return file.row().record();
        }

        private int seq() {
            return target.entry().seq();
        }
    }

    private static Value known(FileState state, String list, long id, String part) {
        return state.items(list).getOrDefault(id, Map.of()).getOrDefault(part, Value.NONE);
    }

    /**
     * What would be submitted.
     *
     * @param body the values before the entry, as far as they are taken back
     * @param origins where those values had come from, by field or item
     * @param restored ids of items that come back
     * @param holder whose the file was before the entry
     * @param kept what stays as it is
     * @param hidden whether something stays that the actor may not see
     */
    record Plan(
            EntryBody body,
            Map<String, Integer> origins,
            Set<Long> restored,
            Optional<Holder> holder,
            List<Kept> kept,
            boolean hidden,
            Optional<ErrorCode> refusal) {

        static Plan refused(ErrorCode error) {
            EntryBody nothing =
                    new EntryBody(Map.of(), Map.of(), Map.of(), Map.of(), "", Map.of(), null, Map.of(), null);
            return new Plan(nothing, Map.of(), Set.of(), Optional.empty(), List.of(), false, Optional.of(error));
        }

        /** Why nothing is submitted; empty when something is. */
        Optional<ErrorCode> trouble() {
            return refusal.isPresent() || !body.isEmpty() ? refusal : Optional.of(CustomerError.NOTHING_TO_TAKE_BACK);
        }

        /** What stays, by field, for whoever doesn't look at the plan; what the actor may not see is said without its name. */
        List<FieldProblem> keptAsProblems() {
            List<FieldProblem> problems = new ArrayList<>();
            kept.forEach(one -> problems.add(Cleaning.problem(
                    one.place().field(), "kept_" + one.why().name().toLowerCase(Locale.ROOT))));
            if (hidden) {
                problems.add(Cleaning.problem("", "kept_hidden"));
            }
            return problems;
        }

        /** The same as somebody would say it, for the gate to clean and judge. */
        Submission said(Submission asked) {
            Map<String, ListChange> lists = new HashMap<>();
            Set<String> keys = new HashSet<>(body.items().keySet());
            keys.addAll(body.removed().keySet());
            for (String list : keys) {
                List<ItemChange> changes = body.items().getOrDefault(list, List.of()).stream()
                        .map(item -> new ItemChange(OptionalLong.of(item.id()), item.set()))
                        .toList();
                lists.put(list, new ListChange(changes, body.removed().getOrDefault(list, List.of())));
            }
            return new Submission(asked.target(), asked.record(), body.set(), lists, asked.how());
        }

        /** What was decided, with the entry it takes back and where its values had come from. */
        EntryBody complete(EntryBody decided, int entry) {
            Map<String, Integer> from = new HashMap<>();
            decided.set().keySet().forEach(key -> from.put(key, origins.getOrDefault(key, FileState.FIRST)));
            decided.items()
                    .forEach((list, bodies) -> bodies.forEach(item -> {
                        String place = FileState.place(list, item.id());
                        from.put(place, origins.getOrDefault(place, FileState.FIRST));
                    }));
            return decided.takingBack(entry, from);
        }
    }

    /** A field, an item or a part of an item; {@code part} is empty for the first two. */
    record Place(String field, OptionalLong item, String part) {}

    /** What stays, why, and the entry that said it since, 0 where that isn't the reason. */
    record Kept(Place place, Why why, int since) {}

    /** Why something isn't taken back. */
    enum Why {
        LATER,
        REMOVED_SINCE,
        NO_RIGHT,
        MASKED,
        NOT_CHANGEABLE
    }
}
