package io.clientela.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the work of jobs on a thread of the scheduler, again for one that was woken meanwhile. */
@Configuration(proxyBeanMethods = false)
class JobTasks {

    static final String NAME = "job";
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of(NAME);
    private static final Duration RETRY = Duration.ofSeconds(2);

    @Bean
    CustomTask<Void> jobTask(
            ObjectProvider<JobHandler> handlers, JobStore store, TransactionTemplate transaction, Clock clock) {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> {
                    Subject subject = Subject.of(instance.getId());
                    store.wake(subject.kind(), subject.id(), false);
                    work(subject, handlers);
                    return end(subject, store, transaction, clock);
                });
    }

    /** A job woken before its work was over is neither forgotten nor left to a thread that has looked for the last time. */
    private static CompletionHandler<Void> end(
            Subject subject, JobStore store, TransactionTemplate transaction, Clock clock) {
        return (complete, operations) -> transaction.executeWithoutResult(status -> {
            if (store.woken(subject.kind(), subject.id())) {
                operations.reschedule(complete, clock.instant());
            } else {
                operations.remove();
            }
        });
    }

    /** A job told to stop hands the thread back without the mark, so that the scheduler can note when to try again. */
    private static void work(Subject subject, ObjectProvider<JobHandler> handlers) {
        try {
            handlers.stream()
                    .filter(handler -> handler.kind().equals(subject.kind()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody does jobs of kind " + subject.kind()))
                    .run(subject.id());
        } finally {
            Thread.interrupted();
        }
    }

    /** What an instance of the task works on. */
    private record Subject(String kind, long id) {
        static Subject of(String instance) {
            int colon = instance.indexOf(':');
            return new Subject(instance.substring(0, colon), Long.parseLong(instance.substring(colon + 1)));
        }
    }
}
