package io.clientela.correction;

import io.clientela.access.Actors;
import io.clientela.correction.BulkChange.Failure;
import io.clientela.correction.BulkChange.State;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Afresh;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Traces;
import io.clientela.schedule.Job;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Steering;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One stage of a bulk change in the background: portion by portion, each with its progress in one transaction, so that a crash
 * loses and doubles nothing; rights are asked anew for each portion.
 */
abstract class BulkStage implements JobHandler {

    static final int PORTION = 500;

    private static final Logger log = LoggerFactory.getLogger(BulkStage.class);

    private final Tools tools;
    private final String kind;
    private final State during;
    private final State after;

    BulkStage(Tools tools, String kind, State during, State after) {
        this.tools = tools;
        this.kind = kind;
        this.during = during;
        this.after = after;
    }

    /** Deals with the next portion in a transaction; false when there was none. */
    abstract boolean next(BulkChange bulk, Actor actor);

    /** Whose rights count. */
    long actor(BulkChange bulk) {
        return bulk.startedBy();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Set<Steering> abilities(Job job) {
        return during != State.UNDOING && job.waitingOrRunning() ? Set.of(Steering.CANCEL) : Set.of();
    }

    /** It ends after the portion it is in. */
    @Override
    public void steer(Job job, Steering how, Actor actor) {
        tools.bulks().cancel(job.subject());
        tools.jobs().told(job, how, actor);
    }

    /** For whoever asked for it. */
    @Override
    public Optional<String> page(Job job, Actor actor) {
        return job.startedBy() == actor.userId() ? Optional.of("/bulk/" + job.subject()) : Optional.empty();
    }

    @Override
    public void run(long id) {
        if (find(id).state() != during) {
            return;
        }
        try {
            report(find(id), "running", Optional.empty());
            work(id);
        } catch (Refusal e) {
            end(find(id), State.FAILED, Optional.of(new Failure(e.error().code(), e.details())));
        } catch (RuntimeException e) {
            if (Connections.isAway(e) || Interruptions.isOne(e)) {
                // The database is away or the server stops: the scheduler tries again and the work goes on where it
                // was.
                throw e;
            }
            log.error("bulk change {} broke: {}", id, Traces.of(e));
            end(find(id), State.FAILED, Optional.of(new Failure(CorrectionError.BULK_BROKE.code(), Map.of())));
        }
    }

    private void work(long id) {
        while (true) {
            Interruptions.check();
            BulkChange bulk = find(id);
            if (bulk.state() != during) {
                return;
            }
            if (during != State.UNDOING && tools.bulks().isCancelled(id)) {
                end(bulk, State.CANCELLED, Optional.empty());
                return;
            }
            Actor actor = tools.actors().actor(actor(bulk), "job", "job");
            boolean more = tools.afresh().run(() -> {
                boolean went = next(bulk, actor);
                report(find(id), "running", Optional.empty());
                return went;
            });
            if (!more) {
                end(find(id), after, Optional.empty());
                return;
            }
        }
    }

    private void end(BulkChange bulk, State to, Optional<Failure> failure) {
        tools.transaction().executeWithoutResult(status -> {
            State state = state(bulk, to);
            tools.bulks()
                    .move(
                            bulk.id(),
                            during,
                            state,
                            to == State.READY,
                            tools.clock().instant(),
                            failure);
            State shown = to == State.FAILED ? to : state;
            report(
                    bulk,
                    shown == State.CANCELLED || shown == State.FAILED ? shown.text() : "done",
                    failure.map(Failure::code));
        });
    }

    /** Taking back that broke off can be asked for again; a check that was cancelled in its last portion isn't ready. */
    private State state(BulkChange bulk, State to) {
        if (to == State.FAILED && during == State.UNDOING) {
            return State.DONE;
        }
        return to == State.READY && tools.bulks().isCancelled(bulk.id()) ? State.CANCELLED : to;
    }

    private void report(BulkChange bulk, String state, Optional<String> error) {
        tools.jobs().report(kind, bulk.id(), state, bulk.after(), bulk.total(), error);
    }

    private BulkChange find(long id) {
        return tools.bulks().find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    /** Never the same portion twice. */
    static void mustBe(boolean advanced) {
        if (!advanced) {
            throw new IllegalStateException("another worker has taken this bulk change");
        }
    }

    /** What every stage works with. */
    @Component
    record Tools(
            BulkStore bulks, Actors actors, Jobs jobs, Afresh afresh, TransactionTemplate transaction, Clock clock) {}
}
