package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.customer.Rendering.Shown;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One customer's file through the read gate: as it is, as it was, and a masked value revealed for a reason. */
@Component
public class Customers {

    private final FileStore files;
    private final Loaded.Loader loader;
    private final Groups groups;
    private final JournalStore journal;
    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final Differences differences;
    private final Owners owners;
    private final People people;
    private final ReadAudit reads;
    private final AuditTrail audit;
    private final KnownTypes types;

    Customers(
            FileStore files,
            Loaded.Loader loader,
            Groups groups,
            JournalStore journal,
            Rendering rendering,
            FieldCatalogue fields,
            Differences differences,
            Owners owners,
            People people,
            ReadAudit reads,
            AuditTrail audit,
            KnownTypes types) {
        this.files = files;
        this.loader = loader;
        this.groups = groups;
        this.journal = journal;
        this.rendering = rendering;
        this.fields = fields;
        this.differences = differences;
        this.owners = owners;
        this.people = people;
        this.reads = reads;
        this.audit = audit;
        this.types = types;
    }

    /**
     * The file as it is now; refuses with not_found what is outside the reader's scope. Each of its statements sees what was
     * committed before it, in a transaction or out of one, so none is begun: the end of one costs as much as a statement.
     */
    public FileView file(CustomerNumber number, Actor actor) {
        FileStore.Begun begun = files.begun(number)
                .filter(found -> InScope.of(actor.scope(), found.file()))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        return file(begun, actor);
    }

    private FileView file(FileStore.Begun begun, Actor actor) {
        Loaded file = loaded(begun.file());
        return shown(file.row(), file.state(), begun.first(), actor);
    }

    private FileView shown(FileRow row, FileState state, Entry known, Actor actor) {
        told("customer.read", row, actor);
        types.keep(row.number(), row.record());
        return view(row, state, List.of(known), actor);
    }

    /** A file whose reading is noted. */
    Loaded opened(CustomerNumber number, Actor actor) {
        Loaded file = open(number, actor);
        told("customer.read", file.row(), actor);
        return file;
    }

    FileView view(Loaded file, Actor actor) {
        return view(file.row(), file.state(), List.of(), actor);
    }

    /** A file just written; where it has left the writer's scope with that, only its number and version. */
    public FileView written(CustomerNumber number, Actor actor) {
        FileStore.Begun begun = files.begun(number).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        return InScope.of(actor.scope(), begun.file()) ? file(begun, actor) : elsewhere(begun.file());
    }

    /** The same of what the gate accepted, as it accepted it; read again only where the gate didn't have all of it. */
    public FileView written(Outcome.Accepted accepted, Actor actor) {
        if (!(accepted.left().orElse(null) instanceof LeftFile left)) {
            return written(accepted.number(), actor);
        }
        return InScope.of(actor.scope(), left.row())
                ? shown(left.row(), left.state(), left.entry(), actor)
                : elsewhere(left.row());
    }

    private static FileView elsewhere(FileRow row) {
        return FileView.elsewhere(row.number().text(), row.record(), row.version(), row.createdAt(), row.updatedAt());
    }

