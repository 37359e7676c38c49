package io.clientela.correction;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.correction.BulkChange.State;
import io.clientela.correction.SubjectStore.Placed;
import io.clientela.correction.Trouble.Kind;
import io.clientela.correction.Trouble.Stage;
import io.clientela.customer.Selections;
import io.clientela.customer.Selections.Preview;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.schedule.Jobs;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of many files at once: asked for and checked, started, cancelled, taken back, and shown. */
@Component
public class BulkChanges {

    private static final int RECENT = 50;
    /** Files looked at for the first changes, of which some may stay as they are. */
    private static final int LOOKED_AT = 60;

    private static final int SHOWN = 20;

    private final BulkStore bulks;
    private final SubjectStore subjects;
    private final BulkRules rules;
    private final Selections selections;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkChanges(
            BulkStore bulks,
            SubjectStore subjects,
            BulkRules rules,
            Selections selections,
            Jobs jobs,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.bulks = bulks;
        this.subjects = subjects;
        this.rules = rules;
        this.selections = selections;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Has it worked out what a wish would do; a wish that can't be done to any file is refused at once. */
    public BulkChange check(BulkWish asked, Actor actor) {
        asked.query().ifPresent(query -> selections.check(query, actor));
        BulkWish wish = rules.checked(asked, actor);
        long id = transaction.execute(status -> {
            long made = bulks.insert(wish, actor.userId(), clock.instant());
            audit.record(told("bulk.checked", made, wish, actor));
            jobs.start(BulkCheck.JOB, made, "", actor);
            return made;
        });
        return find(id);
    }

    /** Lets it happen; for the one who had it checked. */
    public BulkChange start(long id, Actor actor) {
        BulkChange bulk = find(id, actor);
        if (!bulk.canStart(actor)) {
            throw new Refusal(bulk.isOf(actor) ? CorrectionError.BULK_NOT_READY : CommonError.NO_RIGHT);
        }
        if (bulk.total() == 0) {
            throw new Refusal(CorrectionError.BULK_NO_FILES);
        }
        transaction.executeWithoutResult(status -> {
            move(bulk, State.RUNNING, true);
            audit.record(told("bulk.started", id, bulk.wish(), actor).with("files", bulk.total()));
            jobs.start(BulkRun.JOB, id, "", actor);
        });
        return find(id);
    }

    /** Stops it after the portion it is in; what is done stays done until it is taken back. */
    public BulkChange cancel(long id, Actor actor) {
        BulkChange bulk = find(id, actor);
        if (!bulk.canCancel(actor)) {
            throw new Refusal(bulk.isOf(actor) ? CorrectionError.BULK_OVER : CommonError.NO_RIGHT);
        }
        transaction.executeWithoutResult(status -> {
            // The check may have ended since it was looked at; then there is nothing to stop, and nothing may lie in
            // wait for the start.
            if (!bulks.cancel(id)
                    && !bulks.move(id, State.READY, State.CANCELLED, false, clock.instant(), Optional.empty())) {
                throw new Refusal(CommonError.CONFLICT);
            }
            audit.record(AuditEvent.by(actor, "bulk.cancelled").run(id));
        });
        return find(id);
    }

    /** Begins to take back what was done, for the one who did it or who sees every file. */
    public BulkChange undo(long id, String reason, Actor actor) {
        BulkChange bulk = find(id, actor);
        if (reason.isBlank() || reason.length() > BulkWish.LONGEST_REASON) {
            throw new Refusal(CorrectionError.BULK_UNDO_REASON);
        }
        if (!bulk.canBeUndone()) {
            boolean waits =
                    EnumSet.of(State.CHECKING, State.READY, State.RUNNING).contains(bulk.state());
            throw new Refusal(waits ? CorrectionError.BULK_NOT_READY : CorrectionError.BULK_NOTHING_TO_UNDO);
        }
        transaction.executeWithoutResult(status -> {
            // One that broke off goes on where it was.
            move(bulk, State.UNDOING, bulk.undo().isEmpty());
            bulks.undo(id, reason.strip(), actor.userId(), clock.instant());
            audit.record(AuditEvent.by(actor, "bulk.undo").run(id));
            jobs.start(BulkUndo.JOB, id, "", actor);
        });
        return find(id);
    }

    private void move(BulkChange bulk, State to, boolean again) {
        if (!bulks.move(bulk.id(), bulk.state(), to, again, clock.instant(), Optional.empty())) {
            throw new Refusal(CommonError.CONFLICT);
        }
    }

    public BulkChange find(long id, Actor actor) {
        return bulks.find(id)
                .filter(bulk -> bulk.isSeenBy(actor))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    /** One's own, the newest first. */
    public List<BulkChange> recent(Actor actor) {
        return bulks.recent(actor.userId(), RECENT);
    }

    /** The first files that would change, before and after, as this reader may see them now. */
    public List<Preview> preview(long id, Actor actor) {
        BulkChange bulk = find(id, actor);
        if (bulk.state() != State.READY) {
            return List.of();
        }
        List<Placed> first = subjects.next(id, 0, LOOKED_AT);
        return selections.preview(BulkSubmissions.of(bulk, first), actor).stream()
                .limit(SHOWN)
                .toList();
    }

    /** What was in the way, the commonest first. */
    public List<Kind> kinds(long id, Stage stage, Actor actor) {
        find(id, actor);
        return subjects.kinds(id, stage);
    }

    /** Files there was trouble with, behind a position. */
    public List<Trouble> troubles(long id, Stage stage, long after, int limit, Actor actor) {
        find(id, actor);
        return subjects.troubles(id, stage, after, limit);
    }

    private BulkChange find(long id) {
        return bulks.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    private static AuditEvent told(String action, long id, BulkWish wish, Actor actor) {
        return AuditEvent.by(actor, action)
                .run(id)
                .with(
                        "fields",
                        wish.changes().stream()
                                .map(change ->
                                        change.field() + ":" + change.action().text())
                                .collect(Collectors.joining(",")));
    }
}
