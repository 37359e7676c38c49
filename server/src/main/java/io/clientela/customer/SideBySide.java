package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.People;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.Matching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files beside each other through the read gate: those in the reader's scope, in the fields they are compared by. */
@Component
public class SideBySide {

    private final FileStore files;
    private final ReadGate gate;
    private final Rendering rendering;
    private final People people;
    private final ReadAudit reads;

    SideBySide(FileStore files, ReadGate gate, Rendering rendering, People people, ReadAudit reads) {
        this.files = files;
        this.gate = gate;
        this.rendering = rendering;
        this.people = people;
        this.reads = reads;
    }

    /** Which of these are customers the reader may see. */
    @Transactional(readOnly = true)
    public Set<Long> inScope(Collection<Long> fileIds, Actor actor) {
        Set<Long> seen = new HashSet<>();
        rows(fileIds).stream().filter(row -> InScope.of(actor.scope(), row)).forEach(row -> seen.add(row.fileId()));
        return seen;
    }

    /** Those of these customers the reader may see, by id; that they were looked at is noted. */
    @Transactional(readOnly = true)
    public Map<Long, Beside> of(Collection<Long> fileIds, Actor actor) {
        Map<Long, Beside> beside = new HashMap<>();
        seen(fileIds, actor).values().forEach(row -> beside.put(row.fileId(), beside(row, actor)));
        return beside;
    }

    /** Several and several beside each other: of each as many as the reader may see, and none where that are fewer than two. */
    @Transactional(readOnly = true)
    public <G> List<Several<G>> several(List<G> groups, Function<G, List<Long>> members, Actor actor) {
        Map<Long, FileRow> rows = seen(
                groups.stream().flatMap(group -> members.apply(group).stream()).toList(), actor);
        List<Several<G>> all = new ArrayList<>();
        for (G group : groups) {
            List<FileRow> some = members.apply(group).stream()
                    .map(rows::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (some.size() > 1) {
                Map<Long, Beside> beside = new LinkedHashMap<>();
                some.forEach(row -> beside.put(row.fileId(), beside(row, actor)));
                all.add(new Several<>(group, beside, agreement(some, actor)));
            }
        }
        return all;
    }

    private Map<Long, FileRow> seen(Collection<Long> fileIds, Actor actor) {
        Map<Long, FileRow> seen = new HashMap<>();
        for (FileRow row : rows(new HashSet<>(fileIds))) {
            if (InScope.of(actor.scope(), row)) {
                seen.put(row.fileId(), row);
                reads.record(AuditEvent.by(actor, "customer.seen_beside")
                        .about(new FileId(row.fileId()), new FileId(row.headId()))
                        .subject(row.number().text()));
            }
        }
        return seen;
    }

    /** Which of them say the same, of masked values too: that much the reader is told without the value. */
    private Map<String, List<Integer>> agreement(List<FileRow> rows, Actor actor) {
        Map<String, List<Integer>> agreement = new LinkedHashMap<>();
        for (Field field : compared(rows.getFirst().record(), actor)) {
            List<Value> said = rows.stream()
                    .map(row -> row.values().getOrDefault(field.key(), Value.NONE))
                    .toList();
            List<Value> different =
                    said.stream().filter(value -> !value.isEmpty()).distinct().toList();
            if (!different.isEmpty()) {
                agreement.put(
                        field.key(),
                        said.stream().map(value -> different.indexOf(value) + 1).toList());
            }
        }
        return agreement;
    }

    /** Whom to ask about customers: the names of their departments, by id. For those out of the reader's scope nothing else is told. */
    @Transactional(readOnly = true)
    public Map<Long, String> departments(Collection<Long> fileIds) {
        Map<Long, String> departments = new HashMap<>();
        rows(fileIds).forEach(row -> departments.put(row.fileId(), people.departmentName(row.departmentId())));
        return departments;
    }

    /** Those of these customers the reader may see, by id, in no more than a list shows of them, which isn't noted either. */
    @Transactional(readOnly = true)
    public Map<Long, Brief> brief(Collection<Long> fileIds, Actor actor) {
        Map<Long, Brief> brief = new HashMap<>();
        rows(fileIds).stream()
                .filter(row -> InScope.of(actor.scope(), row))
                .forEach(row -> brief.put(row.fileId(), brief(row, actor)));
        return brief;
    }

    private Brief brief(FileRow row, Actor actor) {
        List<Field> names = rendering.readable(row.record(), actor).stream()
                .filter(field -> field.key().equals("name"))
                .toList();
        Cell name = rendering
                .cells(names, row, row.values(), actor, Rendering.Purpose.READ)
                .get("name");
        return new Brief(
                row.number().text(), name == null ? null : name.text(), people.departmentName(row.departmentId()));
    }

    /** Every customer in the reader's scope, the oldest first, with the number they had before. */
    public void each(Actor actor, Consumer<Named> consumer) {
        gate.each(ListQuery.whole("", "", Map.of(), "", "created"), actor, row -> consumer.accept(named(row, actor)));
    }

    private Named named(FileRow row, Actor actor) {
        List<Field> before = rendering.readable(row.record(), actor).stream()
                .filter(field -> "external_id".equals(field.rule()))
                .toList();
        String told = rendering.cells(before, row, row.values(), actor, Rendering.Purpose.EXPORT).values().stream()
                .filter(cell -> !cell.isMasked())
                .map(Cell::text)
                .findFirst()
                .orElse("");
        return new Named(row.fileId(), row.number().text(), told);
    }

    private List<FileRow> rows(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : files.find(ids).stream().filter(FileRow::listed).toList();
    }

    private List<Field> compared(String record, Actor actor) {
        return rendering.readable(record, actor).stream()
                .filter(field -> field.matching() != Matching.NONE && !field.sealed() && field.type() != FieldType.LIST)
                .toList();
    }

    private Beside beside(FileRow row, Actor actor) {
        List<Field> compared = compared(row.record(), actor);
        Map<String, Said> said = new LinkedHashMap<>();
        Map<String, Cell> cells = rendering.cells(compared, row, row.values(), actor, Rendering.Purpose.READ);
        compared.forEach(field -> {
            Cell cell = cells.get(field.key());
            if (cell != null) {
                said.put(field.key(), new Said(rendering.label(field, actor), cell));
            }
        });
        return new Beside(
                row.number().text(),
                row.record(),
                row.version(),
                row.createdAt(),
                people.departmentName(row.departmentId()),
                cells.containsKey("name") ? cells.get("name").text() : null,
                said);
    }

    /** A customer as the reader may see it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Beside(
            String number,
            String type,
            long version,
            Instant createdAt,
            String department,
            @Nullable String name,
            Map<String, Said> fields) {}

    /**
     * Customers beside each other.
     *
     * @param members by their files, in the order asked for
     * @param agreement by field, a number for each of them: 0 where it says nothing, and the same number where two say the same
     */
    public record Several<G>(G group, Map<Long, Beside> members, Map<String, List<Integer>> agreement) {}

    /** What a file says in one field. */
    public record Said(String label, Cell cell) {}

    /** A customer as a list names it, without a name where the reader isn't told it. */
    public record Brief(String number, @Nullable String name, String department) {}

    /** A customer by name: its number, and the one another system knows it by, empty where it has none or the reader isn't told. */
    public record Named(long fileId, String number, String externalId) {}
}
