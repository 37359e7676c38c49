package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.HistoryItem.TakenBack;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A file's journal through the read gate: page by page, as readable differences, under today's rights and masks. */
@Component
public class FileHistory {

    private static final String ORDER = "history";

    private final Customers customers;
    private final JournalStore journal;
    private final Differences differences;
    private final Rendering rendering;
    private final Cursors cursors;
    private final People people;
    private final TieWords ties;
    private final ReadAudit reads;

    FileHistory(
            Customers customers,
            JournalStore journal,
            Differences differences,
            Rendering rendering,
            Cursors cursors,
            People people,
            TieWords ties,
            ReadAudit reads) {
        this.customers = customers;
        this.journal = journal;
        this.differences = differences;
        this.rendering = rendering;
        this.cursors = cursors;
        this.people = people;
        this.ties = ties;
        this.reads = reads;
    }

    /** The entries somebody wants to see; refuses a field the reader may not read as it would one that isn't there. */
    @Transactional(readOnly = true)
    public HistoryPage page(CustomerNumber number, HistoryQuery query, Actor actor) {
        Loaded file = customers.itself(number, actor);
        FileRow row = file.row();
        if (!query.field().isEmpty()
                && rendering.readable(row.record(), actor).stream()
                        .noneMatch(field -> field.key().equals(query.field()))) {
            throw new Refusal(CustomerError.FILTER_NOT_ALLOWED, Map.of("field", query.field()));
        }
        told(row, query, actor);
        return page(file, said(file), query, actor);
    }

    /** The same of a file and its entries that are opened already. */
    HistoryPage page(Loaded file, List<Said> all, HistoryQuery query, Actor actor) {
        FileRow row = file.row();
        List<Integer> fitting = all.stream()
                .filter(said -> query.fits(said.entry(), said.body()))
                .map(said -> said.entry().seq())
                .toList();
        int before = before(query, row);
        List<Integer> older = fitting.stream().filter(seq -> seq < before).toList();
        List<Integer> shown = older.subList(Math.max(0, older.size() - query.limit()), older.size());
        List<HistoryItem> items = items(file, all, new HashSet<>(shown), actor);
        return new HistoryPage(
                items.reversed(),
                fitting.size(),
                shown.size() < older.size() ? cursor(row, shown.getFirst()) : null,
                authors(all),
                all.stream()
                        .map(said -> said.entry().channel())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** All entries of a file and what they say, in order. */
    List<Said> said(Loaded file) {
        return journal.entriesUpTo(file.row().fileId(), file.row().lastSeq()).stream()
                .map(one -> new Said(one.entry(), EntryBody.open(one, file.key())))
                .toList();
    }

    private int before(HistoryQuery query, FileRow row) {
        if (query.cursor().isEmpty()) {
            return Integer.MAX_VALUE;
        }
        Cursors.Position position = cursors.open(query.cursor(), ORDER);
        if (position.fileId() != row.fileId()) {
            throw new Refusal(CustomerError.CURSOR_UNKNOWN);
        }
        return position.offset();
    }

    private String cursor(FileRow row, int seq) {
        return cursors.seal(new Cursors.Position(ORDER, "", row.fileId(), seq));
    }

    private List<HistoryItem> items(Loaded file, List<Said> all, Set<Integer> shown, Actor actor) {
        Retractions retractions = Retractions.of(all);
        List<HistoryItem> items = new ArrayList<>();
        FileState state = new FileState();
        for (Said said : all) {
            int seq = said.entry().seq();
            boolean wanted = shown.contains(seq);
            FileState before = wanted ? state.copy() : state;
            state.apply(seq, said.body());
            if (wanted) {
                items.add(item(file.row(), said, before, state, retractions, actor));
                if (items.size() == shown.size()) {
                    break;
                }
            }
        }
        return items;
    }

    private HistoryItem item(
            FileRow row, Said said, FileState before, FileState after, Retractions retractions, Actor actor) {
        Entry entry = said.entry();
        List<HistoryItem.Difference> changes = differences.of(row.record(), said.body(), before, after, actor);
        List<Told> told = Told.of(said.body(), rendering, actor);
        Optional<HistoryItem.Tied> tied = ties.of(row, said.body(), actor);
        // A reason says what it is the reason for.
        boolean seen = !Entry.CHANGED.equals(entry.kind()) || !changes.isEmpty() || !told.isEmpty() || tied.isPresent();
        Optional<TakenBack> takenBack = retractions.of(entry.seq()).map(by -> takenBack(by, seen));
        boolean whole = takenBack.isPresent() && !takenBack.get().partly();
        return new HistoryItem(
                entry.seq(),
                entry.at(),
                people.displayName(entry.actorId()),
                entry.channel(),
                entry.source(),
                optional(entry.runId()),
                entry.kind(),
                seen ? said.body().reason() : "",
                said.body().takesBack(),
                takenBack.orElse(null),
                seen
                        && !whole
                        && !row.isWithdrawn()
                        && TakingBack.isReversible(entry)
                        && actor.may(Functions.CUSTOMERS_CHANGE),
                changes,
                told,
                tied.orElse(null));
    }

    private TakenBack takenBack(Retractions.Retraction retraction, boolean seen) {
        Entry by = retraction.by().entry();
        return new TakenBack(
                by.seq(),
                by.at(),
                people.displayName(by.actorId()),
                seen ? retraction.by().body().reason() : "",
                Entry.CHANGED.equals(by.kind()) ? null : optional(by.runId()),
                retraction.partly());
    }

    private List<HistoryPage.Author> authors(List<Said> all) {
        return all.stream()
                .map(said -> said.entry().actorId())
                .distinct()
                .map(id -> new HistoryPage.Author(id, people.displayName(id)))
                .sorted(Comparator.comparing(HistoryPage.Author::name))
                .toList();
    }

    private static @Nullable Long optional(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private void told(FileRow row, HistoryQuery query, Actor actor) {
        AuditEvent event = AuditEvent.by(actor, "customer.history_read")
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text());
        reads.record(query.field().isEmpty() ? event : event.with("field", query.field()));
    }

    /** An entry and what it says. */
    record Said(Entry entry, EntryBody body) {}
}
