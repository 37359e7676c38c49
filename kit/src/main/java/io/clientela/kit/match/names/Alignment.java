package io.clientela.kit.match.names;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which word of one name is which of another, in any order: the likest pairs first, words written apart joined. One object
 * serves one thread for ever; it holds the figures of the last run.
 */
final class Alignment {

    private static final int MOST = 24;
    private static final float SAME_SOUND = 0.97f;
    private static final float SAME_GROUP = 0.93f;
    private static final float INITIAL = 0.85f;
    private static final float SERVANT = 0.85f;
    private static final byte[] ABD = {'a', 'b', 'd'};
    private static final float APART = 0.97f;
    private static final float LEAST = 0.62f;
    private static final float LEAST_SHORT = 0.66f;
    private static final float LEAST_JOINED = 0.86f;
    private static final int SHORT = 3;

    private static final ThreadLocal<Alignment> MINE = ThreadLocal.withInitial(Alignment::new);

    private final float[] likeness = new float[MOST * MOST];
    private final int[] partner = new int[MOST];
    private final boolean[] taken = new boolean[MOST];

    /** Sum of weight times likeness, and of weight alone, over the pairs found. */
    float matched;

    float weight;
    float loneA;
    float loneB;
    int pairs;
    /** Pairs of telling words, and their worst likeness. */
    int tellingPairs;

    float worst;
    boolean crossed;
    private Words a = new Words.Builder().build();
    private Words b = a;

    private Alignment() {}

    static Alignment mine() {
        return MINE.get();
    }

    Alignment run(Words one, Words other, boolean vowelless) {
        a = one;
        b = other;
        clear();
        if (a.count() != b.count()) {
            join(true);
        }
        greedy(vowelless);
        if (hasLone(a, true) && hasLone(b, false)) {
            join(false);
        }
        addLone();
        return this;
    }

    boolean loneInA(int word) {
        return partner[word] == -1;
    }

    boolean loneInB(int word) {
        return !taken[word];
    }

    private void clear() {
        matched = 0;
        weight = 0;
        loneA = 0;
        loneB = 0;
        pairs = 0;
        tellingPairs = 0;
        worst = 1;
        crossed = false;
        for (int i = 0; i < a.count(); i++) {
            partner[i] = -1;
        }
        for (int j = 0; j < b.count(); j++) {
            taken[j] = false;
        }
    }

