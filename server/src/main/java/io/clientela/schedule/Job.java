package io.clientela.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What people see of a job: which, whose, how far.
 *
 * @param nameKey what it is called, below {@code job.}
 * @param total 0 while it isn't known
 * @param busyMillis how long it has been at work, pauses left out
 */
public record Job(
        long id,
        String kind,
        String nameKey,
        long subject,
        String name,
        String state,
        long processed,
        long total,
        long busyMillis,
        long startedBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> error) {

    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    /** Below this the pace says nothing yet. */
    private static final long PACE_MILLIS = 2_000;

    public boolean over() {
        return OVER.contains(state);
    }

    public boolean waitingOrRunning() {
        return "waiting".equals(state) || "running".equals(state);
    }

    /** Seconds until it ends at the pace it had so far; empty while nobody can tell. */
    public Optional<Long> secondsLeft() {
        if (!"running".equals(state) || total <= 0 || processed <= 0 || busyMillis < PACE_MILLIS) {
            return Optional.empty();
        }
        long left = Math.max(0, total - processed);
        return Optional.of(Math.round((double) busyMillis / processed * left / 1000));
    }
}
