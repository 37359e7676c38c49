package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.Words;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One customer's file through the read gate: as it is, as it was, its history, and a masked value revealed for a reason. */
@Component
public class Customers {

    /** Later than any entry. */
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final FileStore files;
    private final Loaded.Loader loader;
    private final JournalStore journal;
    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final Words words;
    private final People people;
    private final ReadAudit reads;
    private final AuditTrail audit;

    Customers(
            FileStore files,
            Loaded.Loader loader,
            JournalStore journal,
            Rendering rendering,
            FieldCatalogue fields,
            Words words,
            People people,
            ReadAudit reads,
            AuditTrail audit) {
        this.files = files;
        this.loader = loader;
        this.journal = journal;
        this.rendering = rendering;
        this.fields = fields;
        this.words = words;
        this.people = people;
        this.reads = reads;
        this.audit = audit;
    }

    /** The file as it is now; refuses with not_found what is outside the reader's scope. */
    @Transactional(readOnly = true)
    public FileView file(CustomerNumber number, Actor actor) {
        Loaded file = open(number, actor);
        told("customer.read", file.row(), actor);
        return view(file, file.state(), actor);
    }

    /** A file just written; where it has left the writer's scope with that, only its number and version. */
    @Transactional(readOnly = true)
    public FileView written(CustomerNumber number, Actor actor) {
        FileRow row = files.find(number).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        return InScope.of(actor.scope(), row)
                ? file(number, actor)
                : FileView.elsewhere(
                        row.number().text(), row.record(), row.version(), row.createdAt(), row.updatedAt());
    }

