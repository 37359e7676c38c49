package io.clientela.kit.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Matches a whole base: learns, looks at the pairs that share a key, groups them. */
public final class Run {

    private final Base base;
    private final Blocks blocks;

    /** What was looked at to learn; by one thread. */
    private @Nullable Sample sample;

    public Run(Base base) {
        this.base = base;
        this.blocks = new Blocks(base);
    }

    /** The model of this base. */
    public Model learn() {
        Sample looked = new Sample(base, blocks);
        sample = looked;
        return Training.learn(base, looked);
    }

    /** The groups by a model, with what people said of single pairs above it. */
    public Groups groups(Model model, Thresholds thresholds, Verdicts verdicts, Progress progress) {
        return groups(new Scorer(base, model), thresholds, verdicts, progress);
    }

    /** The groups by a scorer of this base, with what people said of single pairs above it. */
    public Groups groups(Scorer scorer, Thresholds thresholds, Verdicts verdicts, Progress progress) {
        List<Part> parts = new ArrayList<>();
        for (int kind = 0; kind < blocks.kindCount(); kind++) {
            for (int part = 0; part < Blocks.parts(); part++) {
                parts.add(new Part(scorer, thresholds, sample, kind, part));
            }
        }
        blocks.pairs((kind, part) -> parts.get(kind * Blocks.parts() + part), progress);
        Groups.Pair[] pairs = parts.stream()
                .flatMap(part -> part.found.stream())
                .filter(pair -> together(pair, verdicts))
                .toArray(Groups.Pair[]::new);
        Arrays.parallelSort(pairs, Clustering.SUREST_FIRST);
        Curve curve = new Curve();
        parts.forEach(part -> curve.add(part.curve));
        Clustering clustering = new Clustering(base, scorer, verdicts, thresholds);
        clustering.group(List.of(pairs));
        return new Groups(clustering.of(), clustering.sure(), List.of(pairs), thresholds, curve);
    }

    private boolean together(Groups.Pair pair, Verdicts verdicts) {
        Optional<Outcome> called = verdicts.of(base.id(pair.a()), base.id(pair.b()));
        return called.isEmpty() || called.get() == Outcome.SAME;
    }

    /** What one thread finds. */
    private static final class Part implements Blocks.Sink {

        private final Scorer scorer;
        private final double least;
        private final byte[] levels;
        private final List<Groups.Pair> found = new ArrayList<>();
        private final Curve curve = new Curve();
        private final @Nullable Sample sample;
        private final LongList compared;
        private boolean sampled;
        private int next;

        Part(Scorer scorer, Thresholds thresholds, @Nullable Sample sample, int kind, int part) {
            this.scorer = scorer;
            this.least = Model.log2(thresholds.ask() / (1 - thresholds.ask()));
            this.levels = scorer.levels();
            this.sample = sample;
            this.compared = sample == null ? new LongList() : sample.part(kind, part);
        }

        @Override
        public boolean wants(int key) {
            sampled = sample != null && sample.has(key);
            return true;
        }

        @Override
        public void pair(int a, int b) {
            double bits;
            if (sampled && next < compared.size()) {
                Patterns.unpack(compared.get(next++), levels);
                bits = scorer.weighed(a, b, levels);
            } else {
                bits = scorer.bits(a, b, levels);
            }
            curve.add(Model.probability(bits));
            if (bits >= least) {
                found.add(new Groups.Pair(a, b, bits));
            }
        }
    }
}