    /** Record type of a file somebody wants to change; the gate holds it against the scope. Refuses with not_found what isn't there. */
    public String typeOf(CustomerNumber number, Actor actor) {
        return types.find(number).orElseGet(() -> {
            String record = files.kind(number)
                    .filter(found -> InScope.of(actor.scope(), found.ownerId(), found.departmentId()))
                    .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND))
                    .record();
            types.keep(number, record);
            return record;
        });
    }

    /** The file as it was, under today's rights and masks, and what differs since; refuses a moment before there was one. */
    @Transactional(readOnly = true)
    public FileView fileAsOf(CustomerNumber number, AsOf past, Actor actor) {
        Loaded file = itself(number, actor);
        List<Sealed> entries = entries(file.row().fileId(), past);
        if (entries.isEmpty()) {
            throw new Refusal(
                    CustomerError.NOT_YET_THERE,
                    Map.of("since", file.row().createdAt().toString()));
        }
        Entry last = entries.getLast().entry();
        FileState state = FileState.fold(entries, file.key());
        FileRow then = file.row().asOf(last, state, owners.again(state, file.row()));
        reads.record(about("customer.read_as_of", file.row(), actor)
                .with("as_of", past.text())
                .with("entry", last.seq()));
        return view(then, state, List.of(), actor)
                .asOf(new FileView.Past(
                        past.text(),
                        last.seq(),
                        file.row().lastSeq(),
                        last.at(),
                        people.displayName(last.actorId()),
                        differences.between(file.row().record(), state, file.state(), actor)));
    }

    private List<Sealed> entries(long fileId, AsOf past) {
        return switch (past) {
            case AsOf.Moment moment -> journal.entries(fileId, moment.at());
            case AsOf.After after -> journal.entriesUpTo(fileId, after.entry());
        };
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
        Value value = field.type() == FieldType.USER
                ? Owners.value(file.row().ownerId())
                : file.state().value(key);
        audit.record(AuditEvent.by(actor, "customer.revealed")
                .about(new FileId(file.row().fileId()), new FileId(file.row().headId()))
                .subject(number.text())
                .with("field", key)
                .with("reason", sealed(reason.strip(), file)));
        return rendering.clear(field, value, actor, Purpose.READ);
    }

    /** A file in the actor's scope with its state; refuses with not_found otherwise. */
    Loaded open(CustomerNumber number, Actor actor) {
        FileRow row = files.find(number)
                .filter(found -> InScope.of(actor.scope(), found))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        return loaded(row);
    }

    private Loaded loaded(FileRow row) {
        Loaded file = loader.open(List.of(row)).get(row.fileId());
        if (file == null) {
            throw new Refusal(CustomerError.VALUE_DESTROYED);
        }
        return file;
    }

    /** The very file that was given this number: of it everything is said that is said under the number. */
    long addressed(CustomerNumber number, FileRow standing) {
        return standing.isLinked()
                ? files.exactly(number).map(FileRow::fileId).orElse(standing.fileId())
                : standing.fileId();
    }

    /** The very file that was given this number, as it is by itself, whoever it belongs to now; the scope is that of its head. */
    Loaded itself(CustomerNumber number, Actor actor) {
        Loaded standing = open(number, actor);
        return standing.row().isLinked()
                ? files.exactly(number)
                        .map(row -> groups.of(row.fileId()).member(row.fileId()))
                        .orElse(standing)
                : standing;
    }

    /** {@code known} are entries of the file that were read with it. */
    private FileView view(FileRow row, FileState state, List<Entry> known, Actor actor) {
        List<Shown> readable = rendering.shown(row.record(), actor, Purpose.READ);
        Map<String, Cell> values = rendering.cells(
                readable.stream()
                        .filter(shown -> shown.field().type() != FieldType.LIST)
                        .toList(),
                row,
                state.values(),
                actor);
        Map<String, List<FileView.ItemView>> lists = new LinkedHashMap<>();
        readable.stream()
                .map(Shown::field)
                .filter(field -> field.type() == FieldType.LIST)
                .forEach(list -> lists.put(list.key(), items(list, state, actor)));
        return new FileView(
                row.number().text(),
                row.record(),
                row.version(),
                row.listed() ? "listed" : row.isAbsorbed() ? "merged" : "withdrawn",
                row.createdAt(),
                row.updatedAt(),
                values.containsKey("owner")
                        ? new FileView.PersonView(row.ownerId(), people.displayName(row.ownerId()))
                        : null,
                new FileView.DepartmentView(row.departmentId(), people.departmentName(row.departmentId())),
                row.ownerId() == Owners.NOBODY ? true : null,
                ownerWritten(row, state, readable),
                row.planVersion(),
                row.linked().map(linked -> linked.aliases(row.number())).orElse(List.of()),
                values,
                lists,
                origins(row, state, known, values.keySet(), lists),
                new FileView.Abilities(
                        row.listed() && actor.may(Functions.CUSTOMERS_CHANGE),
                        actor.may(Functions.CUSTOMERS_REVEAL),
                        actor.may(Functions.CUSTOMERS_EXPORT),
                        row.listed() && row.ownerId() == actor.userId() && actor.may(Functions.CUSTOMERS_CLAIM),
                        row.listed() && actor.may(Functions.CUSTOMERS_MERGE) && actor.may(Functions.CUSTOMERS_CHANGE)),
                null,
                null);
    }

    /** For whoever sees owners in clear. */
    private @Nullable String ownerWritten(FileRow row, FileState state, List<Shown> readable) {
        return readable.stream()
                .filter(shown -> shown.field().type() == FieldType.USER && shown.visibility() == Visibility.CLEAR)
                .findFirst()
                .flatMap(shown -> owners.written(row.ownerId(), state))
                .orElse(null);
    }

    private List<FileView.ItemView> items(Field list, FileState state, Actor actor) {
        Map<Long, Map<String, Value>> all = state.items(list.key());
        return all.entrySet().stream()
                .map(item -> new FileView.ItemView(
                        item.getKey(), rendering.item(list, item.getValue(), all, actor, Purpose.READ)))
                .toList();
    }

    /** Provenance comes from the clear part of the journal; no entry is unsealed for it. */
    private Map<String, FileView.Origin> origins(
            FileRow row,
            FileState state,
            List<Entry> known,
            Set<String> shown,
            Map<String, List<FileView.ItemView>> lists) {
        Map<String, Integer> seqs = new TreeMap<>();
        shown.forEach(key -> seqs.put(key, state.originOf(key)));
        lists.forEach((list, items) -> items.forEach(item -> {
            String place = FileState.place(list, item.id());
            seqs.put(place, state.originOf(place));
        }));
        Map<Long, Map<String, Integer>> byFile = new HashMap<>();
        seqs.forEach((place, seq) -> byFile.computeIfAbsent(source(row, place), file -> new TreeMap<>())
                .put(place, seq));
        Map<String, FileView.Origin> origins = new TreeMap<>();
        byFile.forEach((file, places) -> {
            Map<Integer, FileView.Origin> bySeq = new HashMap<>();
            known.stream()
                    .filter(entry -> entry.fileId() == file)
                    .forEach(entry -> bySeq.put(entry.seq(), origin(row, entry)));
            Set<Integer> further = new TreeSet<>(places.values());
            further.removeAll(bySeq.keySet());
            if (!further.isEmpty()) {
                journal.entries(file, List.copyOf(further))
                        .forEach(entry -> bySeq.put(entry.seq(), origin(row, entry)));
            }
            places.forEach((place, seq) -> {
                FileView.Origin origin = bySeq.get(seq);
                if (origin != null) {
                    origins.put(place, origin);
                }
            });
        });
        return origins;
    }

    private static long source(FileRow row, String place) {
        return row.linked().map(linked -> linked.source(place, row.fileId())).orElse(row.fileId());
    }

    private FileView.Origin origin(FileRow row, Entry entry) {
        return new FileView.Origin(
                entry.seq(),
                entry.at(),
                people.displayName(entry.actorId()),
                entry.channel(),
                entry.source(),
                entry.runId().isPresent() ? entry.runId().getAsLong() : null,
                entry.fileId() == row.fileId()
                        ? null
                        : row.linked()
                                .flatMap(linked -> linked.number(entry.fileId()))
                                .orElse(null));
    }

    /** Reasons name people too: readable only with the file's key, in hexadecimal. */
    private static String sealed(String reason, Loaded file) {
        byte[] plain = reason.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(file.key().seal(plain, "reason:" + file.row().fileId()));
    }

    private void told(String action, FileRow row, Actor actor) {
        reads.record(about(action, row, actor));
    }

    private static AuditEvent about(String action, FileRow row, Actor actor) {
        return AuditEvent.by(actor, action)
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text());
    }
}
