package io.clientela.matching;

import io.clientela.kit.match.Base;
import io.clientela.kit.match.Groups;
import io.clientela.kit.match.Model;
import io.clientela.kit.match.Outcome;
import io.clientela.kit.match.Scorer;
import io.clientela.kit.match.Thresholds;
import io.clientela.matching.GroupStore.Grouped;
import io.clientela.matching.MatchingRunStore.Stored;
import io.clientela.platform.Afresh;
import io.clientela.platform.Ahead;
import io.clientela.platform.Connections;
import io.clientela.platform.CopyRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Keeps what a run found of one type of customer, instead of what was known before. */
@Component
class Results {

    private static final int PORTION = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final MatchingRunStore runs;
    private final ModelStore models;
    private final PairStore pairs;
    private final GroupStore groups;
    private final LookedForStore keys;
    private final Afresh afresh;
    private final Clock clock;

    Results(
            MatchingRunStore runs,
            ModelStore models,
            PairStore pairs,
            GroupStore groups,
            LookedForStore keys,
            Afresh afresh,
            Clock clock) {
        this.runs = runs;
        this.models = models;
        this.pairs = pairs;
        this.groups = groups;
        this.keys = keys;
        this.afresh = afresh;
        this.clock = clock;
    }

    /**
     * Gives way to whoever holds a pair, for as long as a large merge may take: minutes of comparing aren't thrown away for that.
     *
     * @param check asked before each further try; throws when the run is to end
     */
    void store(Learned learned, Groups found, Runnable check) {
        Instant until = clock.instant().plus(PATIENCE);
        while (true) {
            try {
                afresh.run(() -> stored(learned, found));
                return;
            } catch (RuntimeException e) {
                if (!Connections.isBrokenOff(e) || clock.instant().isAfter(until)) {
                    throw e;
                }
                check.run();
            }
        }
    }

    private Learned stored(Learned learned, Groups found) {
        long run = learned.run();
        String record = learned.record();
        Base base = learned.base();

        runs.turn();
        runs.giveWay();
        models.put(record, run, learned.model(), found);
        pairs.forgetAll(record);
        Instant now = clock.instant();
        Ahead.<CopyRows>run(portion -> laidOut(learned, found.pairs(), now, portion), pairs::insert);
        groups.forgetAll(record);
        runs.add(run, base.size(), found.pairs().size(), groups(record, base, found));
        if (base.size() > 0) {
            keys.compared(record, base.id(base.size() - 1));
        }
        return learned;
    }

    /** Explained and laid out while the database takes those before. */
    private void laidOut(Learned learned, List<Groups.Pair> all, Instant now, Consumer<CopyRows> portion) {
        Base base = learned.base();
        for (int from = 0; from < all.size(); from += PORTION) {
            List<FoundPair> some = all.subList(from, Math.min(all.size(), from + PORTION)).stream()
                    .map(pair -> FoundPair.of(
                            base.id(pair.a()),
                            base.id(pair.b()),
                            learned.record(),
                            learned.scorer().score(pair.a(), pair.b()),
                            learned.thresholds()))
                    .toList();
            portion.accept(pairs.laidOut(some, now));
        }
    }

    private Stored groups(String record, Base base, Groups found) {
        long[] counts = new long[3];
        List<Grouped> some = new ArrayList<>();
        for (int row = 0; row < base.size(); row++) {
            if (!found.single(row)) {
                Outcome outcome = found.outcome(row);
                counts[outcome == Outcome.SAME ? 1 : 2]++;
                counts[0] += found.of(row) == row ? 1 : 0;
                some.add(new Grouped(base.id(row), base.id(found.of(row)), record, outcome, found.sure(row)));
            }
            if (some.size() == PORTION) {
                groups.insert(some);
                some.clear();
            }
        }
        groups.insert(some);
        return new Stored(counts[0], counts[1], counts[2]);
    }

    /** A base of one type of customer, and what was learned of it. */
    record Learned(long run, String record, Base base, Model model, Scorer scorer, Thresholds thresholds) {}
}
