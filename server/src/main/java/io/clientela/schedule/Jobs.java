package io.clientela.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts jobs and shows them; a job is known by its kind and the id of what it works on. */
@Component
public class Jobs {

    private final ObjectProvider<Scheduler> scheduler;
    private final ObjectProvider<JobHandler> handlers;
    private final JobStore store;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Jobs(
            ObjectProvider<Scheduler> scheduler,
            ObjectProvider<JobHandler> handlers,
            JobStore store,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.scheduler = scheduler;
        this.handlers = handlers;
        this.store = store;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes a job known, in the caller's transaction if there is one, and has it run as soon as possible on a free node. */
    public void start(String kind, long subject, String name, Actor actor) {
        start(kind, kind, subject, name, actor);
    }

    /** The same under another name than its kind's, which is the text {@code job.<nameKey>}. */
    public void start(String kind, String nameKey, long subject, String name, Actor actor) {
        transaction.executeWithoutResult(status -> {
            // Whoever is ending the job before this one about the subject holds or meets this mark.
            store.wake(kind, subject, true);
            store.insert(kind, nameKey, subject, name, actor.userId(), clock.instant());
            wake(kind, subject);
        });
    }

    /** Has a job run again, for one that was paused; one that is just ending its work is run once more. */
    public void wake(String kind, long subject) {
        transaction.executeWithoutResult(status -> {
            store.wake(kind, subject, true);
            schedule(kind + ":" + subject);
        });
    }

    private void schedule(String instance) {
        Scheduler client = scheduler.getObject();
        try {
            client.cancel(TaskInstanceId.of(JobTasks.NAME, instance));
        } catch (TaskInstanceCurrentlyExecutingException | ExecutionException e) {
            // Whoever is at it, or has taken it just now, finds the mark at its end.
            return;
        } catch (TaskInstanceNotFoundException e) {
            // The usual case.
        }
        client.scheduleIfNotExists(JobTasks.TASK.instance(instance).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // The scheduler has looked already and saw nothing of what wasn't committed yet.
                client.triggerCheckForDueExecutions();
            }
        });
    }

    /** Records how far a job is, in the caller's transaction. */
    public void report(String kind, long subject, String state, long processed, long total, Optional<String> error) {
        store.report(kind, subject, state, processed, total, error, clock.instant());
    }

    /** Jobs this person may see: their own, or all with the function for it; the newest first. */
    public List<Job> visible(Question asked, Actor actor) {
        return store.recent(asked, actor.userId(), actor.may(Functions.JOBS_READ) || actor.may(Functions.JOBS_MANAGE));
    }

    /** The last job about a subject. */
    public Optional<Job> of(String kind, long subject) {
        return store.lastOf(kind, subject);
    }

    /** Asks whoever is at a job to end it at the next opportunity; a handler looks with {@link #cancelWanted}. */
    public void wantCancel(String kind, long subject) {
        store.want(kind, subject, Steering.CANCEL.text());
    }

    /** Whether somebody has asked that a job end. */
    public boolean cancelWanted(String kind, long subject) {
        return store.wanted(kind, subject)
                .filter(Steering.CANCEL.text()::equals)
                .isPresent();
    }

    /**
     * Pauses, resumes or cancels a job. Refuses with {@code not_found} one that isn't this person's to see, with {@code no_right} one
     * of somebody else without the function for it, and with {@code job_not_so} what can't be done with it as it stands.
     */
    public Job steer(long id, Steering how, Actor actor) {
        Job job = store.find(id)
                .filter(found -> sees(found, actor))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        if (!maySteer(job, actor)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
        JobHandler handler = handler(job.kind())
                .filter(known -> known.abilities(job).contains(how))
                .orElseThrow(() -> new Refusal(ScheduleError.JOB_NOT_SO));
        transaction.executeWithoutResult(status -> handler.steer(job, how, actor));
        return store.find(id).orElse(job);
    }

    /** What this person may do with a job now. */
    public Set<Steering> abilities(Job job, Actor actor) {
        return maySteer(job, actor)
                ? handler(job.kind()).map(known -> known.abilities(job)).orElse(Set.of())
                : Set.of();
    }

    /** Where on the page this person finds what a job works on, and what it has made. */
    public Optional<JobHandler> handler(String kind) {
        return handlers.stream().filter(handler -> handler.kind().equals(kind)).findFirst();
    }

    /** Tells the trail that somebody steered a job. */
    public void told(Job job, Steering how, Actor actor) {
        trail.record(AuditEvent.by(actor, "job." + how.text())
                .subject("job:" + job.id())
                .with("kind", job.nameKey()));
    }

    private static boolean sees(Job job, Actor actor) {
        return job.startedBy() == actor.userId() || actor.may(Functions.JOBS_READ) || actor.may(Functions.JOBS_MANAGE);
    }

    private static boolean maySteer(Job job, Actor actor) {
        return job.startedBy() == actor.userId() || actor.may(Functions.JOBS_MANAGE);
    }

    /**
     * Which jobs are asked for; empty texts mean any.
     *
     * @param name what they are called, below {@code job.}
     * @param before only those with a smaller id
     */
    public record Question(String state, String name, boolean mine, long before, int limit) {}
}
