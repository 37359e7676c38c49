package io.clientela.customer;

import io.clientela.customer.Deciding.Difference;
import io.clientela.customer.Outcome.Effect;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way a customer is written: normalise, validate, rights, change rule, version, journal, state, search, outbox and
 * audit, in one transaction. Each submission gets its own answer; a refused one changes nothing and stops no other.
 */
@Component
public class WriteGate {

    private final Preparing preparing;
    private final Deciding deciding;
    private final Writing writing;
    private final GateKeys gateKeys;
    private final GateRecords records;
    private final FileStore files;
    private final ItemStore items;
    private final Numbers numbers;
    private final Loaded.Loader loader;
    private final CollectionPlan plan;
    private final Owners owners;
    private final PendingStore pending;
    private final Vault vault;
    private final Clock clock;

    WriteGate(
            Preparing preparing,
            Deciding deciding,
            Writing writing,
            GateKeys gateKeys,
            GateRecords records,
            FileStore files,
            ItemStore items,
            Numbers numbers,
            Loaded.Loader loader,
            CollectionPlan plan,
            Owners owners,
            PendingStore pending,
            Vault vault,
            Clock clock) {
        this.preparing = preparing;
        this.deciding = deciding;
        this.writing = writing;
        this.gateKeys = gateKeys;
        this.records = records;
        this.files = files;
        this.items = items;
        this.numbers = numbers;
        this.loader = loader;
        this.plan = plan;
        this.owners = owners;
        this.pending = pending;
        this.vault = vault;
        this.clock = clock;
    }

    /** Submits a batch; answers stand in the order of the submissions. */
    @Transactional
    public List<Outcome> submit(List<Submission> submissions, Actor actor) {
        return commit(prepare(submissions), actor);
    }

    /** The part that needs no database; may run beside another batch's {@link #commit}. */
    public Batch prepare(List<Submission> submissions) {
        return new Batch(submissions.stream().map(preparing::prepare).toList());
    }

