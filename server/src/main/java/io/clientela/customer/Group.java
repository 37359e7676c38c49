package io.clientela.customer;

import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.Link.Pick;
import io.clientela.vault.SealKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files that are one customer, each as it is by itself.
 *
 * @param head the head's row, which says what all say together
 * @param members every file by id, the head among them
 * @param links that tie them, and what was picked with these
 */
record Group(FileRow head, Map<Long, Loaded> members, List<Link> links, List<Pick> picks) {

    Group {
        members = new TreeMap<>(members);
    }

    long headId() {
        return head.fileId();
    }

    Loaded member(long file) {
        return java.util.Objects.requireNonNull(members.get(file));
    }

    Set<Long> files() {
        return members.keySet();
    }

    SealKey key() {
        return member(headId()).key();
    }

    /** The same after something was written to one of its files. */
    void put(Change change) {
        members.put(change.after().fileId(), new Loaded(change.after(), change.state(), change.key()));
    }

    /** The entry with which a file came to belong to others. */
    int joined(long file) {
        return links.stream()
                .filter(link -> link.touches(file))
                .mapToInt(link -> link.seqOf(file))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** What is said of the group, file by file: items belong where they are, and what is shown once is said of all that say the same. */
    Map<Long, EntryBody> split(EntryBody body, long addressee) {
        Map<Long, Part> parts = new LinkedHashMap<>();
        Part own = parts.computeIfAbsent(addressee, id -> new Part());
        own.set.putAll(body.set());
        body.items()
                .forEach((list, items) -> items.forEach(item -> {
                    Map<Long, Long> places = places(list, item.id());
                    if (places.isEmpty()) {
                        own.item(list, item.id(), item.set());
                    }
                    places.forEach((id, file) ->
                            parts.computeIfAbsent(file, one -> new Part()).item(list, id, item.set()));
                }));
        body.removed()
                .forEach((list, ids) -> ids.forEach(id -> places(list, id)
                        .forEach((one, file) -> parts.computeIfAbsent(file, it -> new Part())
                                .removed
                                .computeIfAbsent(list, key -> new ArrayList<>())
                                .add(one))));
        Map<Long, EntryBody> bodies = new LinkedHashMap<>();
        parts.forEach((file, part) -> {
            EntryBody said = part.body(body, file == addressee);
            if (!said.isEmpty()) {
                bodies.put(file, said);
            }
        });
        return bodies;
    }

    /** Where an item stands, and every other that says the same: files by item. */
    private Map<Long, Long> places(String list, long item) {
        Map<Long, Long> places = new TreeMap<>();
        Map<String, Value> shown = members.values().stream()
                .map(member -> member.state().items(list).get(item))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(Map.of());
        if (!shown.isEmpty()) {
            members.forEach((file, member) -> member.state().items(list).forEach((id, said) -> {
                if (said.equals(shown)) {
                    places.put(id, file);
                }
            }));
        }
        return places;
    }

    private static final class Part {
        private final Map<String, List<String>> set = new LinkedHashMap<>();
        private final Map<String, List<ItemBody>> items = new LinkedHashMap<>();
        private final Map<String, List<Long>> removed = new LinkedHashMap<>();

        void item(String list, long id, Map<String, List<String>> said) {
            items.computeIfAbsent(list, key -> new ArrayList<>()).add(new ItemBody(id, said));
        }

        EntryBody body(EntryBody whole, boolean own) {
            return new EntryBody(
                    set,
                    own ? whole.raw() : Map.of(),
                    items,
                    removed,
                    whole.reason(),
                    Map.of(),
                    own ? whole.holder() : null,
                    whole.told(),
                    null);
        }
    }

    /** Which of these rows belong to a group. */
    static List<FileRow> linked(Collection<FileRow> rows) {
        return rows.stream().filter(FileRow::isLinked).toList();
    }
}
