package io.clientela.customer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Traces;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the search index up: has the words of customers changed lately sorted into it, which the database else keeps in a list that
 * every search reads until it is full or the table is vacuumed.
 */
@Configuration(proxyBeanMethods = false)
class SearchUpkeep {

    private static final Logger log = LoggerFactory.getLogger(SearchUpkeep.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration DAY = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> searchUpkeepTask(SearchStore search) {
        return Tasks.recurring("search-upkeep", FixedDelay.of(PAUSE))
                .execute((instance, context) -> kept(search::sortIn));
    }

    /** For the days in which a server of the version before runs beside: it hands customers over without telling the search so. */
    @Bean
    RecurringTask<Void> searchSetRightTask(SearchStore search) {
        return Tasks.recurring("search-set-right", FixedDelay.of(DAY))
                .execute((instance, context) -> kept(search::setRight));
    }

    private static void kept(Runnable upkeep) {
        try {
            upkeep.run();
        } catch (RuntimeException e) {
            if (!Connections.isAway(e) && !Interruptions.isOne(e)) {
                log.error("keeping the search index up failed: {}", Traces.of(e));
            }
        }
    }
}
