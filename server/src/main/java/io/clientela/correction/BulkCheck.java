package io.clientela.correction;

import io.clientela.correction.BulkChange.State;
import io.clientela.correction.SubjectStore.Placed;
import io.clientela.correction.Trouble.Stage;
import io.clientela.customer.FileRef;
import io.clientela.customer.Selections;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fixes which files are meant, and says what would become of each; nothing is written to them. */
@Component
class BulkCheck extends BulkStage {

    static final String JOB = "bulk_check";

    private final BulkStore bulks;
    private final SubjectStore subjects;
    private final Selections selections;
    private final WriteGate gate;

    BulkCheck(Tools tools, SubjectStore subjects, Selections selections, WriteGate gate) {
        super(tools, JOB, State.CHECKING, State.READY);
        this.bulks = tools.bulks();
        this.subjects = subjects;
        this.selections = selections;
        this.gate = gate;
    }

    @Override
    boolean next(BulkChange bulk, Actor actor) {
        if (bulk.total() == 0) {
            return fix(bulk, actor);
        }
        List<Placed> files = subjects.next(bulk.id(), bulk.after(), PORTION);
        if (files.isEmpty()) {
            return false;
        }
        Answers answers = Answers.of(files, gate.rehearse(gate.prepare(BulkSubmissions.of(bulk, files)), actor));
        subjects.note(bulk.id(), Stage.CHECK, answers.refused());
        mustBe(bulks.foreseen(bulk, files.getLast().position(), answers.counts()));
        return true;
    }

    /** Those the actor sees now; what they don't see is only counted. */
    private boolean fix(BulkChange bulk, Actor actor) {
        subjects.forget(bulk.id());
        long[] last = new long[1];
        bulk.wish()
                .query()
                .ifPresentOrElse(
                        query -> selections.each(query, actor, files -> add(bulk, last, files)),
                        () -> add(bulk, last, selections.named(bulk.wish().numbers(), actor)));
        long missing =
                bulk.wish().query().isPresent() ? 0 : bulk.wish().numbers().size() - last[0];
        bulks.fix(bulk.id(), last[0], missing);
        return last[0] > 0;
    }

    private void add(BulkChange bulk, long[] last, List<FileRef> files) {
        subjects.add(bulk.id(), last[0], files);
        last[0] += files.size();
    }
}
