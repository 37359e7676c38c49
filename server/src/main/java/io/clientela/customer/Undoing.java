package io.clientela.customer;

import io.clientela.customer.EntryBody.Holder;
import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.JournalStore.RunEntry;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.spi.FileReferences;
import io.clientela.exchange.spi.ImportTarget.Undone;
import io.clientela.exchange.spi.ImportTarget.UndoneBatch;
import io.clientela.exchange.spi.ImportTarget.UndoneEffect;
import io.clientela.kernel.Actor;
import io.clientela.kit.check.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes an import run back, file by file: what it said is retracted by a further entry, and a file that says nothing else is
 * withdrawn. A file about which something was said since, which is linked or pointed to, stays as it is.
 */
@Component
class Undoing {

    private static final String CHANNEL = "undo";

    private final FileStore files;
    private final JournalStore journal;
    private final LinkStore links;
    private final Loaded.Loader loader;
    private final Arriving arriving;
    private final Owners owners;
    private final Writing writing;
    private final GateRecords records;
    private final ObjectProvider<FileReferences> references;
    private final Clock clock;

    Undoing(
            FileStore files,
            JournalStore journal,
            LinkStore links,
            Loaded.Loader loader,
            Arriving arriving,
            Owners owners,
            Writing writing,
            GateRecords records,
            ObjectProvider<FileReferences> references,
            Clock clock) {
        this.files = files;
        this.journal = journal;
        this.links = links;
        this.loader = loader;
        this.arriving = arriving;
        this.owners = owners;
        this.writing = writing;
        this.records = records;
        this.references = references;
        this.clock = clock;
    }

