package io.clientela.correction;

import io.clientela.correction.BulkChange.State;
import io.clientela.correction.BulkChange.Undo;
import io.clientela.correction.SubjectStore.Met;
import io.clientela.correction.SubjectStore.Placed;
import io.clientela.correction.Trouble.Stage;
import io.clientela.customer.Outcome;
import io.clientela.customer.Selections;
import io.clientela.customer.Selections.Said;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Takes back what was done, field by field: what somebody has said since stays, and is named. */
@Component
class BulkUndo extends BulkStage {

    static final String JOB = "bulk_undo";
    /** How the gate's reasons for leaving something as it is begin. */
    private static final String KEPT = "kept_";

    private static final String WAITS = KEPT + "pending";

    private final BulkStore bulks;
    private final SubjectStore subjects;
    private final Selections selections;
    private final WriteGate gate;

    BulkUndo(Tools tools, SubjectStore subjects, Selections selections, WriteGate gate) {
        super(tools, JOB, State.UNDOING, State.UNDONE);
        this.bulks = tools.bulks();
        this.subjects = subjects;
        this.selections = selections;
        this.gate = gate;
    }

    @Override
    long actor(BulkChange bulk) {
        return bulk.undo().map(Undo::by).orElseGet(bulk::startedBy);
    }

    @Override
    boolean next(BulkChange bulk, Actor actor) {
        List<Said> said = selections.saidBy(bulk.id(), bulk.after(), PORTION);
        if (said.isEmpty()) {
            return false;
        }
        String reason = bulk.undo().map(Undo::reason).orElse("");
        List<Outcome> outcomes = gate.commit(
                gate.prepare(said.stream()
                        .map(one -> submission(one, reason, bulk.id()))
                        .toList()),
                actor);
        List<Met> kept = new ArrayList<>();
        long reverted = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            Placed place = new Placed(said.get(i).row(), said.get(i).file());
            switch (outcomes.get(i)) {
                case Outcome.Accepted accepted -> {
                    reverted++;
                    List<FieldProblem> stayed = accepted.warnings().stream()
                            .filter(warning -> warning.code().startsWith(KEPT))
                            .toList();
                    if (!stayed.isEmpty()) {
                        kept.add(Answers.met(place, KEPT, stayed));
                    }
                }
                case Outcome.Pending pending -> kept.add(new Met(place, WAITS, pending.fields(), Map.of()));
                case Outcome.Refused no ->
                    kept.add(Answers.met(place, no.error().code(), no.problems()));
            }
        }
        subjects.note(bulk.id(), Stage.UNDO, kept);
        mustBe(bulks.undone(bulk, said.getLast().row(), reverted, kept.size()));
        return true;
    }

    private static Submission submission(Said said, String reason, long run) {
        return new Submission(
                new Target.Known(said.file().number(), OptionalLong.empty()),
                said.file().record(),
                Map.of(),
                Map.of(),
                Circumstances.takingBack(said.entry(), reason, run));
    }
}
