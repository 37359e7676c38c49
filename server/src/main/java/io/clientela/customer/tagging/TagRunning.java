package io.clientela.customer.tagging;

import io.clientela.customer.CustomerError;
import io.clientela.customer.FileRef;
import io.clientela.customer.Selections;
import io.clientela.customer.tagging.TagRun.State;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Afresh;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Traces;
import io.clientela.schedule.Job;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Steering;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through all files in portions; each portion and how far it came is one transaction, so a crash loses and doubles nothing. */
@Component
class TagRunning implements JobHandler {

    static final String JOB = "tag_run";

    private static final int PORTION = 500;
    private static final Logger log = LoggerFactory.getLogger(TagRunning.class);

    private final TagRunStore runs;
    private final Tagging tagging;
    private final Selections selections;
    private final Jobs jobs;
    private final Afresh afresh;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TagRunning(
            TagRunStore runs,
            Tagging tagging,
            Selections selections,
            Jobs jobs,
            Afresh afresh,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.tagging = tagging;
        this.selections = selections;
        this.jobs = jobs;
        this.afresh = afresh;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public Set<Steering> abilities(Job job) {
        return job.waitingOrRunning() ? Set.of(Steering.CANCEL) : Set.of();
    }

    /** It ends after the portion it is in; what has been tagged stays so. */
    @Override
    public void steer(Job job, Steering how, Actor actor) {
        jobs.wantCancel(JOB, job.subject());
        jobs.told(job, how, actor);
    }

    @Override
    public Optional<String> page(Job job, Actor actor) {
        return actor.may(Functions.TAGS_MANAGE) ? Optional.of("/settings/tag-rules") : Optional.empty();
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
            log.error("tag run {} broke: {}", subject, Traces.of(e));
            transaction.executeWithoutResult(status -> runs.lock(subject)
                    .filter(run -> !run.isOver())
                    .ifPresent(run -> {
                        end(run, State.FAILED, Optional.of(CustomerError.TAG_RUN_BROKE.code()));
                    }));
        }
    }

    /** One portion; whether there may be more. */
    private boolean step(long subject) {
        TagRun run = runs.lock(subject).orElseThrow();
        if (run.isOver()) {
            report(run, run.state(), Optional.empty());
            return false;
        }
        if (jobs.cancelWanted(JOB, subject)) {
            end(run, State.CANCELLED, Optional.empty());
            return false;
        }
        List<FileRef> files = selections.after(run.after(), PORTION);
        if (files.isEmpty()) {
            end(run, State.DONE, Optional.empty());
            return false;
        }
        int changed = tagging.tag(files.stream().map(FileRef::fileId).toList(), run.id());
        runs.reached(run.id(), files.getLast().fileId(), files.size(), changed);
        long processed = run.processed() + files.size();
        jobs.report(JOB, run.id(), "running", processed, Math.max(run.total(), processed), Optional.empty());
        return true;
    }

    private void end(TagRun run, State state, Optional<String> error) {
        runs.end(run.id(), state, clock.instant());
        report(run, state, error);
    }

    private void report(TagRun run, State state, Optional<String> error) {
        jobs.report(JOB, run.id(), state.name().toLowerCase(Locale.ROOT), run.processed(), run.processed(), error);
    }
}
