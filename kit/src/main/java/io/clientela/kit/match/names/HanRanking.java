package io.clientela.kit.match.names;

/**
 * How well a short Chinese name fits a full one: the longest common subsequence of characters, each weighing what it tells,
 * neighbours together more; against it what of the brand is left uncovered.
 */
final class HanRanking {

    private static final double TOGETHER = 0.25;
    private static final double UNCOVERED = 0.12;
    private static final double BEGINS = 0.35;
    private static final double LATIN_LETTER = 0.3;
    private static final int LONGEST = 64;

    private final Postings postings;
    private final String asked;
    private final double[] weights;
    private final double all;

    HanRanking(Postings postings, String asked) {
        this.postings = postings;
        this.asked = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        this.weights = new double[this.asked.length()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(this.asked.charAt(i));
            sum += weights[i];
        }
        this.all = sum;
    }

    double score(EnterpriseName full) {
        String text = full.folded();
        int n = asked.length();
        int m = Math.min(text.length(), LONGEST);
        // Best sum that ends before these characters, and best that ends with them taken.
        double[][] best = new double[n + 1][m + 1];
        double[][] taken = new double[n + 1][m + 1];
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= m; j++) {
                taken[i][j] = 0;
                if (asked.charAt(i - 1) == text.charAt(j - 1)) {
                    double together =
                            taken[i - 1][j - 1] > 0 ? taken[i - 1][j - 1] + weights[i - 1] * (1 + TOGETHER) : 0;
                    taken[i][j] = Math.max(together, best[i - 1][j - 1] + weights[i - 1]);
                }
                best[i][j] = Math.max(taken[i][j], Math.max(best[i - 1][j], best[i][j - 1]));
            }
        }
        double value = best[n][m];
        if (!full.brand().isEmpty() && asked.indexOf(full.brand().charAt(0)) == 0) {
            value += BEGINS * weights[0];
        }
        return value / (all + UNCOVERED * uncovered(full));
    }

    private double uncovered(EnterpriseName full) {
        double sum = 0;
        for (int i = 0; i < full.brand().length(); i++) {
            char c = full.brand().charAt(i);
            sum += asked.indexOf(c) < 0 ? weight(c) : 0;
        }
        for (int i = 0; i < full.business().length(); i++) {
            char c = full.business().charAt(i);
            sum += asked.indexOf(c) < 0 ? weight(c) / 2 : 0;
        }
        return sum;
    }

    private double weight(char c) {
        return c < 0x80 ? LATIN_LETTER : postings.weight(NameFeatures.CHARACTER + String.valueOf(c));
    }
}
