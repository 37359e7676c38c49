package io.clientela.customer;

import io.clientela.access.Actors;
import io.clientela.customer.ResettlingStore.Run;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Afresh;
import io.clientela.platform.Connections;
import io.clientela.platform.Housekeeping;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Settings;
import io.clientela.platform.Settings.Change;
import io.clientela.platform.Traces;
import io.clientela.schedule.Job;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Steering;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts merged customers together anew after the rules of survivorship have changed, in portions; each portion and how far it came is one
 * transaction. Only what is computed is written: the files and their entries stay as they are, and so does a customer who says the same.
 */
@Component
class Resettling implements JobHandler, Housekeeping {

    static final String JOB = "resettling";

    private static final int PORTION = 20;
    private static final int LOOKED_BACK = 50;
    private static final Logger log = LoggerFactory.getLogger(Resettling.class);

    private final ResettlingStore runs;
    private final HeadStore heads;
    private final Tying tying;
    private final GateRecords records;
    private final Settings settings;
    private final Jobs jobs;
    private final Afresh afresh;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Resettling(
            ResettlingStore runs,
            HeadStore heads,
            Tying tying,
            GateRecords records,
            Settings settings,
            Jobs jobs,
            Afresh afresh,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.heads = heads;
        this.tying = tying;
        this.records = records;
        this.settings = settings;
        this.jobs = jobs;
        this.afresh = afresh;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins with the first customer, also where a run was going on: it went by rules that don't hold any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start() {
        Instant now = clock.instant();
        runs.queue();
        runs.overtake(now).ifPresent(earlier -> jobs.report(JOB, earlier, "cancelled", 0, 0, Optional.empty()));
        jobs.start(JOB, runs.insert(now, heads.countMerged()), "", Actors.system());
    }

    @Override
    public String name() {
        return "rules of survivorship that lay ahead";
    }

    /** Starts where rules have come into force since the last run began, or the product makes something else of the same rules. */
    @Override
    public long tidy(Instant now) {
        Instant last = runs.lastBegun().orElse(Instant.EPOCH);
        boolean due = settings
                .changes(
                        List.of(SurvivorshipInForce.CRITERIA, SurvivorshipInForce.TRUST, SurvivorshipInForce.FIELDS),
                        LOOKED_BACK)
                .stream()
                .map(Change::from)
                .anyMatch(from -> from.isAfter(last) && !from.isAfter(now));
        due |= runs.edition() < SurvivorshipRules.EDITION && heads.countMerged() > 0;
        if (due) {
            transaction.executeWithoutResult(status -> start());
        }
        return due ? 1 : 0;
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public Set<Steering> abilities(Job job) {
        if (job.waitingOrRunning()) {
            return Set.of(Steering.CANCEL);
        }
        boolean done = job.state().equals("done");
        return done || !runs.isLast(job.subject()) ? Set.of() : Set.of(Steering.RESUME);
    }

    /**
     * Cancelled, it ends after the portion it is in; the others follow with their next change. What failed or was cancelled is resumed
     * by a run of its own that begins with the first customer: those it has put together stay as they are.
     */
    @Override
    public void steer(Job job, Steering how, Actor actor) {
        if (how == Steering.RESUME) {
            start();
        } else {
            jobs.wantCancel(JOB, job.subject());
        }
        jobs.told(job, how, actor);
    }

    @Override
    public Optional<String> page(Job job, Actor actor) {
        return actor.may(Functions.SETTINGS_MANAGE) ? Optional.of("/settings/general") : Optional.empty();
    }

    @Override
    public void run(long subject) {
        try {
            boolean more = true;
            while (more) {
                Interruptions.check();
                more = afresh.run(() -> step(subject));
            }
        } catch (RuntimeException e) {
            if (Connections.isAway(e) || Interruptions.isOne(e)) {
                throw e;
            }
            log.error("putting merged customers together in run {} broke: {}", subject, Traces.of(e));
            transaction.executeWithoutResult(status -> runs.lock(subject)
                    .filter(Run::isGoing)
                    .ifPresent(run -> end(run, "failed", Optional.of(CustomerError.RESETTLING_BROKE.code()))));
        }
    }

    /** One portion; whether there may be more. */
    private boolean step(long subject) {
        Run run = runs.lock(subject).orElseThrow();
        if (!run.isGoing()) {
            report(run, run.state(), Optional.empty());
            return false;
        }
        if (jobs.cancelWanted(JOB, subject)) {
            end(run, "cancelled", Optional.empty());
            return false;
        }
        List<Long> some = heads.merged(run.after(), PORTION);
        if (some.isEmpty()) {
            end(run, "done", Optional.empty());
            return false;
        }
        int changed = settle(some, run.id());
        runs.reached(run.id(), some.getLast(), some.size(), changed);
        long processed = run.processed() + some.size();
        jobs.report(JOB, run.id(), "running", processed, Math.max(run.total(), processed), Optional.empty());
        return true;
    }

    private int settle(List<Long> some, long run) {
        Actor product = Actors.system();
        List<FileRow> written = tying.settleAnew(some, product.userId(), clock.instant());
        records.resettled(written, run, product);
        return written.size();
    }

    private void end(Run run, String state, Optional<String> error) {
        runs.end(run.id(), state, clock.instant());
        report(run, state, error);
    }

    private void report(Run run, String state, Optional<String> error) {
        jobs.report(JOB, run.id(), state, run.processed(), run.processed(), error);
    }
}