    private void greedy(boolean vowelless) {
        int n = a.count();
        int m = b.count();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                likeness[i * MOST + j] = partner[i] == -1 && !taken[j] ? pair(i, j, vowelless) : 0;
            }
        }
        while (true) {
            float best = 0;
            int bestI = -1;
            int bestJ = -1;
            for (int i = 0; i < n; i++) {
                for (int j = 0; partner[i] == -1 && j < m; j++) {
                    // Of equals the one in the same place, so that doubled names stay in order.
                    float value = taken[j] ? 0 : likeness[i * MOST + j] + (i == j ? 1e-4f : 0);
                    if (value > best) {
                        best = value;
                        bestI = i;
                        bestJ = j;
                    }
                }
            }
            if (bestI < 0 || best < 1e-3f) {
                return;
            }
            take(bestI, bestJ, Math.min(1, likeness[bestI * MOST + bestJ]));
        }
    }

    private void take(int i, int j, float value) {
        partner[i] = j;
        taken[j] = true;
        count((a.weight(i) + b.weight(j)) / 2, value, isTelling(a.kind(i)) || isTelling(b.kind(j)));
        for (int other = 0; other < a.count(); other++) {
            int across = partner[other];
            crossed |= across >= 0 && other != i && (other < i) != (across < j) && isTelling(a.kind(other));
        }
    }

    private static boolean isTelling(Kind kind) {
        return kind == Kind.TELLING;
    }

    private void count(float share, float value, boolean telling) {
        weight += share;
        matched += share * value;
        pairs++;
        if (telling) {
            tellingPairs++;
            worst = Math.min(worst, value);
        }
    }

    private float pair(int i, int j, boolean vowelless) {
        Kind kindA = a.kind(i);
        Kind kindB = b.kind(j);
        if (a.sameLetters(i, b, j)) {
            return 1;
        }
        if (kindA == Kind.NUMBER || kindB == Kind.NUMBER) {
            return 0;
        }
        if (a.sharesGroup(i, b, j)) {
            return isTelling(kindA) ? SAME_GROUP : 1;
        }
        if (kindA == Kind.INITIAL || kindB == Kind.INITIAL) {
            boolean same = a.length(i) > 0 && a.data()[a.letters(i)] == b.data()[b.letters(j)];
            return same && kindA != Kind.SMALL && kindB != Kind.SMALL ? INITIAL : 0;
        }
        if (kindA == Kind.SMALL || kindB == Kind.SMALL) {
            return 0;
        }
        if (vowelless) {
            return skeleton(i, j);
        }
        if (a.sameSound(i, b, j)) {
            return SAME_SOUND;
        }
        if (servant(a, i, b, j) || servant(b, j, a, i)) {
            return SERVANT;
        }
        // Two known given names, lines of business or places differ however alike they are spelt.
        boolean known = a.group(i, 0) != 0 && b.group(j, 0) != 0 && kindA == kindB;
        return known ? 0 : spelling(i, j);
    }

    /** Saifullah for Abdul Saifullah. */
    private static boolean servant(Words longer, int i, Words shorter, int j) {
        int length = shorter.length(j);
        if (longer.length(i) != length + ABD.length || length < SHORT) {
            return false;
        }
        byte[] x = longer.data();
        byte[] y = shorter.data();
        int from = longer.letters(i);
        return Arrays.equals(x, from, from + ABD.length, ABD, 0, ABD.length)
                && Arrays.equals(
                        x,
                        from + ABD.length,
                        from + ABD.length + length,
                        y,
                        shorter.letters(j),
                        shorter.letters(j) + length);
    }

    private float spelling(int i, int j) {
        int shorter = Math.min(a.length(i), b.length(j));
        if (shorter < SHORT) {
            return 0;
        }
        float value = Spelling.likeness(a.data(), a.sound(i), a.soundLength(i), b.data(), b.sound(j), b.soundLength(j));
        return value >= (shorter == SHORT ? LEAST_SHORT : LEAST) ? value : 0;
    }

    private float skeleton(int i, int j) {
        byte[] x = bytes(Sounds.skeleton(Sounds.of(a.text(i))));
        byte[] y = bytes(Sounds.skeleton(Sounds.of(b.text(j))));
        float value = Spelling.likeness(x, 0, x.length, y, 0, y.length);
        return Math.min(x.length, y.length) < 2 && a.length(i) > SHORT
                ? 0
                : value >= LEAST_SHORT ? value * SAME_SOUND : 0;
    }

    /** Words of one name that together are one word of the other: Pol Pot, Polpot. */
    private void join(boolean exactly) {
        joinInto(a, b, true, exactly);
        joinInto(b, a, false, exactly);
    }

    private void joinInto(Words whole, Words parts, boolean wholeIsA, boolean exactly) {
        for (int w = 0; w < whole.count(); w++) {
            for (int from = 0; isLone(wholeIsA, w) && from + 1 < parts.count(); from++) {
                joinAt(whole, w, parts, from, wholeIsA, exactly);
            }
        }
    }

    private void joinAt(Words whole, int w, Words parts, int from, boolean wholeIsA, boolean exactly) {
        int length = parts.length(from);
        for (int to = from + 1; to < parts.count() && to < from + 4; to++) {
            if (!isLone(!wholeIsA, to - 1) || !isLone(!wholeIsA, to)) {
                return;
            }
            length += parts.length(to);
            if (length > whole.length(w) + (exactly ? 0 : 2)) {
                return;
            }
            float value = joined(whole, w, parts, from, to, length, exactly);
            if (value > 0) {
                float share = 0;
                boolean telling = isTelling(whole.kind(w));
                for (int part = from; part <= to; part++) {
                    share += parts.weight(part);
                    mark(!wholeIsA, part);
                    telling |= isTelling(parts.kind(part));
                }
                mark(wholeIsA, w);
                count((share + whole.weight(w)) / 2, value * APART, telling);
                return;
            }
        }
    }

    private static float joined(Words whole, int w, Words parts, int from, int to, int length, boolean exactly) {
        if (exactly && length != whole.length(w)) {
            return 0;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (int part = from; part <= to; part++) {
            System.arraycopy(parts.data(), parts.letters(part), all, at, parts.length(part));
            at += parts.length(part);
        }
        float value = Spelling.likeness(all, 0, length, whole.data(), whole.letters(w), whole.length(w));
        return value >= (exactly ? 1 : LEAST_JOINED) ? value : 0;
    }

    private boolean isLone(boolean inA, int word) {
        return inA ? partner[word] == -1 : !taken[word];
    }

    private void mark(boolean inA, int word) {
        if (inA) {
            partner[word] = -2;
        } else {
            taken[word] = true;
        }
    }

    private boolean hasLone(Words words, boolean inA) {
        for (int i = 0; i < words.count(); i++) {
            if (isLone(inA, i)) {
                return true;
            }
        }
        return false;
    }

    private void addLone() {
        for (int i = 0; i < a.count(); i++) {
            loneA += partner[i] == -1 ? a.weight(i) : 0;
        }
        for (int j = 0; j < b.count(); j++) {
            loneB += taken[j] ? 0 : b.weight(j);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
