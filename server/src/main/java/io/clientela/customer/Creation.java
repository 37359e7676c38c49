package io.clientela.customer;

import io.clientela.customer.Deciding.Difference;
import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.Owners.Owner;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.List;

/**
 * A file in the making, decided but without id, number and key: those are drawn once it is sure to come into being.
 *
 * @param index place of the submission in its batch
 * @param state what it would say; items have provisional ids -1, -2, …
 * @param problems why it can't come into being; empty when it can
 * @param warnings what should be looked at
 */
record Creation(
        int index,
        Prepared prepared,
        Difference difference,
        FileState state,
        Owner owner,
        List<FieldProblem> problems,
        List<FieldProblem> warnings) {

    int newItems() {
        return difference.items.values().stream().mapToInt(List::size).sum();
    }

    /** What the first entry says, its items with their lasting ids. */
    EntryBody body(List<Long> itemIds) {
        if (!itemIds.isEmpty()) {
            difference.items.replaceAll((list, bodies) -> bodies.stream()
                    .map(body -> new ItemBody(itemIds.get((int) (-body.id() - 1)), body.set()))
                    .toList());
        }
        return difference.body(prepared.submission().how().reason()).heldBy(owner.holder());
    }
}
