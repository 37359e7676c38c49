package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Effect;
import io.clientela.customer.WriteGate.Slot;
import io.clientela.customer.spi.FileTwins;
import io.clientela.customer.spi.LikelyFiles;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.match.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** While a file is checked: warns of rows that would be new customers and are likely to be there already, or earlier in the file. */
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

    /** For the check of one file, batch by batch. */
    Check check() {
        Optional<LikelyFiles> known = likely.stream().findFirst();
        return new Check(known, known.map(LikelyFiles::twins));
    }

    /** What the rows before said, as far as a room above remembers it. */
    final class Check {

        private final Optional<LikelyFiles> known;
        private final Optional<FileTwins> twins;

        private Check(Optional<LikelyFiles> known, Optional<FileTwins> twins) {
            this.known = known;
            this.twins = twins;
        }

        /** The same outcomes, with a warning for each row that is likely to be a customer already. */
        List<Outcome> warned(WriteGate.Batch batch, List<Outcome> outcomes, Actor actor) {
            Map<Integer, Long> rows = new HashMap<>();
            Map<String, Map<Integer, Profile>> drafts = drafts(batch, outcomes, rows);
            Map<Integer, Long> there = new HashMap<>();
            Map<Integer, Long> earlier = new HashMap<>();
            drafts.forEach((record, some) -> {
                known.ifPresent(files -> there.putAll(files.likeliest(record, some)));
                twins.ifPresent(file -> earlier.putAll(file.earlier(record, some, rows)));
            });
            return LikelyRows.this.warned(outcomes, there, earlier, actor);
        }
    }

    private Map<String, Map<Integer, Profile>> drafts(
            WriteGate.Batch batch, List<Outcome> outcomes, Map<Integer, Long> rows) {
        Map<String, Map<Integer, Profile>> drafts = new HashMap<>();
        for (Slot slot : ((WriteGate.Ready) batch).slots()) {
            if (isNew(outcomes.get(slot.index()))) {
                rows.put(slot.index(), slot.prepared().submission().how().row());
                String record = slot.prepared().submission().record();
                drafts.computeIfAbsent(record, type -> new HashMap<>())
                        .put(
                                slot.index(),
                                compared.profile(
                                        record, slot.prepared().cleaned().values()));
            }
        }
        return drafts;
    }

    private static boolean isNew(Outcome outcome) {
        return outcome instanceof Accepted accepted
                && accepted.effect() == Effect.CREATED
                && accepted.warnings().stream().noneMatch(warning -> SAID.contains(warning.code()));
    }

    private List<Outcome> warned(
            List<Outcome> outcomes, Map<Integer, Long> there, Map<Integer, Long> earlier, Actor actor) {
        List<Outcome> warned = new ArrayList<>(outcomes);
        if (!there.isEmpty()) {
            Map<Long, FileRow> rows = new HashMap<>();
            files.find(Set.copyOf(there.values())).forEach(row -> rows.put(row.fileId(), row));
            there.forEach((index, id) -> {
                if (rows.containsKey(id)) {
                    warn(warned, index, warning(rows.get(id), actor));
                }
            });
        }
        earlier.forEach((index, row) ->
                warn(warned, index, new FieldProblem(NAME, "likely_in_file", Map.of("row", Long.toString(row)))));
        return warned;
    }

    private static void warn(List<Outcome> outcomes, int index, FieldProblem warning) {
        if (outcomes.get(index) instanceof Accepted accepted) {
            List<FieldProblem> warnings = new ArrayList<>(accepted.warnings());
            warnings.add(warning);
            outcomes.set(
                    index,
                    new Accepted(accepted.file(), accepted.number(), accepted.version(), accepted.effect(), warnings));
        }
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