    /** Writes a prepared batch in the caller's transaction, or one of its own. */
    @Transactional(propagation = Propagation.REQUIRED)
    public List<Outcome> commit(Batch batch, Actor actor) {
        Outcome[] outcomes = new Outcome[batch.prepared().size()];
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            slots.add(new Slot(i, batch.prepared().get(i)));
        }
        // Two submissions of one file must see each other, so the second waits for the next round.
        while (!slots.isEmpty()) {
            slots = round(slots, outcomes, actor);
        }
        return Arrays.asList(outcomes);
    }

    private List<Slot> round(List<Slot> slots, Outcome[] outcomes, Actor actor) {
        Map<Slot, GateKeys.Found> targets = gateKeys.resolve(slots);
        List<Slot> later = new ArrayList<>();
        List<Slot> now = new ArrayList<>();
        Set<Object> touched = new HashSet<>();
        for (Slot slot : slots) {
            Object same = targets.getOrDefault(slot, GateKeys.Found.NEW).identity(slot);
            if (touched.add(same)) {
                now.add(slot);
            } else {
                later.add(slot);
            }
        }
        Set<Long> ids = new java.util.TreeSet<>();
        now.forEach(slot -> targets.getOrDefault(slot, GateKeys.Found.NEW).file().ifPresent(ids::add));
        Map<Long, Loaded> loaded = loader.open(files.lock(ids));
        new Round(actor, clock.instant(), loaded, targets, outcomes).run(now);
        return later;
    }

    /** A submission and its place in the batch. */
    record Slot(int index, Prepared prepared) {}

    /** Submissions with everything worked out that needs no database. */
    public record Batch(List<Prepared> prepared) {
        public Batch {
            prepared = List.copyOf(prepared);
        }

        public int size() {
            return prepared.size();
        }
    }

    /** One pass over submissions that speak of different files. */
    private final class Round {
        private final Actor actor;
        private final Instant at;
        private final Map<Long, Loaded> loaded;
        private final Map<Slot, GateKeys.Found> targets;
        private final Outcome[] outcomes;
        private final List<Change> changes = new ArrayList<>();
        private final Map<Change, Prepared.Draft> drafts = new IdentityHashMap<>();
        private final List<Slot> creations = new ArrayList<>();

        Round(
                Actor actor,
                Instant at,
                Map<Long, Loaded> loaded,
                Map<Slot, GateKeys.Found> targets,
                Outcome[] outcomes) {
            this.actor = actor;
            this.at = at;
            this.loaded = loaded;
            this.targets = targets;
            this.outcomes = outcomes;
        }

        void run(List<Slot> slots) {
            for (Slot slot : slots) {
                GateKeys.Found found = targets.getOrDefault(slot, GateKeys.Found.NEW);
                if (found.error().isPresent()) {
                    refuse(slot, found.error().get(), found.problems());
                } else if (found.file().isPresent()) {
                    change(slot, found.file().get());
                } else {
                    creations.add(slot);
                }
            }
            create();
            Map<Integer, List<FieldProblem>> doubles = gateKeys.duplicates(changes, drafts, actor);
            if (!changes.isEmpty()) {
                records.keep(writing.write(changes, drafts, actor.userId(), at), changes, actor);
            }
            for (Change change : changes) {
                List<FieldProblem> warnings = new ArrayList<>(change.warnings());
                warnings.addAll(doubles.getOrDefault(change.index(), List.of()));
                accept(change, change.isNew() ? Effect.CREATED : Effect.UPDATED, warnings);
            }
        }

        private void create() {
            List<Slot> good = new ArrayList<>();
            Map<Slot, Creation> drawn = new LinkedHashMap<>();
            for (Slot slot : creations) {
                if (!actor.may(Functions.CUSTOMERS_CREATE)) {
                    refuse(slot, CommonError.NO_RIGHT, List.of());
                } else if (!slot.prepared().cleaned().problems().isEmpty()) {
                    refuse(slot, CommonError.INVALID_VALUES, slot.prepared().cleaned().problems());
                } else {
                    Creation creation = new Creation(slot);
                    creation.decide();
                    if (creation.problems.isEmpty()) {
                        good.add(slot);
                        drawn.put(slot, creation);
                    } else {
                        refuse(slot, CommonError.INVALID_VALUES, creation.problems);
                    }
                }
            }
            if (good.isEmpty()) {
                return;
            }
            List<Long> ids = files.nextIds(good.size());
            List<CustomerNumber> taken = numbers.take(good.size());
            Map<Long, SealKey> keys = vault.create(ids);
            List<Long> itemIds = items.nextIds(
                    drawn.values().stream().mapToInt(c -> c.newItems).sum());
            int nextItem = 0;
            for (int i = 0; i < good.size(); i++) {
                Slot slot = good.get(i);
                Creation creation = drawn.get(slot);
                long id = ids.get(i);
                SealKey key = keys.get(id);
                if (creation == null || key == null) {
                    throw new IllegalStateException("a new file lost its key");
                }
                List<Long> own = itemIds.subList(nextItem, nextItem + creation.newItems);
                nextItem += creation.newItems;
                Change change = creation.change(id, taken.get(i), key, own);
                changes.add(change);
                slot.prepared().draft().ifPresent(draft -> drafts.put(change, draft));
            }
        }

        /** A file in the making. */
        private final class Creation {
            private final Slot slot;
            private final List<FieldProblem> problems = new ArrayList<>();
            private int newItems;
            private Difference difference = new Difference();
            private FileState state = new FileState();

            Creation(Slot slot) {
                this.slot = slot;
            }

            void decide() {
                // Items get provisional ids here and their own once it is sure that the file comes into being.
                difference = deciding.difference(slot.prepared(), new FileState(), actor, () -> --newItems);
                newItems = -newItems;
                problems.addAll(difference.problems);
                state.apply(FileState.FIRST, difference.body(""));
                problems.addAll(plan.missing(slot.prepared().submission().record(), state));
            }

            Change change(long id, CustomerNumber number, SealKey key, List<Long> itemIds) {
                Submission submission = slot.prepared().submission();
                EntryBody body = renumbered(difference, itemIds).body(submission.how().reason());
                state = new FileState().apply(FileState.FIRST, body);
                Owners.Owner owner = owners.named(state.value("owner").text(), actor);
                List<FieldProblem> warnings = new ArrayList<>(slot.prepared().cleaned().warnings());
                warnings.addAll(plan.wanted(submission.record(), state));
                if (!owner.known()) {
                    warnings.add(Cleaning.problem("owner", "unknown_owner"));
                }
                FileRow row = new FileRow(
                        id,
                        id,
                        number,
                        submission.record(),
                        true,
                        1,
                        FileState.FIRST,
                        owner.userId(),
                        owner.departmentId(),
                        plan.version(),
                        at,
                        actor.userId(),
                        at,
                        actor.userId(),
                        state.origin(),
                        state.values(),
                        sealed(id, state, key));
                return new Change(
                        slot.index(),
                        submission,
                        true,
                        row,
                        row,
                        new FileState(),
                        state,
                        body,
                        difference.fields(),
                        warnings,
                        key);
            }

            private Difference renumbered(Difference from, List<Long> ids) {
                Difference to = new Difference();
                to.set.putAll(from.set);
                to.raw.putAll(from.raw);
                from.items.forEach((list, bodies) -> to.items.put(
                        list,
                        bodies.stream()
                                .map(body -> new EntryBody.ItemBody(ids.get((int) (-body.id() - 1)), body.set()))
                                .toList()));
                return to;
            }
        }

        private void change(Slot slot, long fileId) {
            Loaded file = loaded.get(fileId);
            if (file == null || !InScope.of(actor.scope(), file.row())) {
                refuse(slot, CommonError.NOT_FOUND, List.of());
                return;
            }
            if (!actor.may(Functions.CUSTOMERS_CHANGE)) {
                refuse(slot, CommonError.NO_RIGHT, List.of());
                return;
            }
            if (stale(slot, file.row())) {
                refuse(slot, CommonError.STALE_VERSION, List.of());
                return;
            }
            Prepared prepared =
                    preparing.prepare(slot.prepared().submission(), file.state().texts());
            if (!prepared.cleaned().problems().isEmpty()) {
                refuse(slot, CommonError.INVALID_VALUES, prepared.cleaned().problems());
                return;
            }
            Difference difference = deciding.difference(
                    prepared, file.state(), actor, () -> items.nextIds(1).getFirst());
            if (!difference.problems.isEmpty()) {
                refuse(slot, CommonError.INVALID_VALUES, difference.problems);
                return;
            }
            apply(slot, file, prepared, difference);
        }

        private boolean stale(Slot slot, FileRow row) {
            OptionalLong wanted =
                    slot.prepared().submission().target() instanceof Target.Known known
                            ? known.version()
                            : OptionalLong.empty();
            return wanted.isPresent() && wanted.getAsLong() != row.version();
        }

        private void apply(Slot slot, Loaded file, Prepared prepared, Difference difference) {
            Submission submission = prepared.submission();
            EntryBody body = difference.body(submission.how().reason());
            FileRow row = file.row();
            if (!difference.waiting.isEmpty()) {
                pending.keep(file, prepared, difference.waiting, actor, at);
                outcomes[slot.index()] =
                        new Outcome.Pending(new FileId(row.fileId()), row.number(), List.copyOf(difference.waiting));
            }
            if (body.isEmpty()) {
                if (difference.waiting.isEmpty()) {
                    outcomes[slot.index()] = new Outcome.Accepted(
                            new FileId(row.fileId()), row.number(), row.version(), Effect.UNCHANGED, List.of());
                }
                return;
            }
            FileState state = file.state().copy().apply(row.lastSeq() + 1, body);
            List<FieldProblem> missing = plan.missing(row.record(), state);
            if (!missing.isEmpty()) {
                refuse(slot, CommonError.INVALID_VALUES, missing);
                return;
            }
            List<FieldProblem> warnings = new ArrayList<>(prepared.cleaned().warnings());
            Owners.Owner owner = new Owners.Owner(row.ownerId(), row.departmentId(), true);
            if (difference.set.containsKey("owner")) {
                owner = owners.named(state.value("owner").text(), actor);
                if (!owner.known()) {
                    warnings.add(Cleaning.problem("owner", "unknown_owner"));
                }
            }
            FileRow after = new FileRow(
                    row.fileId(),
                    row.headId(),
                    row.number(),
                    row.record(),
                    row.listed(),
                    row.version() + 1,
                    row.lastSeq() + 1,
                    owner.userId(),
                    owner.departmentId(),
                    row.planVersion(),
                    row.createdAt(),
                    row.createdBy(),
                    at,
                    actor.userId(),
                    state.origin(),
                    state.values(),
                    sealed(row.fileId(), state, file.key()));
            changes.add(new Change(
                    slot.index(),
                    submission,
                    false,
                    row,
                    after,
                    file.state(),
                    state,
                    body,
                    difference.fields(),
                    warnings,
                    file.key()));
        }

        private Map<String, byte[]> sealed(long fileId, FileState state, SealKey key) {
            Map<String, byte[]> sealed = new HashMap<>();
            gateKeys.sealedKeys().forEach(field -> {
                Value value = state.value(field);
                if (!value.isEmpty()) {
                    sealed.put(
                            field,
                            key.seal(value.text().getBytes(StandardCharsets.UTF_8), FileRow.place(fileId, field)));
                }
            });
            return sealed;
        }

        private void accept(Change change, Effect effect, List<FieldProblem> warnings) {
            FileRow row = change.after();
            if (!(outcomes[change.index()] instanceof Outcome.Pending)) {
                outcomes[change.index()] = new Outcome.Accepted(
                        new FileId(row.fileId()), row.number(), row.version(), effect, warnings);
            }
        }

        private void refuse(Slot slot, ErrorCode error, List<FieldProblem> problems) {
            outcomes[slot.index()] = new Outcome.Refused(error, problems);
        }
    }
}
