package io.clientela.customer;

import io.clientela.customer.ItemStore.Item;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.KeyStore.Blind;
import io.clientela.customer.KeyStore.Claim;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.text.SortKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Writes decided changes: journal, file, items, search and keys, all in the caller's transaction. */
@Component
class Writing {

    private final FileStore files;
    private final JournalStore journal;
    private final ItemStore items;
    private final SearchStore search;
    private final KeyStore keys;
    private final FileTokens tokens;
    private final Preparing preparing;
    private final FieldCatalogue fields;

    Writing(
            FileStore files,
            JournalStore journal,
            ItemStore items,
            SearchStore search,
            KeyStore keys,
            FileTokens tokens,
            Preparing preparing,
            FieldCatalogue fields) {
        this.files = files;
        this.journal = journal;
        this.items = items;
        this.search = search;
        this.keys = keys;
        this.tokens = tokens;
        this.preparing = preparing;
        this.fields = fields;
    }

    /** Appends the entries and brings everything derived from them up to date; returns what was appended. */
    List<Sealed> write(List<Change> changes, Map<Change, Prepared.Draft> drafts, long actorId, Instant at) {
        List<Sealed> entries = append(changes, actorId, at);
        insert(changes.stream().filter(Change::isNew).toList(), drafts);
        changes.stream().filter(change -> !change.isNew()).forEach(this::update);
        return entries;
    }

    private List<Sealed> append(List<Change> changes, long actorId, Instant at) {
        List<Long> ids = journal.nextIds(changes.size());
        List<Sealed> entries = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            entries.add(entry(changes.get(i), ids.get(i), actorId, at));
        }
        if (entries.size() == 1) {
            journal.append(entries.getFirst());
        } else {
            journal.appendAll(entries);
        }
        return entries;
    }

    private static Sealed entry(Change change, long entryId, long actorId, Instant at) {
        Submission.Circumstances how = change.submission().how();
        long file = change.after().fileId();
        Entry entry = new Entry(
                file,
                change.seq(),
                entryId,
                change.isNew() ? Entry.CREATED : Entry.CHANGED,
                how.channel(),
                how.source(),
                actorId,
                at,
                how.legalBasis(),
                how.runId() == 0 ? OptionalLong.empty() : OptionalLong.of(how.runId()),
                how.row() == 0 ? OptionalLong.empty() : OptionalLong.of(how.row()));
        return new Sealed(entry, change.key().seal(change.body().bytes(), EntryBody.place(file, change.seq())));
    }

    private void insert(List<Change> created, Map<Change, Prepared.Draft> drafts) {
        if (created.isEmpty()) {
            return;
        }
        Map<Long, byte[]> sorts = new HashMap<>();
        List<SearchStore.Tokens> allTokens = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        List<Item> allItems = new ArrayList<>();
        for (Change change : created) {
            FileRow file = change.after();
            Prepared.Draft draft = drafts.get(change);
            if (draft == null) {
                throw new IllegalStateException("a new file was not prepared");
            }
            sorts.put(file.fileId(), draft.nameSort());
            allTokens.add(tokens(change));
            draft.keys().forEach((key, blind) -> claims.add(claim(file, key, blind)));
            collectItems(change, allItems);
        }
        files.insertAll(created.stream().map(Change::after).toList(), sorts);
        search.insertAll(allTokens);
        keys.insertAll(claims);
        items.insertAll(allItems);
    }

    private SearchStore.Tokens tokens(Change change) {
        FileRow file = change.after();
        return new SearchStore.Tokens(
                file.fileId(), tokens.of(file.record(), change.state(), file.ownerId(), file.departmentId()));
    }

    private static Claim claim(FileRow file, String key, Blind blind) {
        return new Claim(blind, file.fileId(), file.record() + "." + key);
    }

    private static void collectItems(Change change, List<Item> all) {
        change.state().lists().forEach((list, ofList) -> {
            int position = 0;
            for (Map.Entry<Long, Map<String, Value>> item : ofList.entrySet()) {
                all.add(new Item(item.getKey(), change.after().fileId(), list, position++, item.getValue()));
            }
        });
    }

    private void update(Change change) {
        Optional<byte[]> sort = change.fields().contains("name")
                ? Optional.of(SortKey.of(change.state().value("name").text()))
                : Optional.empty();
        files.update(change.after(), change.fields(), sort);
        updateItems(change);
        updateKeys(change);
        if (change.touchesSearch(searched(change.after().record()))) {
            search.update(tokens(change));
        }
    }

    private List<Field> searched(String record) {
        return fields.catalogue().fields(record).stream()
                .filter(field -> field.search() != Field.Search.NONE || field.type() == FieldType.LIST)
                .toList();
    }

    private void updateItems(Change change) {
        long file = change.after().fileId();
        List<Item> fresh = new ArrayList<>();
        change.body()
                .items()
                .forEach((list, bodies) -> bodies.forEach(body -> {
                    Map<String, Value> parts = change.state().items(list).getOrDefault(body.id(), Map.of());
                    Item item = new Item(
                            body.id(), file, list, change.state().items(list).size(), parts);
                    if (change.was().items(list).containsKey(body.id())) {
                        items.update(item);
                    } else {
                        fresh.add(item);
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
        keys.insertAll(after.entrySet().stream()
                .map(entry -> claim(file, entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Map<String, Value> only(FileState state, java.util.Set<String> keys) {
        Map<String, Value> some = new HashMap<>();
        keys.forEach(key -> some.put(key, state.value(key)));
        return some;
    }
}
