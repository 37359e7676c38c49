package io.clientela.bench;

/** What a comparison said against what is true. */
final class Hits {

    private int right;
    private int wrong;
    private int missed;

    void add(boolean said, boolean is) {
        right += said && is ? 1 : 0;
        wrong += said && !is ? 1 : 0;
        missed += !said && is ? 1 : 0;
    }

    /** Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was said. */
    double f1() {
        int all = 2 * right + wrong + missed;
        return all == 0 ? 1 : 2.0 * right / all;
    }

    @Override
    public String toString() {
        return right + " right, " + wrong + " wrong, " + missed + " missed";
    }
}
