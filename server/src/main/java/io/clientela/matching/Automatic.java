package io.clientela.matching;

import io.clientela.access.Actors;
import io.clientela.customer.FileRef;
import io.clientela.customer.MergeWish;
import io.clientela.customer.MergeWish.Part;
import io.clientela.customer.Merges;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.kernel.Refusal;
import io.clientela.kit.check.Context;
import io.clientela.kit.match.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges customers that are the same without anybody looking, where the rules allow it; a merge taken apart again is never made anew. */
@Component
class Automatic {

    /** How such a merge came into history. */
    static final String CHANNEL = "matching";

    private final MatchingRules rules;
    private final MatchingRunStore runs;
    private final PairStore pairs;
    private final Comparing comparing;
    private final Decisions decisions;
    private final Merges merges;
    private final TransactionTemplate transaction;

    Automatic(
            MatchingRules rules,
            MatchingRunStore runs,
            PairStore pairs,
            Comparing comparing,
            Decisions decisions,
            Merges merges,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.runs = runs;
        this.pairs = pairs;
        this.comparing = comparing;
        this.decisions = decisions;
        this.merges = merges;
        this.transaction = transaction;
    }

    /** Merges the next pair, or leaves it to a person; false when there is none for now. */
    boolean step() {
        if (!rules.automatic() || runs.going()) {
            return false;
        }
        Optional<FoundPair> next = pairs.sure();
        next.filter(pair -> !merged(pair)).ifPresent(this::leave);
        return next.isPresent();
    }

    private boolean merged(FoundPair pair) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                // Before any file is locked, in the order of those who follow.
                runs.turn();
                return isSame(pair) && merge(pair);
            }));
        } catch (Refusal e) {
            return false;
        }
    }

    /** By what they say and by the limits in force now, not when they were found. */
    private boolean isSame(FoundPair pair) {
        return comparing
                .between(pair.one(), pair.other())
                .filter(now -> now.outcome() == Outcome.SAME)
                .isPresent();
    }

    private boolean merge(FoundPair pair) {
        List<Part> parts = merges.named(List.of(pair.one(), pair.other())).stream()
                .map(FileRef::number)
                .map(number -> new Part(number, OptionalLong.empty()))
                .toList();
        Circumstances how = new Circumstances(CHANNEL, "", "", "", 0, 0, Context.NONE);
        merges.merge(new MergeWish(parts, null, Map.of(), "", how), Actors.system());
        return true;
    }

    private void leave(FoundPair pair) {
        transaction.executeWithoutResult(status -> {
            runs.turn();
            // Somebody may have merged or judged them meanwhile.
            pairs.sure()
                    .filter(still -> still.one() == pair.one() && still.other() == pair.other())
                    .ifPresent(decisions::leave);
        });
    }
}
