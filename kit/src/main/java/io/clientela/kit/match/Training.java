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
    private static final int PARTS = 16;
    private static final long SEED = 20_261_126;

    private final Base base;
    private final RuleSet rules;

    private Training(Base base) {
        this.base = base;
        this.rules = base.rules();
    }

    /** The model of a base; one of fewer than two records is the model shipped. */
    public static Model learn(Base base) {
        return learn(base, new Sample(base, new Blocks(base)));
    }

    /** The same by pairs that were compared already. */
    static Model learn(Base base, Sample sample) {
        return base.size() < 2 ? Model.starting(base.rules(), base.size()) : new Training(base).learn(sample);
    }

    private Model learn(Sample sample) {
        Model start = Model.starting(rules, base.size());
        Model model =
                new Model(rules.type(), base.size(), start.same(), strangers(start), start.prior(), base.frequencies());
        Patterns patterns = sample.patterns();
        for (int round = 0; round < ROUNDS; round++) {
            model = step(model, start, patterns, sample.oneOf());
        }
        return model;
    }

    private List<double[]> strangers(Model start) {
        SplittableRandom random = new SplittableRandom(SEED);
        long all = (long) base.size() * (base.size() - 1) / 2;
        int[] pairs = new int[2 * (int) Math.min(RANDOM_PAIRS, all)];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = random.nextInt(base.size());
            int other = random.nextInt(base.size() - 1);
            pairs[i + 1] = other >= pairs[i] ? other + 1 : other;
        }
        long[][] counts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> counted(pairs, part))
                .reduce(this::added)
                .orElseThrow();
        return IntStream.range(0, counts.length)
                .mapToObj(aspect -> rates(counts[aspect], start.strangers().get(aspect), STRANGERS_BEFORE))
                .toList();
    }

    /** How often each level of each aspect is seen in a part of the pairs. */
    private long[][] counted(int[] pairs, int part) {
        long[][] counts = rules.aspects().stream()
                .map(aspect -> new long[aspect.levels().size()])
                .toArray(long[][]::new);
        byte[] levels = new byte[counts.length];
        for (int i = 2 * part; i < pairs.length; i += 2 * PARTS) {
            rules.compare(base, pairs[i], pairs[i + 1], levels);
            for (int aspect = 0; aspect < levels.length; aspect++) {
                counts[aspect][levels[aspect]]++;
            }
        }
        return counts;
    }

    private long[][] added(long[][] one, long[][] other) {
        for (int aspect = 0; aspect < one.length; aspect++) {
            for (int level = 0; level < one[aspect].length; level++) {
                one[aspect][level] += other[aspect][level];
            }
        }
        return one;
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
            patterns.levels(i, levels);
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
