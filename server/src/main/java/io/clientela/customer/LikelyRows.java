package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Effect;
import io.clientela.customer.WriteGate.Slot;
import io.clientela.customer.spi.LikelyFiles;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.match.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** While a file is checked: warns of rows that would be new customers and are likely to be there already. */
@Component
class LikelyRows {

    private static final String NAME = "name";

    /** One such warning is enough for a row. */
    private static final Set<String> SAID = Set.of("duplicate_key", "duplicate_key_elsewhere", "duplicate_in_file");

    private final ObjectProvider<LikelyFiles> likely;
    private final ComparedFiles compared;
    private final FileStore files;
    private final People people;

    LikelyRows(ObjectProvider<LikelyFiles> likely, ComparedFiles compared, FileStore files, People people) {
        this.likely = likely;
        this.compared = compared;
        this.files = files;
        this.people = people;
    }

    /** The same outcomes, with a warning for each row that is likely to be a customer already. */
    List<Outcome> warned(WriteGate.Batch batch, List<Outcome> outcomes, Actor actor) {
        Map<String, Map<Integer, Profile>> drafts = new HashMap<>();
        for (Slot slot : ((WriteGate.Ready) batch).slots()) {
            if (isNew(outcomes.get(slot.index()))) {
                String record = slot.prepared().submission().record();
                drafts.computeIfAbsent(record, type -> new HashMap<>())
                        .put(
                                slot.index(),
                                compared.profile(
                                        record, slot.prepared().cleaned().values()));
            }
        }
        Map<Integer, Long> found = new HashMap<>();
        drafts.forEach((record, some) -> likely.ifAvailable(known -> found.putAll(known.likeliest(record, some))));
        return found.isEmpty() ? outcomes : warned(outcomes, found, actor);
    }

    private static boolean isNew(Outcome outcome) {
        return outcome instanceof Accepted accepted
                && accepted.effect() == Effect.CREATED
                && accepted.warnings().stream().noneMatch(warning -> SAID.contains(warning.code()));
    }

    private List<Outcome> warned(List<Outcome> outcomes, Map<Integer, Long> found, Actor actor) {
        Map<Long, FileRow> rows = new HashMap<>();
        files.find(Set.copyOf(found.values())).forEach(row -> rows.put(row.fileId(), row));
        List<Outcome> warned = new ArrayList<>(outcomes);
        found.forEach((index, id) -> {
            FileRow row = rows.get(id);
            if (row != null && outcomes.get(index) instanceof Accepted accepted) {
                List<FieldProblem> warnings = new ArrayList<>(accepted.warnings());
                warnings.add(warning(row, actor));
                warned.set(
                        index,
                        new Accepted(
                                accepted.file(), accepted.number(), accepted.version(), accepted.effect(), warnings));
            }
        });
        return warned;
    }

    /** One out of scope is not named; only whom to ask is. */
    private FieldProblem warning(FileRow row, Actor actor) {
        return InScope.of(actor.scope(), row)
                ? new FieldProblem(
                        NAME, "likely_there", Map.of("number", row.number().text()))
                : new FieldProblem(
                        NAME, "likely_elsewhere", Map.of("department", people.departmentName(row.departmentId())));
    }
}
