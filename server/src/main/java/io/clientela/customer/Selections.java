package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.JournalStore.RunSaid;
import io.clientela.customer.Rehearsal.Foreseen;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.customer.Wanted.Operator;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which files a piece of work on many is about, what it would do to them, and what it has said. */
@Component
public class Selections {

    private final ReadGate gate;
    private final WriteGate writing;
    private final ListStore lists;
    private final Filters filters;
    private final JournalStore journal;
    private final Rendering rendering;
    private final Differences differences;
    private final ReadAudit reads;

    Selections(
            ReadGate gate,
            WriteGate writing,
            ListStore lists,
            Filters filters,
            JournalStore journal,
            Rendering rendering,
            Differences differences,
            ReadAudit reads) {
        this.gate = gate;
        this.writing = writing;
        this.lists = lists;
        this.filters = filters;
        this.journal = journal;
        this.rendering = rendering;
        this.differences = differences;
        this.reads = reads;
    }

    /** Refuses a query that {@link #each} would refuse, and goes through nothing. */
    public void check(ListQuery query, Actor actor) {
        gate.check(query, actor);
    }

    /** Every file of a query in the actor's scope, in portions. */
    public void each(ListQuery query, Actor actor, Consumer<List<FileRef>> portion) {
        gate.eachId(query, actor, ids -> portion.accept(lists.refs(ids)));
    }

    /** Those of these numbers that are listed and in the actor's scope. */
    public List<FileRef> named(Collection<String> numbers, Actor actor) {
        return lists.named(
                actor.scope(),
                numbers.stream().filter(CustomerNumber::looksLike).toList());
    }

    /** The next listed files behind an id, in the order of their ids. */
    public List<FileRef> after(long fileId, int limit) {
        return lists.after(fileId, limit);
    }

    /** Those of these files that a query finds. */
    public Set<Long> fitting(ListQuery query, Actor actor, Collection<Long> ids) {
        return new HashSet<>(lists.visible(actor.scope(), filters.of(query, actor), ids));
    }

    /** Those of these files that are listed, with what they say of a field in clear. */
    public List<Held> held(Collection<Long> ids, String field) {
        return lists.rows(ids, Set.of(field)).stream()
                .filter(FileRow::listed)
                .map(row -> new Held(
                        new FileRef(row.fileId(), row.headId(), row.number(), row.record()),
                        row.values().getOrDefault(field, Value.NONE).parts()))
                .toList();
    }

    /** The keys of the fields a query asks for. */
    public Set<String> asked(ListQuery query) {
        return Filters.wanted(query).flatMap(Optional::stream).map(Wanted::key).collect(Collectors.toSet());
    }

    /** Whether the actor may ask for everything a query asks. */
    public boolean mayAsk(ListQuery query, Actor actor) {
        return filters.mayAsk(query, actor);
    }

    /** Whether a file may come to fit a query, or cease to, without being changed. */
    public boolean movesWithTime(ListQuery query) {
        return Filters.wanted(query).flatMap(Optional::stream).anyMatch(one -> one.operator() == Operator.LAST);
    }

    /** What a run said of known files behind a row, with the entry that says it. */
    public List<Said> saidBy(long run, long afterRow, int limit) {
        return journal.saidBy(run, afterRow, limit).stream().map(Said::of).toList();
    }

    /** What submissions of known files would change, as the actor may see it; writes nothing. */
    @Transactional(readOnly = true)
    public List<Preview> preview(List<Submission> submissions, Actor actor) {
        List<Foreseen> foreseen = new ArrayList<>();
        writing.rehearse(writing.prepare(submissions), actor, foreseen::add);
        return foreseen.stream()
                .filter(one -> InScope.of(actor.scope(), one.file().row()))
                .map(one -> preview(one, actor))
                .toList();
    }

    private Preview preview(Foreseen foreseen, Actor actor) {
        FileRow row = foreseen.file().row();
        List<Field> named = rendering.readable(row.record(), actor).stream()
                .filter(field -> field.key().equals("name"))
                .toList();
        reads.record(AuditEvent.by(actor, "customer.previewed")
                .about(new io.clientela.kernel.FileId(row.fileId()), new io.clientela.kernel.FileId(row.headId()))
                .subject(row.number().text()));
        return new Preview(
                row.number().text(),
                rendering.cells(named, row, row.values(), actor, Purpose.READ).values().stream()
                        .findFirst()
                        .map(Cell::text)
                        .orElse(""),
                differences.of(row.record(), foreseen.body(), foreseen.file().state(), foreseen.after(), actor));
    }

    /** A file and what it says of one field. */
    public record Held(FileRef file, List<String> values) {}

    /** A file and its fields before and after. */
    public record Preview(String number, String name, List<HistoryItem.Difference> changes) {}

    /** A file a run spoke of in one of its rows, and the number of the entry. */
    public record Said(FileRef file, long row, int entry) {
        private static Said of(RunSaid said) {
            return new Said(said.file(), said.row(), said.seq());
        }
    }
}
