package io.clientela.exchange;

import io.clientela.access.Actors;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.platform.Housekeeping;
import io.clientela.schedule.Jobs;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Cancels runs left paused for longer than a file is kept, which would otherwise keep theirs for ever. */
@Component
class PausedRuns implements Housekeeping {

    private final RunStore runs;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    PausedRuns(RunStore runs, Jobs jobs, AuditTrail audit, TransactionTemplate transaction) {
        this.runs = runs;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "paused imports";
    }

    @Override
    public long tidy(Instant now) {
        return runs.pausedBefore(now.minus(Uploads.KEPT)).stream()
                .filter(run -> cancelled(run, now))
                .count();
    }

    /** False when somebody has just resumed it. */
    private boolean cancelled(long id, Instant now) {
        return transaction.execute(status -> {
            if (!runs.cancelPaused(id, now)) {
                return false;
            }
            Run run = runs.find(id).orElseThrow();
            jobs.report(
                    Imports.JOB,
                    id,
                    Run.State.CANCELLED.text(),
                    run.counts().processed(),
                    run.total(),
                    Optional.empty());
            audit.record(AuditEvent.by(Actors.system(), "import.cancel").run(id));
            return true;
        });
    }
}
