package io.clientela.matching;

import io.clientela.kit.match.Outcome;
import io.clientela.kit.match.Score;
import io.clientela.kit.match.Thresholds;

/** Two customers likely to be one; {@code one} is the older. */
public record FoundPair(
        long one, long other, String record, double bits, double probability, Outcome outcome, Findings findings) {

    static FoundPair of(long a, long b, String record, Score score, Thresholds thresholds) {
        return new FoundPair(
                Math.min(a, b),
                Math.max(a, b),
                record,
                score.bits(),
                score.probability(),
                score.outcome(thresholds),
                Findings.of(score.reasons()));
    }

    /** The one of the two that isn't this; a draft is 0. */
    long besides(long file) {
        return one == file ? other : one;
    }
}
