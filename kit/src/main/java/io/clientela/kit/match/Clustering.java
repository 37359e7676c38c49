package io.clientela.kit.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes groups of pairs without chaining strangers together: two groups become one only where their rows agree on average
 * (average linkage over all their pairs, those not looked at so far included), and never where somebody called two of them
 * different, or where two of them have different documents and nobody called them the same. The outcome doesn't depend on the order of the pairs.
 */
final class Clustering {

    /** A component of more rows is first split at its weakest pairs. */
    private static final int MOST_ROWS = 300;

    /** No single pair decides for or against all others. */
    private static final double CUT = 12;

    /** Slips make one customer's records look different more easily than chance makes two look the same. */
    private static final double CUT_AGAINST = -6;

    private static final double CALLED = 1_000;
    private static final double STEP = 4;

    /** Surer than this pairs hardly get. */
    private static final double SUREST = 32;

    private final Base base;
    private final Scorer scorer;
    private final Verdicts verdicts;
    private final double join;
    private final int[] of;
    private final double[] sure;

    Clustering(Base base, Scorer scorer, Verdicts verdicts, Thresholds thresholds) {
        this.base = base;
        this.scorer = scorer;
        this.verdicts = verdicts;
        this.join = Model.log2(thresholds.ask() / (1 - thresholds.ask()));
        this.of = new int[base.size()];
        this.sure = new double[base.size()];
        Arrays.setAll(of, row -> row);
        Arrays.fill(sure, 1);
    }

    int[] of() {
        return of;
    }

    double[] sure() {
        return sure;
    }

    void group(List<Groups.Pair> pairs) {
        components(pairs, join);
    }

