package io.clientela.correction;

import io.clientela.kernel.Actor;
import io.clientela.kernel.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Work on many files: checking → ready → running → done, cancelled or failed; what it changed can then be taken back: undoing →
 * undone.
 *
 * @param total files it is about; 0 until they are fixed
 * @param missing files asked for that the one who asked doesn't see
 * @param after position of the last file dealt with in the present stage
 * @param foreseen what the check found
 * @param counts what was done
 */
public record BulkChange(
        long id,
        State state,
        BulkWish wish,
        long startedBy,
        Instant createdAt,
        Optional<Instant> finishedAt,
        long total,
        long missing,
        long after,
        Counts foreseen,
        Counts counts,
        Optional<Undo> undo,
        Optional<Failure> failure) {

    public enum State {
        CHECKING,
        READY,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED,
        UNDOING,
        UNDONE;

        private static final Set<State> OVER = EnumSet.of(DONE, CANCELLED, FAILED);

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** How many files each answer was given for. */
    public record Counts(long changed, long unchanged, long pending, long refused) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        long all() {
            return changed + unchanged + pending + refused;
        }
    }

    /** Why it broke off: the code of an error and the arguments of its message. */
    public record Failure(String code, Map<String, String> details) {
        public Failure {
            details = Map.copyOf(details);
        }
    }

    /** Taking back: by whom and why, in how many files something went back, and in how many something stayed. */
    public record Undo(String reason, long by, Instant at, Optional<Instant> finishedAt, long reverted, long kept) {}

    boolean isOf(Actor actor) {
        return startedBy == actor.userId();
    }

    /** Shown to whoever asked for it and to who sees every file. */
    boolean isSeenBy(Actor actor) {
        return isOf(actor) || actor.scope() instanceof Scope.All;
    }

    /** Only the one who looked at what would happen lets it happen. */
    public boolean canStart(Actor actor) {
        return state == State.READY && isOf(actor);
    }

    public boolean canCancel(Actor actor) {
        return isOf(actor)
                && EnumSet.of(State.CHECKING, State.READY, State.RUNNING).contains(state);
    }

    /** Until what was asked for is forgotten. */
    public boolean canBeUndone() {
        return !wish.changes().isEmpty() && State.OVER.contains(state) && counts.changed() > 0;
    }
}
