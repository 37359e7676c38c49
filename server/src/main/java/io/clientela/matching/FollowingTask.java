package io.clientela.matching;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Outbox;
import io.clientela.platform.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has changes followed on one of the nodes: a little at a time while others write, so that these keep their pace, and more once they rest. */
@Configuration(proxyBeanMethods = false)
class FollowingTask {

    private static final Logger log = LoggerFactory.getLogger(FollowingTask.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(3);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofSeconds(4);

    @Bean
    RecurringTask<Void> matchingTask(Following following, Automatic automatic, Outbox outbox, Clock clock) {
        return Tasks.recurring("matching-following", FixedDelay.of(PAUSE))
                .execute((instance, context) -> follow(following, automatic, outbox, clock));
    }

    private static void follow(Following following, Automatic automatic, Outbox outbox, Clock clock) {
        Instant begun = clock.instant();
        try {
            Instant until = begun.plus(slice(outbox, clock));
            boolean more = true;
            while (more
                    && !Thread.currentThread().isInterrupted()
                    && clock.instant().isBefore(until)) {
                boolean followed = following.step();
                // What wasn't compared anew yet isn't merged.
                more = followed || automatic.step();
                if (followed) {
                    // Whoever has begun to write isn't kept waiting until a long slice ends.
                    until = begun.plus(slice(outbox, clock));
                }
            }
        } catch (RuntimeException e) {
            if (!Connections.isAway(e) && !Connections.isBrokenOff(e) && !Interruptions.isOne(e)) {
                log.error("following changes of customers failed: {}", Traces.of(e));
            }
        }
    }

    private static Duration slice(Outbox outbox, Clock clock) {
        return outbox.isWrittenSince(clock.instant().minus(REST)) ? SHORT : LONG;
    }
}
