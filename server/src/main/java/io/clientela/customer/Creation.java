package io.clientela.customer;

import io.clientela.customer.Deciding.Difference;
import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.Owners.Owner;
import io.clientela.customer.WriteGate.Slot;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.vault.SealKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file in the making: decided first, and given id, number and key once it is sure to come into being. */
final class Creation {

    private final GateParts parts;
    private final Slot slot;
    private final Actor actor;
    private final Instant at;
    private final Difference difference;
    private final FileState provisional;
    private final List<FieldProblem> problems = new ArrayList<>();
    private int newItems;

    Creation(GateParts parts, Slot slot, Actor actor, Instant at) {
        this.parts = parts;
        this.slot = slot;
        this.actor = actor;
        this.at = at;
        // Items get provisional ids -1, -2, … here and their own with the file's.
        this.difference = parts.deciding().difference(slot.prepared(), new FileState(), actor, () -> - ++newItems);
        this.provisional = new FileState().apply(FileState.FIRST, difference.body(""));
        problems.addAll(slot.prepared().cleaned().problems());
        problems.addAll(difference.problems);
        parts.plan().missing(slot.prepared().submission().record(), provisional).stream()
                .filter(missing -> problems.stream().noneMatch(p -> p.field().equals(missing.field())))
                .forEach(problems::add);
    }

    List<FieldProblem> problems() {
        return problems;
    }

    int newItems() {
        return newItems;
    }

    Optional<Prepared.Draft> draft() {
        return slot.prepared().draft();
    }

    List<FieldProblem> warnings() {
        List<FieldProblem> warnings = new ArrayList<>(slot.prepared().cleaned().warnings());
        warnings.addAll(parts.plan().wanted(slot.prepared().submission(), provisional));
        if (!owner().known()) {
            warnings.add(Cleaning.problem("owner", "unknown_owner"));
        }
        return warnings;
    }

    private Owner owner() {
        return parts.owners().named(provisional.value("owner").text(), actor);
    }

    Change change(long id, CustomerNumber number, SealKey key, List<Long> itemIds) {
        Submission submission = slot.prepared().submission();
        EntryBody body = renumbered(itemIds).body(submission.how().reason());
        FileState state = new FileState().apply(FileState.FIRST, body);
        Owner owner = owner();
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
                parts.plan().version(),
                at,
                actor.userId(),
                at,
                actor.userId(),
                state.origin(),
                state.values(),
                Round.sealed(parts, id, state, key));
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
                warnings(),
                key);
    }

    private Difference renumbered(List<Long> ids) {
        Difference numbered = new Difference();
        numbered.set.putAll(difference.set);
        numbered.raw.putAll(difference.raw);
        difference.items.forEach((list, bodies) -> numbered.items.put(
                list,
                bodies.stream()
                        .map(body -> new ItemBody(ids.get((int) (-body.id() - 1)), body.set()))
                        .toList()));
        return numbered;
    }
}
