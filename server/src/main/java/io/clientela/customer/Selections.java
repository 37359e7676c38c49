package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.JournalStore.RunSaid;
import io.clientela.customer.Rehearsal.Foreseen;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which files a piece of work on many is about, what it would do to them, and what it has said. */
@Component
public class Selections {

    private final ReadGate gate;
    private final WriteGate writing;
    private final ListStore lists;
    private final JournalStore journal;
    private final Rendering rendering;
    private final ReadAudit reads;

    Selections(
            ReadGate gate,
            WriteGate writing,
            ListStore lists,
            JournalStore journal,
            Rendering rendering,
            ReadAudit reads) {
        this.gate = gate;
        this.writing = writing;
        this.lists = lists;
        this.journal = journal;
        this.rendering = rendering;
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
        List<Field> readable = rendering.readable(row.record(), actor);
        List<Field> named =
                readable.stream().filter(field -> field.key().equals("name")).toList();
        List<Field> changed = readable.stream()
                .filter(field -> foreseen.body().set().containsKey(field.key()))
                .toList();
        Map<String, Cell> old =
                rendering.cells(changed, row, foreseen.file().state().values(), actor, Purpose.READ);
        Map<String, Cell> now = rendering.cells(changed, row, foreseen.after().values(), actor, Purpose.READ);
        reads.record(AuditEvent.by(actor, "customer.previewed")
                .about(new io.clientela.kernel.FileId(row.fileId()), new io.clientela.kernel.FileId(row.headId()))
                .subject(row.number().text()));
        return new Preview(
                row.number().text(),
                rendering.cells(named, row, row.values(), actor, Purpose.READ).values().stream()
                        .findFirst()
                        .map(Cell::text)
                        .orElse(""),
                changed.stream()
                        .map(field -> new HistoryItem.Difference(
                                field.key(),
                                rendering.label(field, actor),
                                old.get(field.key()),
                                now.get(field.key()),
                                null,
                                null))
                        .toList());
    }

    /** A file and its fields before and after. */
    public record Preview(String number, String name, List<HistoryItem.Difference> changes) {}

    /** A file a run spoke of in one of its rows, and the number of the entry. */
    public record Said(FileRef file, long row, int entry) {
        private static Said of(RunSaid said) {
            return new Said(said.file(), said.row(), said.seq());
        }
    }
}
