package io.clientela.schedule;

import io.clientela.platform.HealthSign;
import io.clientela.platform.HealthTeller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether background work is done in time. */
@Component
class JobHealth implements HealthTeller {

    private static final Duration LATELY = Duration.ofDays(1);
    private static final Duration TOO_LONG = Duration.ofMinutes(10);

    private final JobStore store;

    JobHealth(JobStore store) {
        this.store = store;
    }

    @Override
    public List<HealthSign> signs(Instant now) {
        JobStore.Counts counts = store.counts(now.minus(LATELY));
        Map<String, String> facts = Map.of(
                "waiting", String.valueOf(counts.waiting()),
                "running", String.valueOf(counts.running()),
                "paused", String.valueOf(counts.paused()),
                "failed", String.valueOf(counts.failed()));
        boolean stuck = counts.running() == 0
                && counts.oldestWaiting()
                        .filter(oldest -> oldest.plus(TOO_LONG).isBefore(now))
                        .isPresent();
        if (stuck) {
            return List.of(HealthSign.danger("jobs", "stuck", facts));
        }
        return List.of(
                counts.failed() > 0
                        ? HealthSign.attention("jobs", "failed", facts)
                        : HealthSign.good("jobs", "done", facts));
    }
}
