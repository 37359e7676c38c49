package io.clientela.matching;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kit.match.Estimate;
import io.clientela.kit.match.Thresholds;
import io.clientela.schedule.Job;
import io.clientela.schedule.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Comparing the whole base: started, cancelled, shown, and what other thresholds would make of it. */
@Component
public class MatchingRuns {

    /** Beyond this nobody wants to know how many weren't compared yet. */
    private static final int COUNTED = 10_001;

    private final MatchingRunStore runs;
    private final ModelStore models;
    private final LookedForStore keys;
    private final MatchingRules rules;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MatchingRuns(
            MatchingRunStore runs,
            ModelStore models,
            LookedForStore keys,
            MatchingRules rules,
            Jobs jobs,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.models = models;
        this.keys = keys;
        this.rules = rules;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Has the whole base compared with the thresholds in force; refuses with {@code matching_going} while that is being done. */
    public MatchingRun start(Actor actor) {
        Thresholds thresholds = rules.thresholds();
        try {
            long id = transaction.execute(status -> {
                long made = runs.insert(actor.userId(), clock.instant(), thresholds);
                audit.record(AuditEvent.by(actor, "matching.started").run(made));
                jobs.start(WholeBase.JOB, made, "", actor);
                return made;
            });
            return find(id);
        } catch (DuplicateKeyException e) {
            throw new Refusal(MatchingError.MATCHING_GOING);
        }
    }

    /** Asks that a run end; what was found before it stands. */
    public MatchingRun cancel(long id, Actor actor) {
        MatchingRun run = find(id);
        if (run.going()) {
            transaction.executeWithoutResult(status -> {
                jobs.wantCancel(WholeBase.JOB, id);
                audit.record(AuditEvent.by(actor, "matching.cancelled").run(id));
            });
        }
        return find(id);
    }

    public MatchingRun find(long id) {
        return runs.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    public Optional<MatchingRun> latest() {
        return runs.latest();
    }

    /** The last one that came to its end. */
    public Optional<MatchingRun> lastDone() {
        return runs.lastDone();
    }

    public Optional<Job> job(long id) {
        return jobs.of(WholeBase.JOB, id);
    }

    /** How many customers weren't compared with all others yet, counted up to 10,001. */
    public long uncompared() {
        return keys.uncompared(COUNTED);
    }

    /**
     * What is to be expected of pairs that are at least so likely, of all types of customer together, by what was learned in the
     * last run; empty before the first.
     */
    public Optional<Estimate> estimate(double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        List<Estimate> each = models.estimates(threshold);
        double right = 0;
        double all = 0;
        long pairs = 0;
        for (Estimate one : each) {
            double ofThese = one.precision() * one.pairs();
            right += ofThese;
            all += one.recall() > 0 ? ofThese / one.recall() : 0;
            pairs += one.pairs();
        }
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(new Estimate(pairs == 0 ? 1 : right / pairs, all == 0 ? 1 : right / all, pairs));
    }

    public Thresholds thresholds() {
        return rules.thresholds();
    }
}
