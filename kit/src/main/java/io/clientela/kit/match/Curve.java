package io.clientela.kit.match;

/** How many pairs were seen with which probability. Filled by one thread, then added to others. */
final class Curve {

    private static final int STEPS = 1_000;

    private final long[] pairs = new long[STEPS + 1];
    private final double[] expected = new double[STEPS + 1];

    void add(double probability) {
        int step = (int) (probability * STEPS);
        pairs[step]++;
        expected[step] += probability;
    }

    void add(Curve other) {
        for (int step = 0; step <= STEPS; step++) {
            pairs[step] += other.pairs[step];
            expected[step] += other.expected[step];
        }
    }

    Estimate from(double threshold) {
        long above = 0;
        double right = 0;
        double all = 0;
        for (int step = 0; step <= STEPS; step++) {
            all += expected[step];
            if (step >= (int) (threshold * STEPS)) {
                above += pairs[step];
                right += expected[step];
            }
        }
        return new Estimate(above == 0 ? 1 : right / above, all == 0 ? 1 : right / all, above);
    }
}
