package io.clientela.customer.tagging;

import java.time.Instant;
import java.util.Optional;

/**
 * All files held against all rules once; the next run begins where nothing is known of this one.
 *
 * @param after the last file that was gone through
 * @param changed files whose tags it changed
 */
public record TagRun(
        long id,
        State state,
        long startedBy,
        Instant createdAt,
        Optional<Instant> endedAt,
        long after,
        long processed,
        long total,
        long changed) {

    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    boolean isOver() {
        return state != State.RUNNING;
    }
}
