package io.clientela.customer;

import io.clientela.customer.Deciding.Difference;
import io.clientela.customer.Outcome.Effect;
import io.clientela.customer.Owners.Owner;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate.Slot;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.vault.SealKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One pass of the write gate over submissions that speak of different files, which are locked and opened. */
final class Round {

    private final GateParts parts;
    private final Actor actor;
    private final Instant at;
    private final Map<Long, Loaded> loaded;
    private final Outcome[] outcomes;
    private final boolean rehearsal;
    private final List<Change> changes = new ArrayList<>();
    private final Map<Change, Prepared.Draft> drafts = new HashMap<>();

    Round(GateParts parts, Actor actor, Instant at, Map<Long, Loaded> loaded, Outcome[] outcomes, boolean rehearsal) {
        this.parts = parts;
        this.actor = actor;
        this.at = at;
        this.loaded = loaded;
        this.outcomes = outcomes;
        this.rehearsal = rehearsal;
    }

    void run(List<Slot> slots, Map<Slot, GateKeys.Found> targets) {
        List<Slot> creations = new ArrayList<>();
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
        create(creations);
        if (!changes.isEmpty() && !rehearsal) {
            write();
        }
    }

    private void write() {
        Map<Integer, List<FieldProblem>> doubles = parts.keys().duplicates(changes, drafts, actor);
        parts.records().keep(parts.writing().write(changes, drafts, actor.userId(), at), changes, actor);
        for (Change change : changes) {
            List<FieldProblem> warnings = new ArrayList<>(change.warnings());
            warnings.addAll(doubles.getOrDefault(change.index(), List.of()));
            accept(change.index(), change.after(), change.isNew() ? Effect.CREATED : Effect.UPDATED, warnings);
        }
    }

    private void create(List<Slot> creations) {
        List<Creation> good = new ArrayList<>();
        for (Slot slot : creations) {
            if (!actor.may(Functions.CUSTOMERS_CREATE)) {
                refuse(slot, CommonError.NO_RIGHT, List.of());
                continue;
            }
            Creation creation = new Creation(parts, slot, actor, at);
            if (!creation.problems().isEmpty()) {
                refuse(slot, CommonError.INVALID_VALUES, creation.problems());
            } else if (rehearsal) {
                outcomes[slot.index()] = new Outcome.Accepted(
                        new FileId(0), new CustomerNumber(""), 0, Effect.CREATED, creation.warnings());
            } else {
                good.add(creation);
            }
        }
        if (!good.isEmpty()) {
            bringIn(good);
        }
    }

    /** Ids, numbers and keys are drawn for the whole batch at once. */
    private void bringIn(List<Creation> creations) {
        List<Long> ids = parts.files().nextIds(creations.size());
        List<CustomerNumber> numbers = parts.numbers().take(creations.size());
        Map<Long, SealKey> keys = parts.vault().create(ids);
        List<Long> itemIds = parts.items()
                .nextIds(creations.stream().mapToInt(Creation::newItems).sum());
        int nextItem = 0;
        for (int i = 0; i < creations.size(); i++) {
            Creation creation = creations.get(i);
            SealKey key = keys.get(ids.get(i));
            if (key == null) {
                throw new IllegalStateException("a new file got no key");
            }
            List<Long> own = itemIds.subList(nextItem, nextItem + creation.newItems());
            nextItem += creation.newItems();
            Change change = creation.change(ids.get(i), numbers.get(i), key, own);
            changes.add(change);
            creation.draft().ifPresent(draft -> drafts.put(change, draft));
        }
    }

    private void change(Slot slot, long fileId) {
        Loaded file = loaded.get(fileId);
        if (file == null || !InScope.of(actor.scope(), file.row())) {
            refuse(slot, CommonError.NOT_FOUND, List.of());
        } else if (!actor.may(Functions.CUSTOMERS_CHANGE)) {
            refuse(slot, CommonError.NO_RIGHT, List.of());
        } else if (stale(slot, file.row())) {
            refuse(slot, CommonError.STALE_VERSION, List.of());
        } else {
            decide(slot, file);
        }
    }

