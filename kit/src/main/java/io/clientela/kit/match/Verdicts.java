package io.clientela.kit.match;

import java.util.Optional;

/** What people said of pairs of records, by the caller's numbers; asked by many threads. */
@FunctionalInterface
public interface Verdicts {

    Verdicts NONE = (one, other) -> Optional.empty();

    /** {@link Outcome#SAME} or {@link Outcome#DIFFERENT} where somebody said so; the order of the two doesn't matter. */
    Optional<Outcome> of(long one, long other);
}
