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
 * Has the words of customers changed lately sorted into the search index. The database keeps them in a list until that is full or
 * the table is vacuumed, and every search reads the whole list.
 */
@Configuration(proxyBeanMethods = false)
class SearchUpkeep {

    private static final Logger log = LoggerFactory.getLogger(SearchUpkeep.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    @Bean
    RecurringTask<Void> searchUpkeepTask(SearchStore search) {
        return Tasks.recurring("search-upkeep", FixedDelay.of(PAUSE)).execute((instance, context) -> sort(search));
    }

    private static void sort(SearchStore search) {
        try {
            search.sortIn();
        } catch (RuntimeException e) {
            if (!Connections.isAway(e) && !Interruptions.isOne(e)) {
                log.error("sorting words into the search index failed: {}", Traces.of(e));
            }
        }
    }
}
