package io.clientela.kit.match;

import java.util.List;

/**
 * How sure it is that two records are of one customer, and why.
 *
 * @param bits above even odds; the reasons' bits add up to it unless it is cut at its bounds
 * @param probability from 0 to 1
 * @param reasons the weightiest first, last what is assumed before anything is compared
 * @param apart whether they are two customers whatever else they share, as long as no person says otherwise
 */
public record Score(double bits, double probability, List<Reason> reasons, boolean apart) {

    public Score {
        reasons = List.copyOf(reasons);
    }

    /** What becomes of the two; what is apart may be asked about and is never the same. */
    public Outcome outcome(Thresholds thresholds) {
        Outcome outcome = thresholds.outcome(probability);
        return apart && outcome == Outcome.SAME ? Outcome.ASK : outcome;
    }
}
