package io.clientela.matching;

import java.time.Instant;
import java.util.Locale;

/**
 * What somebody said of two customers, or what follows from what was done: a claim, which stands until it is retracted.
 *
 * @param one the head that stands for the one customer now, {@code other} for the other
 * @param evidence digest of what was found when it was said
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by Arrays.equals where it is.
public record Verdict(
        long id, long one, long other, Word word, State state, long saidBy, Instant saidAt, byte[] evidence) {

    /** What was said. */
    public enum Word {
        SAME,
        /** To be looked at later. */
        MAYBE,
        DIFFERENT;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    public enum State {
        ASSERTED,
        INFERRED,
        RETRACTED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
