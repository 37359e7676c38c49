package io.clientela.matching;

import io.clientela.customer.ComparedFiles;
import io.clientela.customer.ComparedFiles.Compared;
import io.clientela.customer.KnownRelations;
import io.clientela.kernel.Actor;
import io.clientela.kit.match.Base;
import io.clientela.kit.match.Features;
import io.clientela.kit.match.Groups;
import io.clientela.kit.match.Model;
import io.clientela.kit.match.RuleSet;
import io.clientela.kit.match.Run;
import io.clientela.kit.match.Scorer;
import io.clientela.kit.match.Thresholds;
import io.clientela.matching.MatchingRun.State;
import io.clientela.matching.Results.Learned;
import io.clientela.platform.Ahead;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Traces;
import io.clientela.schedule.Job;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Steering;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares all customers with each other: reads them, learns, looks, and stores what was found in one transaction for each type. A
 * run that broke off begins anew; until it has ended, what the last one found stands.
 */
@Component
class WholeBase implements JobHandler {

    static final String JOB = "matching";

    private static final Logger log = LoggerFactory.getLogger(WholeBase.class);
    private static final int PORTION = 5_000;

    private final MatchingRunStore runs;
    private final ComparedFiles files;
    private final VerdictStore verdicts;
    private final KnownRelations relations;
    private final Results results;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WholeBase(
            MatchingRunStore runs,
            ComparedFiles files,
            VerdictStore verdicts,
            KnownRelations relations,
            Results results,
            Jobs jobs,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.files = files;
        this.verdicts = verdicts;
        this.relations = relations;
        this.results = results;
        this.jobs = jobs;
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

    @Override
    public void steer(Job job, Steering how, Actor actor) {
        jobs.wantCancel(JOB, job.subject());
        jobs.told(job, how, actor);
    }

    @Override
    public Optional<String> page(Job job, Actor actor) {
        return Optional.of("/duplicates");
    }

    @Override
    public void run(long id) {
        boolean begun = Boolean.TRUE.equals(transaction.execute(status -> {
            // Whoever is following changes ends first, and finds this going afterwards.
            runs.turn();
            return runs.begin(id, clock.instant());
        }));
        if (!begun) {
            return;
        }
        try {
            work(new Course(id, runs.find(id).orElseThrow()));
        } catch (CancellationException e) {
            end(id, State.CANCELLED, Optional.empty());
        } catch (RuntimeException e) {
            if (Connections.isAway(e) || Interruptions.isOne(e)) {
                // The scheduler tries again, and the work begins anew.
                throw e;
            }
            log.error("comparing the base in run {} broke: {}", id, Traces.of(e));
            end(id, State.FAILED, Optional.of(MatchingError.MATCHING_BROKE.code()));
        }
    }

    private void work(Course course) {
        course.total = files.about();
        course.report();
        for (String record : ComparedFiles.RECORDS) {
            compare(record, course);
        }
        end(course.id, State.DONE, Optional.empty());
    }

    private void compare(String record, Course course) {
        Base base = read(record, course);
        Run run = new Run(base);
        Model model = run.learn();
        Scorer scorer = new Scorer(base, model, new Related(relations.all(record)));
        Called called = new Called(verdicts.standing(), base, scorer);
        Thresholds thresholds = new Thresholds(course.run.sameFrom(), course.run.askFrom());
        Groups groups = run.groups(scorer, thresholds, called, course::compared);
        course.check();
        results.store(new Learned(course.id, record, base, model, scorer, thresholds), groups, course::check);
        course.done(base.size());
    }

    /** The next ones are read while those before are prepared, by many threads; they are added in the order of their numbers. */
    private Base read(String record, Course course) {
        RuleSet rules = RuleSet.of(record);
        Base base = new Base(rules);
        Ahead.<List<Compared>>run(portion -> portions(record, portion), some -> {
            List<Features> features = some.parallelStream()
                    .map(file -> rules.features(file.profile()))
                    .toList();
            base.addAll(some.stream().mapToLong(Compared::fileId).toArray(), features);
            course.read += some.size();
            course.check();
            course.report();
        });
        course.size = base.size();
        return base;
    }

    private void portions(String record, Consumer<List<Compared>> portion) {
        List<Compared> some = files.after(record, 0, PORTION);
        while (!some.isEmpty()) {
            portion.accept(some);
            some = some.size() < PORTION
                    ? List.of()
                    : files.after(record, some.getLast().fileId(), PORTION);
        }
    }

    private void end(long id, State state, Optional<String> error) {
        transaction.executeWithoutResult(status -> {
            runs.end(id, state, clock.instant(), error);
            long files = runs.find(id).map(MatchingRun::files).orElse(0L);
            jobs.report(JOB, id, state.text(), files, files, error);
        });
    }

    /** How far a run is: reading a customer is half of the work on it, comparing it the other half. */
    private final class Course {
        private final long id;
        private final MatchingRun run;
        private long total;
        private long read;
        private long done;
        private long size;
        private double share;

        Course(long id, MatchingRun run) {
            this.id = id;
            this.run = run;
        }

        void done(long files) {
            done += files;
            size = 0;
            share = 0;
        }

        boolean compared(double part) {
            share = part;
            Interruptions.check();
            report();
            return !jobs.cancelWanted(JOB, id);
        }

        void check() {
            Interruptions.check();
            if (jobs.cancelWanted(JOB, id)) {
                throw new CancellationException("cancelled");
            }
        }

        void report() {
            long compared = done + Math.round(size * share);
            jobs.report(JOB, id, "running", Math.min(total, (read + compared) / 2), total, Optional.empty());
        }
    }
}
