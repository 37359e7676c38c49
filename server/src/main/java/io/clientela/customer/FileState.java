package io.clientela.customer;

import io.clientela.customer.EntryBody.Holder;
import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.vault.SealKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one file says now: the fold of its entries in the order of their numbers. Values are canonical; {@code origin} names
 * the entry a field or item last came from where that isn't the first.
 */
final class FileState {

    static final int FIRST = 1;

    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, Map<Long, Map<String, Value>>> lists = new LinkedHashMap<>();
    private final Map<String, Integer> origin = new HashMap<>();
    private Optional<Holder> holder = Optional.empty();

    /** What a file's entries say, given in the order of their numbers; opened with the file's key. */
    static FileState fold(Iterable<Sealed> entries, SealKey key) {
        FileState state = new FileState();
        for (Sealed entry : entries) {
            state.apply(entry.entry().seq(), EntryBody.open(entry, key));
        }
        return state;
    }

    /** Takes one entry in; entries must come in the order of their numbers. */
    FileState apply(int seq, EntryBody body) {
        body.set().forEach((key, parts) -> {
            put(key, new Value(parts));
            came(key, seq);
        });
        body.items().forEach((list, items) -> items.forEach(item -> applyItem(list, item, seq)));
        body.removed()
                .forEach((list, ids) -> ids.forEach(id -> {
                    own(list).remove(id);
                    origin.remove(place(list, id));
                }));
        body.origins().forEach((place, from) -> came(place, from));
        holder = Optional.ofNullable(body.holder()).or(() -> holder);
        return this;
    }

    private void applyItem(String list, ItemBody item, int seq) {
        Map<String, Value> parts = own(list).computeIfAbsent(item.id(), id -> new TreeMap<>());
        item.set().forEach((key, texts) -> {
            if (texts.isEmpty()) {
                parts.remove(key);
            } else {
                parts.put(key, new Value(texts));
            }
        });
        came(place(list, item.id()), seq);
    }

    private void came(String place, int seq) {
        if (seq == FIRST) {
            origin.remove(place);
        } else {
            origin.put(place, seq);
        }
    }

    /** Whose the file is; empty where its entries are older than this was written down. */
    Optional<Holder> holder() {
        return holder;
    }

    void putHolder(Holder known) {
        holder = Optional.of(known);
    }

    void put(String key, Value value) {
        if (value.isEmpty()) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    void putItem(String list, long id, Map<String, Value> parts) {
        own(list).put(id, new TreeMap<>(parts));
    }

    /** The same unless the list has an item already that says the same. */
    void putItemOnce(String list, long id, Map<String, Value> parts) {
        if (!items(list).containsValue(parts)) {
            putItem(list, id, parts);
        }
    }

    void putOrigin(Map<String, Integer> known) {
        origin.putAll(known);
    }

    Value value(String key) {
        return values.getOrDefault(key, Value.NONE);
    }

    Map<String, Value> values() {
        return values;
    }

    /** Items of a list by id, in the order they were added. */
    Map<Long, Map<String, Value>> items(String list) {
        return lists.getOrDefault(list, Map.of());
    }

    private Map<Long, Map<String, Value>> own(String list) {
        // By id: an item that comes back stands where it stood, so that the main contact is the main contact again.
        return lists.computeIfAbsent(list, key -> new TreeMap<>());
    }

    Map<String, Map<Long, Map<String, Value>>> lists() {
        return lists;
    }

    Map<String, Integer> origin() {
        return origin;
    }

    /** Number of the entry a field comes from. */
    int originOf(String place) {
        return origin.getOrDefault(place, FIRST);
    }

    FileState copy() {
        FileState copy = new FileState();
        copy.values.putAll(values);
        lists.forEach((list, items) -> items.forEach((id, parts) -> copy.putItem(list, id, parts)));
        copy.origin.putAll(origin);
        copy.holder = holder;
        return copy;
    }

    static String place(String list, long id) {
        return list + "#" + id;
    }

    static String place(String list, long id, String part) {
        return list + "#" + id + "." + part;
    }

    /** Text values as rules want them for siblings. */
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        values.forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileState state
                && values.equals(state.values)
                && withoutEmpty(lists).equals(withoutEmpty(state.lists))
                && origin.equals(state.origin)
                && holder.equals(state.holder);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        // Values are personal; a failing test names fields only.
        return "FileState" + List.copyOf(values.keySet()) + origin;
    }

    private static Map<String, Object> withoutEmpty(Map<String, Map<Long, Map<String, Value>>> lists) {
        Map<String, Object> filled = new TreeMap<>();
        lists.forEach((list, items) -> {
            if (!items.isEmpty()) {
                filled.put(list, items);
            }
        });
        return filled;
    }
}
