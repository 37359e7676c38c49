package io.clientela.kit.match;

import java.util.List;

/**
 * How much each finding weighs: for every aspect and level how often it is seen between records of one customer and between
 * strangers, and how likely any two records are of one. Plain data; learned by {@link Training} or as shipped.
 *
 * @param records how many it was learned from
 * @param same by aspect and level; level 0, missing, is not used
 * @param strangers likewise
 * @param prior probability that two records drawn at random are of one customer
 * @param frequencies how common the common values are
 */
public record Model(
        String type,
        int records,
        List<double[]> same,
        List<double[]> strangers,
        double prior,
        Frequencies frequencies) {

    private static final double LN2 = Math.log(2);

    /** A customer in so many stands twice in the register, before anything was learned. */
    private static final double DOUBLE_RATE = 0.1;

    public Model {
        same = List.copyOf(same);
        strangers = List.copyOf(strangers);
    }

    /** The model shipped, for a base of so many records. */
    public static Model starting(RuleSet rules, int records) {
        return new Model(
                rules.type(),
                records,
                rules.aspects().stream().map(aspect -> values(aspect, true)).toList(),
                rules.aspects().stream().map(aspect -> values(aspect, false)).toList(),
                startingPrior(records),
                Frequencies.NONE);
    }

    static double startingPrior(int records) {
        return Math.min(0.1, 2 * DOUBLE_RATE / Math.max(2, records));
    }

    private static double[] values(Aspect aspect, boolean same) {
        return aspect.levels().stream()
                .mapToDouble(level -> same ? level.same() : level.strangers())
                .toArray();
    }

    /** What a level weighs in bits: how many times more often it is seen between records of one customer, as a power of two. */
    double bits(int aspect, int level) {
        return level == 0 ? 0 : log2(same.get(aspect)[level] / strangers.get(aspect)[level]);
    }

    /** The bits of every aspect and level. */
    double[][] table() {
        double[][] table = new double[same.size()][];
        for (int aspect = 0; aspect < table.length; aspect++) {
            table[aspect] = new double[same.get(aspect).length];
            for (int level = 1; level < table[aspect].length; level++) {
                table[aspect][level] = bits(aspect, level);
            }
        }
        return table;
    }

    static double log2(double value) {
        return Math.log(value) / LN2;
    }

    /** What is to be overcome before two records are more likely one than two. */
    double priorBits() {
        return log2(prior / (1 - prior));
    }

    static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }
}
