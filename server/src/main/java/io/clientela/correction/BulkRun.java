package io.clientela.correction;

import io.clientela.correction.BulkChange.State;
import io.clientela.correction.SubjectStore.Placed;
import io.clientela.correction.Trouble.Stage;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what was asked for, file by file, through the write gate. */
@Component
class BulkRun extends BulkStage {

    static final String JOB = "bulk";

    private final BulkStore bulks;
    private final SubjectStore subjects;
    private final WriteGate gate;

    BulkRun(Tools tools, SubjectStore subjects, WriteGate gate) {
        super(tools, JOB, State.RUNNING, State.DONE);
        this.bulks = tools.bulks();
        this.subjects = subjects;
        this.gate = gate;
    }

    @Override
    boolean next(BulkChange bulk, Actor actor) {
        List<Placed> files = subjects.next(bulk.id(), bulk.after(), PORTION);
        if (files.isEmpty()) {
            return false;
        }
        Answers answers = Answers.of(files, gate.commit(gate.prepare(BulkSubmissions.of(bulk, files)), actor));
        subjects.note(bulk.id(), Stage.RUN, answers.refused());
        mustBe(bulks.done(bulk, files.getLast().position(), answers.counts()));
        return true;
    }
}
