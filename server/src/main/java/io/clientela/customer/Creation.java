package io.clientela.customer;

import io.clientela.customer.Deciding.Difference;
import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.Owners.Owner;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
                    .map(body -> new ItemBody(itemIds.get((int) (-body.id() - 1)), lasting(body.set(), itemIds)))
                    .toList());
            Map<String, String> lasting = new HashMap<>();
            difference.raw.forEach((place, raw) -> lasting.put(lasting(place, itemIds), raw));
            difference.raw.clear();
            difference.raw.putAll(lasting);
        }
        return difference.body(prepared.submission().how().reason()).heldBy(owner.holder());
    }

    /** Superiors of one who is as new as they are. */
    private static Map<String, List<String>> lasting(Map<String, List<String>> set, List<Long> itemIds) {
        List<String> superior = set.getOrDefault(ContactParts.REPORTS_TO, List.of());
        if (superior.isEmpty() || !superior.getFirst().startsWith("-") || !Contacts.isItem(superior.getFirst())) {
            return set;
        }
        Map<String, List<String>> lasting = new TreeMap<>(set);
        long provisional = -Long.parseLong(superior.getFirst());
        boolean known = provisional > 0 && provisional <= itemIds.size();
        lasting.put(
                ContactParts.REPORTS_TO,
                known ? List.of(Long.toString(itemIds.get((int) provisional - 1))) : List.of());
        return lasting;
    }

    /** A place inside an item with the item's lasting id; any other place as it is. */
    private static String lasting(String place, List<Long> itemIds) {
        int hash = place.indexOf("#-");
        if (hash < 0) {
            return place;
        }
        int dot = place.indexOf('.', hash);
        int provisional = Integer.parseInt(place, hash + 2, dot, 10);
        return place.substring(0, hash + 1) + itemIds.get(provisional - 1) + place.substring(dot);
    }
}