    private void components(List<Groups.Pair> pairs, double from) {
        List<Groups.Pair> strong =
                pairs.stream().filter(pair -> pair.bits() >= from).toList();
        int[] rows = rows(strong);
        int[] ones = new int[strong.size()];
        int[] others = new int[strong.size()];
        IntStream.range(0, ones.length).parallel().forEach(i -> {
            ones[i] = Arrays.binarySearch(rows, strong.get(i).a());
            others[i] = Arrays.binarySearch(rows, strong.get(i).b());
        });
        int[] root = new int[rows.length];
        Arrays.setAll(root, i -> i);
        for (int i = 0; i < ones.length; i++) {
            int a = find(root, ones[i]);
            int b = find(root, others[i]);
            root[Math.max(a, b)] = Math.min(a, b);
        }
        List<Component> found = new ArrayList<>();
        int[] place = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int top = find(root, i);
            if (top == i) {
                place[i] = found.size();
                found.add(new Component());
            }
            found.get(place[top]).rows++;
        }
        for (int i = 0; i < ones.length; i++) {
            found.get(place[find(root, ones[i])]).pairs.add(strong.get(i));
        }
        // No two of them have a row in common.
        found.parallelStream().forEach(each -> component(each.pairs, each.rows, from));
    }

    /** Rows that hang together, if only through others. */
    private static final class Component {
        private final List<Groups.Pair> pairs = new ArrayList<>(1);
        private int rows;
    }

    private void component(List<Groups.Pair> pairs, int size, double from) {
        if (size == 2) {
            Groups.Pair only = pairs.getFirst();
            if (isCalledSame(only.a(), only.b()) || !scorer.apart(only.a(), only.b())) {
                set(new int[] {only.a(), only.b()}, only.bits());
            }
        } else if (size <= MOST_ROWS || from >= SUREST) {
            link(pairs);
        } else {
            components(pairs, from + STEP);
        }
    }

    private boolean isCalledSame(int a, int b) {
        return verdicts.of(base.id(a), base.id(b)).filter(Outcome.SAME::equals).isPresent();
    }

    private static int find(int[] root, int of) {
        int top = of;
        while (root[top] != top) {
            root[top] = root[root[top]];
            top = root[top];
        }
        return top;
    }

    private void link(List<Groups.Pair> pairs) {
        // By the caller's numbers, so that ties fall alike in whatever order the records came.
        int[] rows = Arrays.stream(rows(pairs))
                .boxed()
                .sorted(Comparator.comparingLong(base::id))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int from = 0; from < rows.length; from += MOST_ROWS) {
            // Hundreds of records of one customer are some groups of a few hundred.
            new Linkage(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + MOST_ROWS))).run();
        }
    }

    private static int[] rows(List<Groups.Pair> pairs) {
        int[] rows = new int[2 * pairs.size()];
        for (int i = 0; i < rows.length; i += 2) {
            rows[i] = pairs.get(i / 2).a();
            rows[i + 1] = pairs.get(i / 2).b();
        }
        Arrays.parallelSort(rows);
        int size = 0;
        for (int row : rows) {
            if (size == 0 || rows[size - 1] != row) {
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
    }

    /** Joins the two groups that agree best, again and again; sums over pairs are kept, so a join costs one walk over the groups. */
    private final class Linkage {

        private final int[] rows;
        private final double[][] sums;
        private final List<List<Integer>> groups = new ArrayList<>();
        private final double[] weakest;

        Linkage(int[] rows) {
            this.rows = rows;
            this.sums = new double[rows.length][rows.length];
            this.weakest = new double[rows.length];
            Arrays.fill(weakest, Double.MAX_VALUE);
            byte[] levels = scorer.levels();
            for (int x = 0; x < rows.length; x++) {
                groups.add(new ArrayList<>(List.of(rows[x])));
                for (int y = x + 1; y < rows.length; y++) {
                    sums[x][y] = bits(rows[x], rows[y], levels);
                    sums[y][x] = sums[x][y];
                }
            }
        }

        void run() {
            boolean more = true;
            while (more) {
                more = joined();
            }
            for (int x = 0; x < rows.length; x++) {
                if (groups.get(x).size() > 1) {
                    set(
                            groups.get(x).stream()
                                    .mapToInt(Integer::intValue)
                                    .sorted()
                                    .toArray(),
                            weakest[x]);
                }
            }
        }

        private boolean joined() {
            double best = Double.NEGATIVE_INFINITY;
            int one = -1;
            int other = -1;
            for (int x = 0; x < rows.length; x++) {
                for (int y = x + 1; y < rows.length && !groups.get(x).isEmpty(); y++) {
                    double average = average(x, y);
                    if (average > best) {
                        best = average;
                        one = x;
                        other = y;
                    }
                }
            }
            if (one < 0 || best < join) {
                return false;
            }
            groups.get(one).addAll(groups.get(other));
            groups.get(other).clear();
            weakest[one] = Math.min(best, Math.min(weakest[one], weakest[other]));
            for (int z = 0; z < rows.length; z++) {
                sums[one][z] += sums[other][z];
                sums[z][one] = sums[one][z];
            }
            return true;
        }

        private double average(int x, int y) {
            int pairs = groups.get(x).size() * groups.get(y).size();
            return pairs == 0 ? Double.NEGATIVE_INFINITY : sums[x][y] / pairs;
        }

        private double bits(int a, int b, byte[] levels) {
            Optional<Outcome> called = verdicts.of(base.id(a), base.id(b));
            if (called.isPresent()) {
                return called.get() == Outcome.SAME ? CALLED : Double.NEGATIVE_INFINITY;
            }
            return scorer.apart(a, b)
                    ? Double.NEGATIVE_INFINITY
                    : Math.clamp(scorer.bits(a, b, levels), CUT_AGAINST, CUT);
        }
    }

    private void set(int[] rows, double weakest) {
        double probability = Math.min(Model.probability(weakest), Math.nextDown(1.0));
        for (int row : rows) {
            of[row] = rows[0];
            sure[row] = probability;
        }
    }

    static final Comparator<Groups.Pair> SUREST_FIRST = Comparator.comparingDouble(Groups.Pair::bits)
            .reversed()
            .thenComparingInt(Groups.Pair::a)
            .thenComparingInt(Groups.Pair::b);
}