    /** The next files of a run behind a row, in the caller's transaction; a file is answered for once in each batch. */
    UndoneBatch undo(long run, long afterRow, int limit, Actor actor) {
        List<RunEntry> entries = journal.ofRun(run, afterRow, limit);
        if (entries.isEmpty()) {
            return new UndoneBatch(afterRow, List.of(), false);
        }
        Set<Long> ids = new TreeSet<>();
        entries.forEach(entry -> ids.add(entry.fileId()));
        Map<Long, Loaded> loaded = loader.open(files.lock(ids));
        Map<Long, List<Sealed>> said = journal.entriesOf(ids);
        Set<Long> held = new HashSet<>(links.linked(ids));
        Set<Long> pointedTo = new HashSet<>();
        references.forEach(room -> pointedTo.addAll(room.among(ids)));
        Instant at = clock.instant();
        List<Undone> undone = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Loaded file : loaded.values()) {
            Past past = Past.of(run, said.getOrDefault(file.row().fileId(), List.of()));
            if (past.isUndone()) {
                continue;
            }
            UndoneEffect effect = effect(file, past, held, pointedTo);
            undone.add(new Undone(
                    file.row().fileId(),
                    file.row().headId(),
                    file.row().number().text(),
                    effect));
            if (effect == UndoneEffect.WITHDRAWN || effect == UndoneEffect.REVERTED) {
                changes.add(change(changes.size(), run, file, past, actor, at));
            }
        }
        records.keep(writing.write(changes, actor.userId(), at), run, actor);
        return new UndoneBatch(entries.getLast().row(), undone, entries.size() == limit);
    }

    private static UndoneEffect effect(Loaded file, Past past, Set<Long> held, Set<Long> pointedTo) {
        long id = file.row().fileId();
        if (held.contains(id)) {
            return UndoneEffect.KEPT_LINKED;
        }
        if (past.saidSince()) {
            return UndoneEffect.KEPT_LATER_ENTRY;
        }
        if (!past.before().isEmpty()) {
            return UndoneEffect.REVERTED;
        }
        return pointedTo.contains(id) ? UndoneEffect.KEPT_REFERENCED : UndoneEffect.WITHDRAWN;
    }

    private Change change(int index, long run, Loaded file, Past past, Actor actor, Instant at) {
        FileRow row = file.row();
        FileState target = FileState.fold(past.before(), file.key());
        boolean withdrawn = past.before().isEmpty();
        EntryBody body = back(file.state(), target, withdrawn ? Owners.of(row).holder() : owners.again(target, row));
        FileState state = file.state().copy().apply(row.lastSeq() + 1, body);
        FileRow after = row.changed(
                state.holder().map(Holder::userId).orElse(row.ownerId()),
                state.holder().map(Holder::departmentId).orElse(row.departmentId()),
                at,
                actor.userId(),
                state,
                arriving.sealed(row.record(), row.fileId(), state, file.key()));
        Circumstances how = new Circumstances(CHANNEL, "", "", "", run, 0, Context.NONE);
        Submission submission = new Submission(
                new Target.Known(row.number(), OptionalLong.empty()), row.record(), Map.of(), Map.of(), how);
        Set<String> fields = new TreeSet<>(body.set().keySet());
        fields.addAll(body.items().keySet());
        fields.addAll(body.removed().keySet());
        return new Change(
                index,
                withdrawn ? Entry.WITHDRAWAL : Entry.RETRACTION,
                submission,
                row,
                withdrawn ? after.unlisted() : after,
                file.state(),
                state,
                body,
                fields,
                List.of(),
                file.key());
    }

    /** What leads from one state to another, with the entries the values came from then. */
    private static EntryBody back(FileState from, FileState to, Holder holder) {
        Map<String, List<String>> set = new LinkedHashMap<>();
        Map<String, Integer> origins = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>(from.values().keySet());
        keys.addAll(to.values().keySet());
        for (String key : keys) {
            if (!from.value(key).equals(to.value(key))) {
                set.put(key, to.value(key).parts());
            }
            // A value may be the same and yet have been said anew.
            if (set.containsKey(key) || from.originOf(key) != to.originOf(key)) {
                origins.put(key, to.originOf(key));
            }
        }
        Map<String, List<ItemBody>> items = new LinkedHashMap<>();
        Map<String, List<Long>> removed = new LinkedHashMap<>();
        Set<String> lists = new LinkedHashSet<>(from.lists().keySet());
        lists.addAll(to.lists().keySet());
        for (String list : lists) {
            to.items(list).forEach((id, parts) -> {
                Map<String, List<String>> changed = parts(from.items(list).getOrDefault(id, Map.of()), parts);
                String place = FileState.place(list, id);
                if (!changed.isEmpty()) {
                    items.computeIfAbsent(list, key -> new ArrayList<>()).add(new ItemBody(id, changed));
                }
                if (!changed.isEmpty() || from.originOf(place) != to.originOf(place)) {
                    origins.put(place, to.originOf(place));
                }
            });
            List<Long> gone = from.items(list).keySet().stream()
                    .filter(id -> !to.items(list).containsKey(id))
                    .toList();
            if (!gone.isEmpty()) {
                removed.put(list, gone);
            }
        }
        return new EntryBody(set, Map.of(), items, removed, "", origins, holder, Map.of(), null);
    }

    private static Map<String, List<String>> parts(Map<String, Value> from, Map<String, Value> to) {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>(from.keySet());
        keys.addAll(to.keySet());
        for (String key : keys) {
            Value wanted = to.getOrDefault(key, Value.NONE);
            if (!from.getOrDefault(key, Value.NONE).equals(wanted)) {
                changed.put(key, wanted.parts());
            }
        }
        return changed;
    }

    /**
     * A file's entries as seen from a run.
     *
     * @param before those before the run's first
     * @param saidSince whether anybody else has said something since
     * @param isUndone whether the run was taken back here already, so that a file of several rows is dealt with once
     */
    private record Past(List<Sealed> before, boolean saidSince, boolean isUndone) {

        static Past of(long run, List<Sealed> entries) {
            List<Sealed> before = new ArrayList<>();
            boolean begun = false;
            boolean since = false;
            boolean undone = false;
            for (Sealed sealed : entries) {
                Entry entry = sealed.entry();
                boolean ofRun = entry.runId().isPresent() && entry.runId().getAsLong() == run;
                boolean back = CHANNEL.equals(entry.channel());
                if (ofRun && back) {
                    undone = true;
                } else if (ofRun) {
                    begun = true;
                } else if (begun) {
                    // That the file belonged with another for a while says nothing of the customer; what rules say
                    // follows from
                    // the rest, and will again.
                    since |= !Entry.TIES.contains(entry.kind()) && !Circumstances.RULE.equals(entry.channel());
                } else {
                    before.add(sealed);
                }
            }
            return new Past(before, since, undone);
        }
    }
}
