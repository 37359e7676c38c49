package io.clientela.matching;

import io.clientela.kit.match.Base;
import io.clientela.kit.match.Outcome;
import io.clientela.kit.match.Scorer;
import io.clientela.kit.match.Verdicts;
import io.clientela.matching.Verdict.Word;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people said of customers of a base. What was called different counts only as long as the same is found as then. */
final class Called implements Verdicts {

    private final Map<Two, Outcome> outcomes = new HashMap<>();

    /** {@code base} was filled in the order of its numbers. */
    Called(List<Verdict> standing, Base base, Scorer scorer) {
        for (Verdict verdict : standing) {
            int one = row(base, verdict.one());
            int other = row(base, verdict.other());
            if (one >= 0 && other >= 0) {
                Two two = Two.of(verdict.one(), verdict.other());
                // A later claim stands instead of an earlier one.
                outcomes.remove(two);
                outcome(verdict, scorer, one, other).ifPresent(outcome -> outcomes.put(two, outcome));
            }
        }
    }

    @Override
    public Optional<Outcome> of(long one, long other) {
        return outcomes.isEmpty() ? Optional.empty() : Optional.ofNullable(outcomes.get(Two.of(one, other)));
    }

    private static Optional<Outcome> outcome(Verdict verdict, Scorer scorer, int one, int other) {
        if (verdict.word() == Word.SAME) {
            return Optional.of(Outcome.SAME);
        }
        boolean asThen = verdict.word() == Word.DIFFERENT
                && Arrays.equals(
                        verdict.evidence(),
                        Findings.of(scorer.score(one, other).reasons()).evidence());
        return asThen ? Optional.of(Outcome.DIFFERENT) : Optional.empty();
    }

    private static int row(Base base, long id) {
        int from = 0;
        int to = base.size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            if (base.id(middle) == id) {
                return middle;
            }
            if (base.id(middle) < id) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }
}
