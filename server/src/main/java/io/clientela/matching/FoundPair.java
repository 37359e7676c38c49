package io.clientela.matching;

import io.clientela.kit.match.Outcome;
import io.clientela.kit.match.Score;

/** Two customers likely to be one; {@code one} is the older. */
public record FoundPair(
        long one, long other, String record, double bits, double probability, Outcome outcome, Findings findings) {

    static FoundPair of(long a, long b, String record, Score score, Outcome outcome) {
        return new FoundPair(
                Math.min(a, b),
                Math.max(a, b),
                record,
                score.bits(),
                score.probability(),
                outcome,
                Findings.of(score.reasons()));
    }
}
