package io.clientela.matching;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.clientela.platform.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has changes followed on one of the nodes, a little at a time, so that an import in the foreground keeps its pace. */
@Configuration(proxyBeanMethods = false)
class FollowingTask {

    private static final Logger log = LoggerFactory.getLogger(FollowingTask.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration SLICE = Duration.ofMillis(400);

    @Bean
    RecurringTask<Void> matchingTask(Following following, Automatic automatic, Clock clock) {
        return Tasks.recurring("matching-following", FixedDelay.of(PAUSE))
                .execute((instance, context) -> follow(following, automatic, clock));
    }

    private static void follow(Following following, Automatic automatic, Clock clock) {
        try {
            Instant until = clock.instant().plus(SLICE);
            boolean more = true;
            while (more && clock.instant().isBefore(until)) {
                // What wasn't compared anew yet isn't merged.
                more = following.step() || automatic.step();
            }
        } catch (RuntimeException e) {
            log.error("following changes of customers failed: {}", Traces.of(e));
        }
    }
}