    /** Record type of a file in the actor's scope; refuses with not_found otherwise. */
    @Transactional(readOnly = true)
    public String typeOf(CustomerNumber number, Actor actor) {
        return files.find(number)
                .filter(found -> InScope.of(actor.scope(), found))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND))
                .record();
    }

    /** The file as it was at a moment, under today's rights. */
    @Transactional(readOnly = true)
    public FileView fileAsOf(CustomerNumber number, Instant moment, Actor actor) {
        Loaded file = open(number, actor);
        FileState state = FileState.fold(journal.entries(file.row().fileId(), moment), file.key());
        told("customer.read_as_of", file.row(), actor);
        return view(file, state, actor);
    }

    /** Every entry of a file as readable differences, newest first. */
    @Transactional(readOnly = true)
    public List<HistoryItem> history(CustomerNumber number, Actor actor) {
        Loaded file = open(number, actor);
        List<HistoryItem> items = new ArrayList<>();
        FileState before = new FileState();
        for (Sealed entry : journal.entries(file.row().fileId(), ALWAYS)) {
            EntryBody body = body(file, entry);
            FileState after = before.copy().apply(entry.entry().seq(), body);
            items.add(item(file.row(), entry.entry(), body, before, after, actor));
            before = after;
        }
        told("customer.history_read", file.row(), actor);
        return items.reversed();
    }

    /** A masked value in clear; needs the function, a readable field and a reason, and is audited in the same transaction. */
    @Transactional
    public Cell reveal(CustomerNumber number, String key, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new Refusal(CustomerError.REASON_REQUIRED);
        }
        Loaded file = open(number, actor);
        Field field = fields.catalogue()
                .find(file.row().record(), key)
                .filter(f -> rendering.visibility(f, actor, Purpose.READ) != Visibility.HIDDEN)
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        Value value = file.state().value(key);
        audit.record(AuditEvent.by(actor, "customer.revealed")
                .about(new FileId(file.row().fileId()), new FileId(file.row().headId()))
                .subject(number.text())
                .with("field", key)
                .with("reason", sealed(reason.strip(), file)));
        return Cell.clear(
                words.text(field, value.parts(), actor.language()),
                value,
                field.type().many());
    }

    private Loaded open(CustomerNumber number, Actor actor) {
        FileRow row = files.find(number)
                .filter(found -> InScope.of(actor.scope(), found))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        Loaded file = loader.open(List.of(row)).get(row.fileId());
        if (file == null) {
            throw new Refusal(CustomerError.VALUE_DESTROYED);
        }
        return file;
    }

    private static EntryBody body(Loaded file, Sealed entry) {
        return EntryBody.open(entry, file.key());
    }

    private FileView view(Loaded file, FileState state, Actor actor) {
        FileRow row = file.row();
        List<Field> readable = rendering.readable(row.record(), actor);
        Map<String, Cell> values = rendering.cells(
                readable.stream().filter(f -> f.type() != FieldType.LIST).toList(),
                row,
                state.values(),
                actor,
                Purpose.READ);
        Map<String, List<FileView.ItemView>> lists = new LinkedHashMap<>();
        readable.stream()
                .filter(field -> field.type() == FieldType.LIST)
                .forEach(list -> lists.put(list.key(), items(list, state, actor)));
        return new FileView(
                row.number().text(),
                row.record(),
                row.version(),
                row.listed() ? "listed" : "withdrawn",
                row.createdAt(),
                row.updatedAt(),
                values.containsKey("owner")
                        ? new FileView.PersonView(row.ownerId(), people.displayName(row.ownerId()))
                        : null,
                new FileView.DepartmentView(row.departmentId(), people.departmentName(row.departmentId())),
                row.planVersion(),
                List.of(),
                values,
                lists,
                origins(file, state, values.keySet(), lists, actor),
                new FileView.Abilities(
                        row.listed() && actor.may(Functions.CUSTOMERS_CHANGE),
                        actor.may(Functions.CUSTOMERS_REVEAL),
                        actor.may(Functions.CUSTOMERS_EXPORT)),
                null);
    }

    private List<FileView.ItemView> items(Field list, FileState state, Actor actor) {
        List<Field> parts = rendering.readable(list.codeList(), actor);
        return state.items(list.key()).entrySet().stream()
                .map(item -> new FileView.ItemView(
                        item.getKey(), rendering.cells(parts, item.getValue(), actor, Purpose.READ)))
                .toList();
    }

    /** Provenance comes from the clear part of the journal; only of imported rows is unsealed what they told of theirs. */
    private Map<String, FileView.Origin> origins(
            Loaded file, FileState state, Set<String> shown, Map<String, List<FileView.ItemView>> lists, Actor actor) {
        Map<String, Integer> seqs = new TreeMap<>();
        shown.forEach(key -> seqs.put(key, state.originOf(key)));
        lists.forEach((list, items) -> items.forEach(item -> {
            String place = FileState.place(list, item.id());
            seqs.put(place, state.originOf(place));
        }));
        Map<Integer, FileView.Origin> bySeq = new HashMap<>();
        List<Entry> entries = journal.entries(file.row().fileId(), List.copyOf(new TreeSet<>(seqs.values())));
        Map<Integer, List<Told>> told = told(file, entries, actor);
        entries.forEach(entry -> bySeq.put(entry.seq(), origin(entry, told.getOrDefault(entry.seq(), List.of()))));
        Map<String, FileView.Origin> origins = new TreeMap<>();
        seqs.forEach((place, seq) -> {
            FileView.Origin origin = bySeq.get(seq);
            if (origin != null) {
                origins.put(place, origin);
            }
        });
        return origins;
    }

    private Map<Integer, List<Told>> told(Loaded file, List<Entry> entries, Actor actor) {
        List<Integer> imported = entries.stream()
                .filter(entry -> entry.runRow().isPresent())
                .map(Entry::seq)
                .toList();
        Map<Integer, List<Told>> told = new HashMap<>();
        if (!imported.isEmpty()) {
            journal.sealed(file.row().fileId(), imported)
                    .forEach(entry -> told.put(entry.entry().seq(), Told.of(body(file, entry), rendering, actor)));
        }
        return told;
    }

    private FileView.Origin origin(Entry entry, List<Told> told) {
        return new FileView.Origin(
                entry.seq(),
                entry.at(),
                people.displayName(entry.actorId()),
                entry.channel(),
                entry.source(),
                entry.runId().isPresent() ? entry.runId().getAsLong() : null,
                told.isEmpty() ? null : told);
    }

    private HistoryItem item(FileRow row, Entry entry, EntryBody body, FileState before, FileState after, Actor actor) {
        List<HistoryItem.Difference> changes = new ArrayList<>();
        for (Field field : rendering.readable(row.record(), actor)) {
            if (body.set().containsKey(field.key())) {
                Cell old = rendering
                        .cell(field, before.value(field.key()), actor, Purpose.READ)
                        .orElse(null);
                Cell now = rendering
                        .cell(field, after.value(field.key()), actor, Purpose.READ)
                        .orElse(null);
                String raw = rendering.visibility(field, actor, Purpose.READ) == Visibility.CLEAR
                        ? body.raw().get(field.key())
                        : null;
                changes.add(new HistoryItem.Difference(field.key(), rendering.label(field, actor), old, now, raw));
            } else if (body.items().containsKey(field.key()) || body.removed().containsKey(field.key())) {
                changes.add(new HistoryItem.Difference(
                        field.key(),
                        rendering.label(field, actor),
                        names(field, before, actor),
                        names(field, after, actor),
                        null));
            }
        }
        return new HistoryItem(
                entry.seq(),
                entry.at(),
                people.displayName(entry.actorId()),
                entry.channel(),
                entry.source(),
                entry.runId().isPresent() ? entry.runId().getAsLong() : null,
                entry.kind(),
                body.reason(),
                changes,
                Told.of(body, rendering, actor));
    }

    /** Reasons name people too: readable only with the file's key, in hexadecimal. */
    private static String sealed(String reason, Loaded file) {
        byte[] plain = reason.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(file.key().seal(plain, "reason:" + file.row().fileId()));
    }

    private Cell names(Field list, FileState state, Actor actor) {
        String text = items(list, state, actor).stream()
                .map(item -> item.values().values().stream().map(Cell::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        return new Cell(text, null, null);
    }

    private void told(String action, FileRow row, Actor actor) {
        reads.record(AuditEvent.by(actor, action)
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text()));
    }
}
