package io.clientela.kit.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns a model from a base without being told which records are one: how strangers agree from pairs drawn at random, how one
 * customer's records agree by expectation maximisation over the pairs that share a key (Fellegi and Sunter, JASA 64, 1969;
 * Winkler, 1988). What was shipped counts as so many pairs seen before, so that a small base doesn't lead astray.
 */
public final class Training {

    private static final int ROUNDS = 12;
    private static final double SAME_BEFORE = 40;
    private static final double STRANGERS_BEFORE = 300;
    private static final int RANDOM_PAIRS = 100_000;
    private static final int CANDIDATES = 200_000;
    private static final long SEED = 20_261_126;

    private final Base base;
    private final RuleSet rules;

    private Training(Base base) {
        this.base = base;
        this.rules = base.rules();
    }

    /** The model of a base; one of fewer than two records is the model shipped. */
    public static Model learn(Base base) {
        return base.size() < 2 ? Model.starting(base.rules(), base.size()) : new Training(base).learn(new Blocks(base));
    }

    /** The same over blocks that are there already. */
    static Model learn(Base base, Blocks blocks) {
        return base.size() < 2 ? Model.starting(base.rules(), base.size()) : new Training(base).learn(blocks);
    }

    private Model learn(Blocks blocks) {
        Model start = Model.starting(rules, base.size());
        Model model =
                new Model(rules.type(), base.size(), start.same(), strangers(start), start.prior(), base.frequencies());
        int oneOf = 1 + base.size() / 60_000;
        Patterns patterns = patterns(blocks, oneOf);
        for (int round = 0; round < ROUNDS; round++) {
            model = step(model, start, patterns, oneOf);
        }
        return model;
    }

    private List<double[]> strangers(Model start) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<long[]> counts = new ArrayList<>();
        rules.aspects().forEach(aspect -> counts.add(new long[aspect.levels().size()]));
        byte[] levels = new byte[counts.size()];
        long all = (long) base.size() * (base.size() - 1) / 2;
        int draws = (int) Math.min(RANDOM_PAIRS, all);
        for (int i = 0; i < draws; i++) {
            int a = random.nextInt(base.size());
            int b = random.nextInt(base.size() - 1);
            rules.compare(base, a, b >= a ? b + 1 : b, levels);
            for (int aspect = 0; aspect < levels.length; aspect++) {
                counts.get(aspect)[levels[aspect]]++;
            }
        }
        return IntStream.range(0, levels.length)
                .mapToObj(aspect -> rates(counts.get(aspect), start.strangers().get(aspect), STRANGERS_BEFORE))
                .toList();
    }

    private static double[] rates(long[] counts, double[] before, double weight) {
        return rates(Arrays.stream(counts).asDoubleStream().toArray(), before, weight);
    }

    /** Shares of the levels but the missing one, {@code before} counting as {@code weight} pairs. */
    private static double[] rates(double[] counts, double[] before, double weight) {
        double sum = weight;
        for (int level = 1; level < counts.length; level++) {
            sum += counts[level];
        }
        double[] rates = new double[counts.length];
        for (int level = 1; level < counts.length; level++) {
            rates[level] = Math.max(1e-9, (counts[level] + weight * before[level]) / sum);
        }
        return rates;
    }

    private Patterns patterns(Blocks blocks, int oneOf) {
        List<LongList> parts = LongList.lists(blocks.kindCount() * Blocks.parts());
        int most = CANDIDATES / Blocks.parts();
        blocks.pairs(
                oneOf,
                (kind, part) -> {
                    LongList list = parts.get(kind * Blocks.parts() + part);
                    byte[] levels = new byte[rules.aspects().size()];
                    return (a, b) -> {
                        if (list.size() < most) {
                            rules.compare(base, a, b, levels);
                            list.add(Patterns.packed(levels));
                        }
                    };
                },
                Progress.NONE);
        return Patterns.of(LongList.joined(parts));
    }

    private Model step(Model model, Model start, Patterns patterns, int oneOf) {
        int aspects = rules.aspects().size();
        SharedRoof roof = new SharedRoof(rules);
        double[][] bits = model.table();
        double prior = model.priorBits();
        double[][] counts = new double[aspects][];
        for (int i = 0; i < aspects; i++) {
            counts[i] = new double[bits[i].length];
        }
        byte[] levels = new byte[aspects];
        double found = 0;
        for (int i = 0; i < patterns.size(); i++) {
            patterns.unpack(i, levels);
            double sum = prior;
            double shared = 0;
            for (int aspect = 0; aspect < aspects; aspect++) {
                sum += bits[aspect][levels[aspect]];
                shared += roof.shared(aspect, bits[aspect][levels[aspect]]);
            }
            sum -= roof.neighbours(levels) ? shared : 0;
            double weight = patterns.count(i) * Model.probability(sum);
            found += weight;
            for (int aspect = 0; aspect < aspects; aspect++) {
                counts[aspect][levels[aspect]] += weight;
            }
        }
        List<double[]> same = new ArrayList<>();
        for (int i = 0; i < aspects; i++) {
            same.add(rates(counts[i], start.same().get(i), SAME_BEFORE));
        }
        return new Model(rules.type(), base.size(), same, model.strangers(), prior(found * oneOf), model.frequencies());
    }

    /** So many pairs of one customer among all pairs; a few are taken for granted. */
    private double prior(double found) {
        double all = (double) base.size() * (base.size() - 1) / 2;
        return Math.min(0.1, (found + 1) / (all + 2));
    }
}
