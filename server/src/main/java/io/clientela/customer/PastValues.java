package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.FileHistory.Said;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a file said of its stage, level and tags over time, under today's rights. */
@Component
public class PastValues {

    private final Customers customers;
    private final Groups groups;
    private final Periods periods;
    private final FileHistory history;
    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final People people;
    private final ReadAudit reads;

    PastValues(
            Customers customers,
            Groups groups,
            Periods periods,
            FileHistory history,
            Rendering rendering,
            FieldCatalogue fields,
            People people,
            ReadAudit reads) {
        this.customers = customers;
        this.groups = groups;
        this.periods = periods;
        this.history = history;
        this.rendering = rendering;
        this.fields = fields;
        this.people = people;
        this.reads = reads;
    }

    /** The latest first; what the reader sees masked or not at all is left out. */
    @Transactional(readOnly = true)
    public List<PeriodView> of(CustomerNumber number, Actor actor) {
        Loaded file = customers.open(number, actor);
        FileRow row = file.row();
        reads.record(AuditEvent.by(actor, "customer.history_read")
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text())
                .with("field", "periods"));
        return of(file, history.said(file), actor);
    }

    /** The same of a file and its entries that are opened already; of linked files each has its own past. */
    List<PeriodView> of(Loaded file, List<Said> entries, Actor actor) {
        if (file.row().linked().isEmpty()) {
            return own(file, entries, actor);
        }
        return groups.of(file.row().fileId()).members().values().stream()
                .flatMap(member -> own(member, history.said(member), actor).stream())
                .sorted(Comparator.comparing(PeriodView::from).reversed())
                .toList();
    }

    private List<PeriodView> own(Loaded file, List<Said> entries, Actor actor) {
        FileRow row = file.row();
        List<Period> all = periods.of(row.fileId()).stream()
                .filter(period -> period.until().map(period.from()::isBefore).orElse(true))
                .filter(period -> isClear(row.record(), period.field(), actor))
                .toList();
        Map<Integer, Said> said = new HashMap<>();
        entries.forEach(entry -> said.put(entry.entry().seq(), entry));
        return all.stream()
                .flatMap(period -> Optional.ofNullable(said.get(period.fromEntry())).stream()
                        .map(entry -> view(row.record(), period, entry, actor)))
                .toList();
    }

    private boolean isClear(String record, String key, Actor actor) {
        return fields.catalogue()
                .find(record, key)
                .filter(field -> rendering.visibility(field, actor, Rendering.Purpose.READ) == Visibility.CLEAR)
                .isPresent();
    }

    private PeriodView view(String record, Period period, Said said, Actor actor) {
        Field field = fields.catalogue().field(record, period.field());
        return new PeriodView(
                period.field(),
                rendering.label(field, actor),
                rendering
                        .cell(field, Value.of(period.value()), actor, Rendering.Purpose.READ)
                        .orElseThrow(),
                period.from(),
                period.until().orElse(null),
                period.fromEntry(),
                people.displayName(said.entry().actorId()),
                said.body().reason());
    }
}
