package io.clientela.customer.tagging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.clientela.platform.Connections;
import io.clientela.platform.Interruptions;
import io.clientela.platform.Traces;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has files that changed held against the rules anew, on one of the nodes. */
@Configuration(proxyBeanMethods = false)
class TagFollowing {

    private static final Logger log = LoggerFactory.getLogger(TagFollowing.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    RecurringTask<Void> tagFollowingTask(ObjectProvider<TagFollower> follower) {
        return Tasks.recurring("tag-rules", FixedDelay.of(PAUSE))
                .execute((instance, context) -> follow(follower.getObject()));
    }

    /** What it couldn't do it finds again the next time. */
    private static void follow(TagFollower follower) {
        try {
            follower.follow();
        } catch (RuntimeException e) {
            if (!Connections.isAway(e) && !Interruptions.isOne(e)) {
                log.error("following customers with tag rules failed: {}", Traces.of(e));
            }
        }
    }
}
