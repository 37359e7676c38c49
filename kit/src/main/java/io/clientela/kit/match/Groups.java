package io.clientela.kit.match;

import java.util.List;

/** Which rows of a base are one customer. */
public final class Groups {

    private final int[] first;
    private final double[] sure;
    private final List<Pair> pairs;
    private final Thresholds thresholds;
    private final Curve curve;

    /**
     * Two rows likely to be one customer.
     *
     * @param a the smaller row
     * @param bits above even odds
     */
    public record Pair(int a, int b, double bits) {
        public double probability() {
            return Model.probability(bits);
        }
    }

    /**
     * @param first for each row the first row of its group
     * @param sure for each row how sure its group's weakest joint is, 1 where it stands alone
     */
    Groups(int[] first, double[] sure, List<Pair> pairs, Thresholds thresholds, Curve curve) {
        this.first = first;
        this.sure = sure;
        this.pairs = List.copyOf(pairs);
        this.thresholds = thresholds;
        this.curve = curve;
    }

    /** The first row of a row's group, the row itself where it stands alone. */
    public int of(int row) {
        return first[row];
    }

    /** The probability that the weakest joint of a row's group holds; 1 for a row that stands alone. */
    public double sure(int row) {
        return sure[row];
    }

    /** Whether a row has no group. */
    public boolean single(int row) {
        return sure[row] >= 1;
    }

    /** {@link Outcome#SAME} or {@link Outcome#ASK} for a row with a group, {@link Outcome#DIFFERENT} for one alone. */
    public Outcome outcome(int row) {
        return single(row) ? Outcome.DIFFERENT : thresholds.outcome(sure[row]);
    }

    /** Every pair that is at least to be asked about, the surest first; not all of them are in one group. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** What is to be expected of pairs that are at least so likely, by the model itself. */
    public Estimate estimate(double threshold) {
        return curve.from(threshold);
    }

    public int size() {
        return first.length;
    }
}
