package io.clientela.customer;

import io.clientela.customer.ComingDayStore.Day;
import io.clientela.customer.spi.FileReferences;
import io.clientela.kit.check.ImportantDates;
import io.clientela.platform.CopyRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings what is derived from contacts up to date in the transaction that changes them: coming days, and files of their own. */
@Component
class ContactUpkeep implements FileReferences {

    private final ComingDayStore days;
    private final PersonTieStore ties;

    ContactUpkeep(ComingDayStore days, PersonTieStore ties) {
        this.days = days;
        this.ties = ties;
    }

    /** The days of a new file; its ties need the file to be there. */
    static void begin(CopyRows rows, long fileId, long owner, FileState state) {
        state.items(ContactParts.LIST)
                .forEach((id, parts) -> of(fileId, id, parts).forEach(day -> ComingDayStore.layOut(rows, owner, day)));
    }

    void insertAll(CopyRows rows) {
        days.insertAll(rows);
    }

    void tie(long fileId, FileState state) {
        state.items(ContactParts.LIST).forEach((id, parts) -> tie(fileId, id, parts));
    }

    void turn(Change change) {
        long file = change.after().fileId();
        List<Long> touched = new ArrayList<>();
        change.body().items().getOrDefault(ContactParts.LIST, List.of()).forEach(item -> touched.add(item.id()));
        touched.addAll(change.body().removed().getOrDefault(ContactParts.LIST, List.of()));
        if (!touched.isEmpty()) {
            days.forget(file, touched);
            ties.untie(file, touched);
        }
        if (change.before().ownerId() != change.after().ownerId()) {
            days.handOver(file, change.after().ownerId());
        }
        CopyRows rows = new CopyRows();
        Map<Long, Map<String, Value>> items = change.state().items(ContactParts.LIST);
        touched.stream().filter(items::containsKey).distinct().forEach(id -> {
            Map<String, Value> parts = items.getOrDefault(id, Map.of());
            of(file, id, parts)
                    .forEach(day -> ComingDayStore.layOut(rows, change.after().ownerId(), day));
            tie(file, id, parts);
        });
        days.insertAll(rows);
    }

    /** The days of a file as its contacts say them, whatever was there. */
    void remake(FileRow row, FileState state) {
        Map<Long, Map<String, Value>> items = state.items(ContactParts.LIST);
        days.forget(row.fileId(), items.keySet());
        CopyRows rows = new CopyRows();
        items.forEach((id, parts) ->
                of(row.fileId(), id, parts).forEach(day -> ComingDayStore.layOut(rows, row.ownerId(), day)));
        days.insertAll(rows);
    }

    private void tie(long fileId, long itemId, Map<String, Value> parts) {
        String number = new ContactParts(parts).text(ContactParts.PERSON);
        if (!number.isEmpty()) {
            ties.tie(fileId, itemId, number);
        }
    }

    /** The days that come round of one contact. */
    static List<Day> of(long fileId, long itemId, Map<String, Value> parts) {
        ContactParts contact = new ContactParts(parts);
        List<ImportantDates.Entry> entries = contact.days();
        List<Day> all = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            ImportantDates.Entry entry = entries.get(place);
            if (entry.day().isPresent()) {
                all.add(new Day(fileId, itemId, place, entry.day().get(), entry.year(), contact.leftOn()));
            }
        }
        return all;
    }

    /** An individual some enterprise names as its contact isn't taken back with the import that brought it in. */
    @Override
    public Set<Long> among(Collection<Long> fileIds) {
        return ties.among(fileIds);
    }
}
