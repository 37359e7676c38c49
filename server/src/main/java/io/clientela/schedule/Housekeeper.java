package io.clientela.schedule;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.clientela.platform.Housekeeping;
import io.clientela.platform.Traces;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has every room let go of what expired, each hour on one of the nodes; one that fails keeps no other from it. */
@Configuration(proxyBeanMethods = false)
class Housekeeper {

    private static final Logger log = LoggerFactory.getLogger(Housekeeper.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> housekeepingTask(ObjectProvider<Housekeeping> rooms, Clock clock) {
        return Tasks.recurring("housekeeping", FixedDelay.of(PAUSE))
                .execute((instance, context) -> rooms.forEach(room -> tidy(room, clock)));
    }

    private static void tidy(Housekeeping room, Clock clock) {
        try {
            long gone = room.tidy(clock.instant());
            if (gone > 0) {
                log.info("{}: {} expired", room.name(), gone);
            }
        } catch (RuntimeException e) {
            log.error("tidying up {} failed: {}", room.name(), Traces.of(e));
        }
    }
}
