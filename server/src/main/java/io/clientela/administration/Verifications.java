package io.clientela.administration;

import io.clientela.access.Actors;
import io.clientela.audit.AuditReport;
import io.clientela.audit.AuditSearch;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Traces;
import io.clientela.schedule.Job;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Steering;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The audit trail verified in the background, from its first row to its last; who asked and how it ended is told in it. It reads in one
 * snapshot, which no restart outlives: after one it begins anew.
 */
@Component
public class Verifications implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);
    private static final String JOB = "audit_verification";

    private final VerificationStore store;
    private final AuditSearch trail;
    private final Actors actors;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Clock clock;

    Verifications(
            VerificationStore store,
            AuditSearch trail,
            Actors actors,
            Jobs jobs,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.trail = trail;
        this.actors = actors;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Asks for one; while another goes on, that one is answered. */
    public Verification start(Actor actor) {
        Optional<Verification> going = store.last().filter(last -> !last.over());
        return going.orElseGet(() -> transaction.execute(status -> {
            long id = store.insert(trail.roughCount(), actor.userId(), clock.instant());
            jobs.start(JOB, id, "", actor);
            return find(id);
        }));
    }

    public Verification find(long id) {
        return store.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    /** The last one asked for. */
    public Optional<Verification> last() {
        return store.last();
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public Set<Steering> abilities(Job job) {
        return job.waitingOrRunning() ? Set.of(Steering.CANCEL) : Set.of();
    }

    @Override
    public void steer(Job job, Steering how, Actor actor) {
        jobs.wantCancel(JOB, job.subject());
        jobs.told(job, how, actor);
    }

    @Override
    public Optional<String> page(Job job, Actor actor) {
        return actor.may(Functions.AUDIT_READ) ? Optional.of("/settings/audit") : Optional.empty();
    }

    @Override
    public void run(long id) {
        Verification asked = find(id);
        if (asked.over()) {
            return;
        }
        try {
            Actor actor = actors.actor(asked.askedBy(), "job", "job");
            move(asked, "running", 0, Optional.empty());
            ended(asked, trail.verify(actor, checked -> advance(asked, checked)));
        } catch (Cancelled e) {
            move(asked, "cancelled", e.checked, Optional.empty());
        } catch (Refusal e) {
            move(asked, "failed", 0, Optional.of(e.error().code()));
        } catch (RuntimeException e) {
            if (Connections.isAway(e) || Interruptions.isOne(e)) {
                throw e;
            }
            log.error("verification {} broke: {}", id, Traces.of(e));
            move(asked, "failed", 0, Optional.of(AdministrationError.VERIFICATION_BROKE.code()));
        }
    }

    /** The walk reads in one snapshot of its own; how far it is must be seen before it ends. */
    private void advance(Verification asked, long checked) {
        Interruptions.check();
        if (jobs.cancelWanted(JOB, asked.id())) {
            throw new Cancelled(checked);
        }
        move(asked, "running", checked, Optional.empty());
    }

    private void ended(Verification asked, AuditReport report) {
        transaction.executeWithoutResult(status -> {
            store.done(asked.id(), report, clock.instant());
            jobs.report(
                    JOB,
                    asked.id(),
                    report.ok() ? "done" : "failed",
                    report.checked(),
                    report.ok() ? report.checked() : asked.rows(),
                    report.ok() ? Optional.empty() : Optional.of(AdministrationError.AUDIT_BROKEN.code()));
        });
    }

    private void move(Verification asked, String state, long checked, Optional<String> error) {
        apart.executeWithoutResult(status -> {
            store.move(asked.id(), state, checked, clock.instant());
            jobs.report(JOB, asked.id(), state, checked, Math.max(asked.rows(), checked), error);
        });
    }

    /** Somebody wants no more of it. */
    private static final class Cancelled extends RuntimeException {
        private final long checked;

        Cancelled(long checked) {
            super("cancelled", null, false, false);
            this.checked = checked;
        }
    }
}