    private static boolean stale(Slot slot, FileRow row) {
        OptionalLong wanted = slot.prepared().submission().target() instanceof Target.Known known
                ? known.version()
                : OptionalLong.empty();
        return wanted.isPresent() && wanted.getAsLong() != row.version();
    }

    private void decide(Slot slot, Loaded file) {
        Prepared prepared = parts.preparing()
                .prepare(slot.prepared().submission(), file.state().texts());
        if (!prepared.cleaned().problems().isEmpty()) {
            refuse(slot, CommonError.INVALID_VALUES, prepared.cleaned().problems());
            return;
        }
        Difference difference = parts.deciding()
                .difference(
                        prepared,
                        file.state(),
                        actor,
                        () -> parts.items().nextIds(1).getFirst());
        if (!difference.problems.isEmpty()) {
            refuse(slot, CommonError.INVALID_VALUES, difference.problems);
            return;
        }
        apply(slot, file, prepared, difference);
    }

    private void apply(Slot slot, Loaded file, Prepared prepared, Difference difference) {
        EntryBody body = difference.body(prepared.submission().how().reason());
        FileRow row = file.row();
        FileState state = file.state().copy().apply(row.lastSeq() + 1, body);
        List<FieldProblem> missing = body.isEmpty() ? List.of() : parts.plan().missing(row.record(), state);
        if (!missing.isEmpty()) {
            refuse(slot, CommonError.INVALID_VALUES, missing);
            return;
        }
        if (!difference.waiting.isEmpty()) {
            keepWaiting(slot, file, prepared, difference);
        }
        if (body.isEmpty()) {
            accept(slot.index(), row, Effect.UNCHANGED, List.of());
        } else if (rehearsal) {
            accept(slot.index(), row, Effect.UPDATED, prepared.cleaned().warnings());
        } else {
            changes.add(changed(slot, file, prepared, difference, body, state));
        }
    }

    private void keepWaiting(Slot slot, Loaded file, Prepared prepared, Difference difference) {
        if (!rehearsal) {
            parts.pending().keep(file, prepared, difference.waiting, actor, at);
        }
        FileRow row = file.row();
        outcomes[slot.index()] =
                new Outcome.Pending(new FileId(row.fileId()), row.number(), List.copyOf(difference.waiting));
    }

    private Change changed(
            Slot slot, Loaded file, Prepared prepared, Difference difference, EntryBody body, FileState state) {
        FileRow row = file.row();
        List<FieldProblem> warnings = new ArrayList<>(prepared.cleaned().warnings());
        Owner owner = new Owner(row.ownerId(), row.departmentId(), true);
        if (difference.set.containsKey("owner")) {
            owner = parts.owners().named(state.value("owner").text(), actor);
            if (!owner.known()) {
                warnings.add(Cleaning.problem("owner", "unknown_owner"));
            }
        }
        Map<String, byte[]> sealed = sealed(parts, row.fileId(), state, file.key());
        FileRow after = row.changed(owner.userId(), owner.departmentId(), at, actor.userId(), state, sealed);
        return new Change(
                slot.index(),
                prepared.submission(),
                false,
                row,
                after,
                file.state(),
                state,
                body,
                difference.fields(),
                warnings,
                file.key());
    }

    static Map<String, byte[]> sealed(GateParts parts, long fileId, FileState state, SealKey key) {
        Map<String, byte[]> sealed = new HashMap<>();
        for (String field : parts.keys().sealedKeys()) {
            Value value = state.value(field);
            if (!value.isEmpty()) {
                byte[] plain = value.text().getBytes(StandardCharsets.UTF_8);
                sealed.put(field, key.seal(plain, FileRow.place(fileId, field)));
            }
        }
        return sealed;
    }

    private void accept(int index, FileRow row, Effect effect, List<FieldProblem> warnings) {
        if (!(outcomes[index] instanceof Outcome.Pending)) {
            outcomes[index] =
                    new Outcome.Accepted(new FileId(row.fileId()), row.number(), row.version(), effect, warnings);
        }
    }

    private void refuse(Slot slot, ErrorCode error, List<FieldProblem> problems) {
        outcomes[slot.index()] = new Outcome.Refused(error, problems);
    }
}
