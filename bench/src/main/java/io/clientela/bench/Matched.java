package io.clientela.bench;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.match.Base;
import io.clientela.kit.match.Groups;
import io.clientela.kit.match.Model;
import io.clientela.kit.match.Outcome;
import io.clientela.kit.match.Profile;
import io.clientela.kit.match.Profiles;
import io.clientela.kit.match.Progress;
import io.clientela.kit.match.RuleSet;
import io.clientela.kit.match.Run;
import io.clientela.kit.match.Thresholds;
import io.clientela.kit.match.Verdicts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Accepted rows of one or several files, matched with the one setting there is, and the entity each row really belongs to. */
final class Matched {

    private static final int BATCH = 20_000;

    private final List<Profile> profiles = new ArrayList<>();
    private final List<Integer> truth = new ArrayList<>();
    private final Map<String, Integer> entities = new HashMap<>();
    private int read;

    /** What came out: all groups, those alone that need no person, and the seconds it took. */
    record Result(PairScore groups, PairScore same, double seconds) {}

    /**
     * @param entity of a row; a row it doesn't know is somebody of its own
     */
    void add(Imported file, Function<Imported.Accepted, String> entity) {
        Profiles maker = new Profiles(Catalogue.shipped(), file.type());
        for (Imported.Accepted row : file.rows()) {
            String known = entity.apply(row);
            profiles.add(maker.of(row.values()));
            truth.add(known.isEmpty() ? -1 - truth.size() : entities.computeIfAbsent(known, any -> entities.size()));
        }
        read += file.read();
    }

    int size() {
        return profiles.size();
    }

    int read() {
        return read;
    }

    Result run() {
        long start = System.nanoTime();
        RuleSet rules = RuleSet.of(profiles.getFirst().type());
        Base base = new Base(rules);
        for (int from = 0; from < profiles.size(); from += BATCH) {
            List<Profile> batch = profiles.subList(from, Math.min(profiles.size(), from + BATCH));
            base.addAll(
                    LongStream.range(from, from + batch.size()).toArray(),
                    batch.parallelStream().map(rules::features).toList());
        }
        Run run = new Run(base);
        Model model = run.learn();
        Groups groups = run.groups(model, Thresholds.USUAL, Verdicts.NONE, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        int[] real = truth.stream().mapToInt(Integer::intValue).toArray();
        int[] found = new int[real.length];
        int[] same = new int[real.length];
        for (int row = 0; row < real.length; row++) {
            found[row] = groups.of(row);
            same[row] = groups.outcome(row) == Outcome.SAME ? groups.of(row) : -1 - row;
        }
        return new Result(PairScore.of(found, real), PairScore.of(same, real), seconds);
    }
}
