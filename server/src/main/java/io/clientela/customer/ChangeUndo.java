package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.TakingBack.Plan;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal;
import io.clientela.kit.fields.Field;
import io.clientela.platform.Messages;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes one entry of a file back: says beforehand what would come of it, and submits it to the write gate as a change like any other. */
@Component
public class ChangeUndo {

    private final Customers customers;
    private final TakingBack takingBack;
    private final Deciding deciding;
    private final WriteGate gate;
    private final IdempotentSubmission once;
    private final Differences differences;
    private final JournalStore journal;
    private final FieldCatalogue fields;
    private final Rendering rendering;
    private final People people;
    private final Messages messages;
    private final ReadAudit reads;

    ChangeUndo(
            Customers customers,
            TakingBack takingBack,
            Deciding deciding,
            WriteGate gate,
            IdempotentSubmission once,
            Differences differences,
            JournalStore journal,
            FieldCatalogue fields,
            Rendering rendering,
            People people,
            Messages messages,
            ReadAudit reads) {
        this.customers = customers;
        this.takingBack = takingBack;
        this.deciding = deciding;
        this.gate = gate;
        this.once = once;
        this.differences = differences;
        this.journal = journal;
        this.fields = fields;
        this.rendering = rendering;
        this.people = people;
        this.messages = messages;
        this.reads = reads;
    }

    /** What would become of the file; refuses an entry there isn't, and one that can't be taken back by itself. */
    @Transactional(readOnly = true)
    public UndoPreview preview(CustomerNumber number, int entry, Actor actor) {
        Loaded file = customers.itself(number, actor);
        FileRow row = file.row();
        long version = customers.open(number, actor).row().version();
        Plan plan = takingBack.plan(file, entry, deciding.judge(actor));
        plan.refusal().ifPresent(error -> {
            throw new Refusal(error);
        });
        boolean nothing = plan.trouble().isPresent();
        Outcome outcome = nothing
                ? new Outcome.Refused(CustomerError.NOTHING_TO_TAKE_BACK, List.of())
                : gate.rehearse(gate.prepare(List.of(submission(row, entry, OptionalLong.empty(), ""))), actor)
                        .getFirst();
        FileState after = file.state().copy().apply(row.lastSeq() + 1, plan.body());
        if (plan.body().set().containsKey(Claiming.OWNER)) {
            plan.holder().ifPresent(after::putHolder);
        }
        reads.record(AuditEvent.by(actor, "customer.history_read")
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text())
                .with("entry", entry));
        return new UndoPreview(
                entry,
                version,
                differences.of(row.record(), plan.body(), file.state(), after, actor),
                kept(file, plan, actor),
                plan.hidden(),
                outcome instanceof Outcome.Refused refused && !nothing ? problems(refused, actor) : List.of(),
                !(outcome instanceof Outcome.Refused));
    }

    /** Takes the entry back; {@code version} is the one the caller looked at, {@code key} makes a repeated call count once. */
    public Outcome takeBack(
            CustomerNumber number, int entry, OptionalLong version, String reason, String key, Actor actor) {
        if (reason.isBlank()) {
            throw new Refusal(CustomerError.REASON_REQUIRED);
        }
        FileRow row = customers.itself(number, actor).row();
        Submission submission = submission(row, entry, version, reason.strip());
        byte[] request = (number.text() + "#" + entry + "#" + reason).getBytes(StandardCharsets.UTF_8);
        return once.submit(submission, request, key, actor);
    }

    private static Submission submission(FileRow row, int entry, OptionalLong version, String reason) {
        return new Submission(
                new Target.Known(row.number(), version),
                row.record(),
                Map.of(),
                Map.of(),
                Circumstances.takingBack(entry, reason));
    }

    private List<UndoPreview.Kept> kept(Loaded file, Plan plan, Actor actor) {
        Map<Integer, UndoPreview.Since> since = new HashMap<>();
        List<Integer> seqs = plan.kept().stream()
                .map(TakingBack.Kept::since)
                .filter(seq -> seq > 0)
                .distinct()
                .toList();
        journal.entries(file.row().fileId(), seqs)
                .forEach(entry -> since.put(
                        entry.seq(),
                        new UndoPreview.Since(entry.seq(), entry.at(), people.displayName(entry.actorId()))));
        return plan.kept().stream()
                .map(kept -> new UndoPreview.Kept(
                        kept.place().field(),
                        label(file, kept.place(), actor),
                        UndoPreview.Why.valueOf(kept.why().name()),
                        since.get(kept.since())))
                .toList();
    }

    /** Such as "Contacts · Jane Doe · Position". */
    private String label(Loaded file, TakingBack.Place place, Actor actor) {
        Field field = fields.catalogue().field(file.row().record(), place.field());
        if (place.item().isEmpty()) {
            return rendering.label(field, actor);
        }
        Map<String, Value> parts =
                file.state().items(place.field()).getOrDefault(place.item().getAsLong(), Map.of());
        String part = place.part().isEmpty() ? "" : differences.partLabel(field, place.part(), actor);
        return Stream.of(rendering.label(field, actor), differences.name(field, parts, actor), part)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private List<FileView.WarningView> problems(Outcome.Refused refused, Actor actor) {
        if (refused.problems().isEmpty()) {
            return List.of(words("", "error." + refused.error().code(), Map.of(), actor));
        }
        return refused.problems().stream()
                .map(problem -> words(problem.field(), "fault." + problem.code(), problem.details(), actor))
                .toList();
    }

    private FileView.WarningView words(String field, String key, Map<String, String> details, Actor actor) {
        return new FileView.WarningView(
                field,
                key.substring(key.indexOf('.') + 1),
                messages.text(key + ".cause", actor.language(), details),
                messages.text(key + ".remedy", actor.language(), details));
    }
}
