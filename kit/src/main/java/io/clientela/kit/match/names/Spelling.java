package io.clientela.kit.match.names;

/**
 * How alike two words are by their letters: edit distance with neighbours swapped (optimal string alignment), in which
 * letters that are heard or typed for one another cost less.
 */
final class Spelling {

    private static final int LONGEST = 32;
    private static final int LETTERS = 128;
    private static final float VOWEL_FOR_VOWEL = 0.6f;
    private static final float KINDRED = 0.75f;
    private static final float SWAPPED = 0.8f;
    /** Slips seldom hit the first letter. */
    private static final float OTHER_BEGINNING = 0.3f;
    /** However long a word, more than two slips make another word. */
    private static final float MOST_SLIPS = 2;

    private static final float SILENT = 0.6f;
    private static final String[] KIN = {"bpv", "vf", "dt", "gkh", "szc", "mn", "cj", "jg", "ij", "kc"};
    private static final float[][] COST = costs();
    private static final float[] GAP = gaps();

    private static final ThreadLocal<float[][]> ROWS = ThreadLocal.withInitial(() -> new float[3][LONGEST + 1]);

    private Spelling() {}

    /** From 1 (the same) to 0; parts of arrays, so that nothing is copied. */
    static float likeness(byte[] a, int fromA, int lengthA, byte[] b, int fromB, int lengthB) {
        int n = Math.min(lengthA, LONGEST);
        int m = Math.min(lengthB, LONGEST);
        int longer = Math.max(n, m);
        if (longer == 0 || Math.abs(n - m) * 2 > longer) {
            return 0;
        }
        float distance = distance(a, fromA, n, b, fromB, m);
        if (a[fromA] != b[fromB]) {
            distance += OTHER_BEGINNING;
        }
        return distance > MOST_SLIPS ? 0 : Math.max(0, 1 - distance / longer);
    }

    private static float distance(byte[] a, int fromA, int n, byte[] b, int fromB, int m) {
        float[][] rows = ROWS.get();
        float[] before = rows[0];
        float[] last = rows[1];
        float[] row = rows[2];
        last[0] = 0;
        for (int j = 1; j <= m; j++) {
            last[j] = last[j - 1] + GAP[b[fromB + j - 1] & 127];
        }
        for (int i = 1; i <= n; i++) {
            int x = a[fromA + i - 1] & 127;
            row[0] = last[0] + GAP[x];
            for (int j = 1; j <= m; j++) {
                int y = b[fromB + j - 1] & 127;
                float best = last[j - 1] + COST[x][y];
                best = Math.min(best, last[j] + GAP[x]);
                best = Math.min(best, row[j - 1] + GAP[y]);
                if (i > 1 && j > 1 && x == (b[fromB + j - 2] & 127) && y == (a[fromA + i - 2] & 127)) {
                    best = Math.min(best, before[j - 2] + SWAPPED);
                }
                row[j] = best;
            }
            float[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[m];
    }

    private static float[][] costs() {
        float[][] cost = new float[LETTERS][LETTERS];
        for (int x = 0; x < LETTERS; x++) {
            for (int y = 0; y < LETTERS; y++) {
                cost[x][y] = x == y ? 0 : Sounds.isVowel((char) x) && Sounds.isVowel((char) y) ? VOWEL_FOR_VOWEL : 1;
            }
        }
        for (String kin : KIN) {
            for (int i = 0; i < kin.length(); i++) {
                for (int j = 0; j < kin.length(); j++) {
                    cost[kin.charAt(i)][kin.charAt(j)] = i == j ? 0 : KINDRED;
                }
            }
        }
        return cost;
    }

    private static float[] gaps() {
        float[] gaps = new float[LETTERS];
        for (char c = 0; c < LETTERS; c++) {
            gaps[c] = c == 'h' ? SILENT : Sounds.isVowel(c) ? KINDRED : 1;
        }
        return gaps;
    }
}
