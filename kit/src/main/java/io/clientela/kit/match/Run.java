package io.clientela.kit.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matches a whole base: learns, looks at the pairs that share a key, groups them. */
public final class Run {

    private final Base base;
    private final Blocks blocks;

    public Run(Base base) {
        this.base = base;
        this.blocks = new Blocks(base);
    }

    /** The model of this base. */
    public Model learn() {
        return Training.learn(base, blocks);
    }

    /** The groups by a model, with what people said of single pairs above it. */
    public Groups groups(Model model, Thresholds thresholds, Verdicts verdicts, Progress progress) {
        Scorer scorer = new Scorer(base, model);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < blocks.kindCount() * Blocks.parts(); i++) {
            parts.add(new Part(scorer, thresholds));
        }
        blocks.pairs(1, (kind, part) -> parts.get(kind * Blocks.parts() + part), progress);
        List<Groups.Pair> pairs = parts.stream()
                .flatMap(part -> part.found.stream())
                .filter(pair -> together(pair, verdicts))
                .sorted(Clustering.SUREST_FIRST)
                .toList();
        Curve curve = new Curve();
        parts.forEach(part -> curve.add(part.curve));
        Clustering clustering = new Clustering(base, scorer, verdicts, thresholds);
        clustering.group(pairs);
        return new Groups(clustering.of(), clustering.sure(), pairs, thresholds, curve);
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

        Part(Scorer scorer, Thresholds thresholds) {
            this.scorer = scorer;
            this.least = Model.log2(thresholds.ask() / (1 - thresholds.ask()));
            this.levels = scorer.levels();
        }

        @Override
        public void pair(int a, int b) {
            double bits = scorer.bits(a, b, levels);
            curve.add(Model.probability(bits));
            if (bits >= least) {
                found.add(new Groups.Pair(a, b, bits));
            }
        }
    }
}
