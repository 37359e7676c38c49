package io.clientela.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * An import being taken back, or taken back already. Its states: waiting → running → done, or failed.
 *
 * @param reason why, as the one who asked for it wrote
 * @param total rows of the run that had been written
 * @param afterRow number of the last row of the run that was dealt with
 * @param withdrawn files nothing is said of any more
 * @param reverted files that say what they said before the import
 * @param kept files left as they are
 */
public record Undo(
        long runId,
        State state,
        String reason,
        long startedBy,
        Instant startedAt,
        Optional<Instant> finishedAt,
        long total,
        long afterRow,
        long withdrawn,
        long reverted,
        long kept,
        Optional<String> errorCode) {

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /** A file that stayed as it is, and why, such as {@code kept_later_entry}. */
    public record Kept(String number, String reason) {}
}
