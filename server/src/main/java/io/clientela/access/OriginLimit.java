package io.clientela.access;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** Counts failed sign-ins of each network address on this node, so that one address can't try many names. */
@Component
class OriginLimit {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_ORIGINS = 10_000;

    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();
    private final int allowed;
    private final Clock clock;

    OriginLimit(AccessSettings settings, Clock clock) {
        this.allowed = settings.failuresPerOrigin();
        this.clock = clock;
    }

    /** Refuses with {@code too_many_requests} once the address has failed too often. */
    void require(String origin) {
        Count count = counts.get(origin);
        if (count != null && count.failures() >= allowed && clock.instant().isBefore(count.end())) {
            throw new Refusal(CommonError.TOO_MANY_REQUESTS);
        }
    }

    void failed(String origin) {
        Instant now = clock.instant();
        if (counts.size() >= MOST_ORIGINS) {
            counts.values().removeIf(count -> !now.isBefore(count.end()));
        }
        counts.compute(
                origin,
                (key, count) -> count == null || !now.isBefore(count.end())
                        ? new Count(1, now.plus(WINDOW))
                        : new Count(count.failures() + 1, count.end()));
    }

    private record Count(int failures, Instant end) {}
}
