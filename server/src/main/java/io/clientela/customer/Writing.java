package io.clientela.customer;

import io.clientela.customer.ItemStore.Item;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.KeyStore.Blind;
import io.clientela.customer.KeyStore.Claim;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.text.SortKey;
import io.clientela.platform.Bundle;
import io.clientela.platform.Bundles;
import io.clientela.platform.CopyRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes decided changes of known files: journal, file, items, search and keys, all in the caller's transaction. */
@Component
class Writing {

    private static final int FEW = 4;

    private final FileStore files;
    private final JournalStore journal;
    private final ItemStore items;
    private final Periods periods;
    private final ContactUpkeep contacts;
    private final RelationUpkeep relations;
    private final Claiming claiming;
    private final Attaching attaching;
    private final SearchStore search;
    private final KeyStore keys;
    private final FileTokens tokens;
    private final Preparing preparing;
    private final FieldCatalogue fields;
    private final Bundles bundles;

    Writing(
            FileStore files,
            JournalStore journal,
            ItemStore items,
            Periods periods,
            ContactUpkeep contacts,
            RelationUpkeep relations,
            Claiming claiming,
            Attaching attaching,
            SearchStore search,
            KeyStore keys,
            FileTokens tokens,
            Preparing preparing,
            FieldCatalogue fields,
            Bundles bundles) {
        this.files = files;
        this.journal = journal;
        this.items = items;
        this.periods = periods;
        this.contacts = contacts;
        this.relations = relations;
        this.claiming = claiming;
        this.attaching = attaching;
        this.search = search;
        this.keys = keys;
        this.tokens = tokens;
        this.preparing = preparing;
        this.fields = fields;
        this.bundles = bundles;
    }

    /** Appends the entries and brings everything derived from them up to date. */
    List<Written> write(List<Change> changes, long actorId, Instant at) {
        List<Sealed> entries = journal.append(sealed(changes, actorId, at));
        Bundle bundle = bundles.open();
        for (Change change : changes) {
            update(change, at, bundle);
            bundle.send();
        }
        return written(changes, entries);
    }

    /**
     * The same; what a few changes write to entries, files and search waits in the bundle until it is sent, and their entries
     * have no ids yet.
     */
    List<Written> write(List<Change> changes, long actorId, Instant at, Bundle bundle) {
        if (changes.size() > FEW) {
            return write(changes, actorId, at);
        }
        List<Sealed> entries = sealed(changes, actorId, at);
        entries.forEach(entry -> journal.append(entry, bundle));
        changes.forEach(change -> update(change, at, bundle));
        return written(changes, entries);
    }

    private static List<Sealed> sealed(List<Change> changes, long actorId, Instant at) {
        return changes.stream().map(change -> entry(change, actorId, at)).toList();
    }

    private static List<Written> written(List<Change> changes, List<Sealed> entries) {
        List<Written> written = new ArrayList<>(changes.size());
        for (int i = 0; i < entries.size(); i++) {
            written.add(written(changes.get(i), entries.get(i)));
        }
        return written;
    }

    private static Sealed entry(Change change, long actorId, Instant at) {
        return JournalStore.seal(
                Entry.of(
                        change.submission().how(),
                        change.after().fileId(),
                        change.seq(),
                        Entry.UNNUMBERED,
                        change.kind(),
                        actorId,
                        at),
                change.body(),
                change.key());
    }

    private static Written written(Change change, Sealed entry) {
        FileRow row = change.after();
        return new Written(
                change.index(),
                row.fileId(),
                row.headId(),
                row.number(),
                change.submission().how().row(),
                false,
                entry,
                change.fields(),
                change.submission().how().takesBack());
    }

    private SearchStore.Tokens tokens(Change change) {
        FileRow file = change.after();
        return tokens.of(file.fileId(), file.record(), change.state(), file.ownerId(), file.departmentId());
    }

    private static Claim claim(FileRow file, String key, Blind blind) {
        return new Claim(blind, file.fileId(), file.record() + "." + key);
    }

    private void update(Change change, Instant at, Bundle bundle) {
        Optional<byte[]> sort = change.fields().contains("name")
                ? Optional.of(SortKey.of(change.state().value("name").text()))
                : Optional.empty();
        files.update(change.after(), change.fields(), sort, bundle);
        updateItems(change);
        updateKeys(change);
        periods.turn(change, at);
        contacts.turn(change);
        relations.turn(change);
        claiming.turn(change, at);
        attaching.turn(change);
        if (change.touchesSearch(searched(change.after().record()))) {
            search.update(tokens(change), bundle);
        }
    }

    /** Makes what an unchanged file is found by anew, for one field that is found by other means than before. */
    void findAnew(Loaded file, Field field) {
        FileRow row = file.row();
        search.update(tokens.of(row.fileId(), row.record(), file.state(), row.ownerId(), row.departmentId()));
        Value value = file.state().value(field.key());
        if (value.isEmpty()) {
            return;
        }
        Claim claim = claim(row, field.key(), preparing.blind(row.record(), field.key(), value.text()));
        keys.remove(claim);
        if (Preparing.isKey(field)) {
            CopyRows claims = new CopyRows();
            KeyStore.layOut(claims, claim);
            keys.insertAll(claims);
        }
    }

    private List<Field> searched(String record) {
        return fields.catalogue().fields(record).stream()
                .filter(field -> field.search() != Field.Search.NONE || field.type() == FieldType.LIST)
                .toList();
    }

    private void updateItems(Change change) {
        long file = change.after().fileId();
        CopyRows fresh = new CopyRows();
        change.body()
                .items()
                .forEach((list, bodies) -> bodies.forEach(body -> {
                    Map<String, Value> parts = change.state().items(list).getOrDefault(body.id(), Map.of());
                    Item item = new Item(
                            body.id(), file, list, change.state().items(list).size(), parts);
                    if (change.was().items(list).containsKey(body.id())) {
                        items.update(item);
                    } else {
                        ItemStore.layOut(fresh, item);
                    }
                }));
        items.insertAll(fresh);
        change.body().removed().values().forEach(ids -> items.remove(file, ids));
    }

    private void updateKeys(Change change) {
        FileRow file = change.after();
        Map<String, Blind> before = preparing.keys(file.record(), only(change.was(), change.fields()));
        Map<String, Blind> after = preparing.keys(file.record(), only(change.state(), change.fields()));
        before.forEach((key, blind) -> keys.remove(claim(file, key, blind)));
        CopyRows claims = new CopyRows();
        after.forEach((key, blind) -> KeyStore.layOut(claims, claim(file, key, blind)));
        keys.insertAll(claims);
    }

    private static Map<String, Value> only(FileState state, java.util.Set<String> keys) {
        Map<String, Value> some = new HashMap<>();
        keys.forEach(key -> some.put(key, state.value(key)));
        return some;
    }
}
