package io.clientela.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Starts jobs and shows them; a job is known by its kind and the id of what it works on. */
@Component
public class Jobs {

    private static final String TASK = "job";
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ObjectProvider<Scheduler> scheduler;
    private final JobStore store;
    private final Clock clock;

    Jobs(ObjectProvider<Scheduler> scheduler, JobStore store, Clock clock) {
        this.scheduler = scheduler;
        this.store = store;
        this.clock = clock;
    }

    /** Makes a job known, in the caller's transaction if there is one, and has it run as soon as possible on a free node. */
    public void start(String kind, long subject, String name, Actor actor) {
        store.insert(kind, subject, name, actor.userId(), clock.instant());
        wake(kind, subject);
    }

    /** Has a job run again, for one that was paused. */
    public void wake(String kind, long subject) {
        String instance = kind + ":" + subject;
        Scheduler client = scheduler.getObject();
        try {
            client.cancel(TaskInstanceId.of(TASK, instance));
        } catch (TaskInstanceCurrentlyExecutingException e) {
            return;
        } catch (TaskInstanceNotFoundException e) {
            // The usual case.
        }
        client.scheduleIfNotExists(TASK_DESCRIPTOR.instance(instance).scheduledTo(clock.instant()));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // The scheduler has looked already and saw nothing of what isn't committed yet.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    client.triggerCheckForDueExecutions();
                }
            });
        }
    }

    /** Records how far a job is, in the caller's transaction. */
    public void report(String kind, long subject, String state, long processed, long total, Optional<String> error) {
        store.report(kind, subject, state, processed, total, error, clock.instant());
    }

    /** Jobs this person may see: their own, or all with the function for it. */
    public List<Job> visible(Actor actor) {
        return store.recent(actor.userId(), actor.may(Functions.JOBS_READ));
    }

    private static final com.github.kagkarlsson.scheduler.task.TaskDescriptor<Void> TASK_DESCRIPTOR =
            com.github.kagkarlsson.scheduler.task.TaskDescriptor.of(TASK);

    @Configuration(proxyBeanMethods = false)
    static class JobTasks {

        @Bean
        OneTimeTask<Void> jobTask(ObjectProvider<JobHandler> handlers) {
            return Tasks.oneTime(TASK)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                    .execute((instance, context) -> work(instance.getId(), handlers));
        }

        private static void run(String instance, ObjectProvider<JobHandler> handlers) {
            int colon = instance.indexOf(':');
            String kind = instance.substring(0, colon);
            handlers.stream()
                    .filter(handler -> handler.kind().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody does jobs of kind " + kind))
                    .run(Long.parseLong(instance.substring(colon + 1)));
        }

        /** A job told to stop hands the thread back without the mark, so that the scheduler can note when to try again. */
        private static void work(String instance, ObjectProvider<JobHandler> handlers) {
            try {
                run(instance, handlers);
            } finally {
                Thread.interrupted();
            }
        }
    }
}
