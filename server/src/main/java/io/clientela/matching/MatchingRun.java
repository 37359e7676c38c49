package io.clientela.matching;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Comparing the whole base once.
 *
 * @param pairs found to be asked about or the same
 * @param groups of customers that are one
 * @param sameFiles customers in groups that are the same, {@code askFiles} in those to be asked about
 * @param merged customers merged without anybody looking, where the rules allow that
 */
public record MatchingRun(
        long id,
        State state,
        long startedBy,
        Instant createdAt,
        Optional<Instant> finishedAt,
        double sameFrom,
        double askFrom,
        long files,
        long pairs,
        long groups,
        long sameFiles,
        long askFiles,
        long merged,
        Optional<String> error) {

    /** Where a run stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    public boolean going() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
