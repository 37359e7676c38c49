package io.clientela.bench;

import io.clientela.kit.match.names.EnterpriseNames;
import io.clientela.kit.match.names.NameLikeness;
import io.clientela.kit.match.names.PersonName;
import io.clientela.kit.match.names.PersonNames;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A5: labelled pairs of names in any script under the one threshold the product has. The pairs in odd places were looked at when
 * the comparison was made, the others never.
 */
final class NamePairsMeasure {

    private static final String PAIRS = "duplicates/name_pairs.csv";
    private static final int ROUNDS = 5;
    private static final int REPEATS = 200;

    private final PrintStream out;

    NamePairsMeasure(PrintStream out) {
        this.out = out;
    }

    void run(LocalDate today) throws IOException {
        Optional<List<Map<String, String>>> pairs = SharedData.rows(PAIRS, out);
        if (pairs.isEmpty()) {
            return;
        }
        Hits all = new Hits();
        Hits seen = new Hits();
        Hits unseen = new Hits();
        for (int i = 0; i < pairs.get().size(); i++) {
            Map<String, String> pair = pairs.get().get(i);
            boolean said = likeness(pair) >= NameLikeness.LIKELY_SAME;
            boolean is = Boolean.parseBoolean(pair.getOrDefault("is_match", ""));
            all.add(said, is);
            (i % 2 == 0 ? seen : unseen).add(said, is);
        }
        out.println("pairs that were read: " + seen + "; pairs of which only the score was seen: " + unseen);
        List<Double> times = times(pairs.get());
        out.printf(
                "| A5 | %s | %s | | %d pairs of names, threshold %s | F1 %s | half of which the pairs were read %s, half of which only the score was seen %s; %s µs a comparison | F1 ≥ 0.82; aim 0.88 |%n",
                today,
                Figures.machine(),
                pairs.get().size(),
                NameLikeness.LIKELY_SAME,
                three(all.f1()),
                three(seen.f1()),
                three(unseen.f1()),
                Figures.two(Figures.median(times)));
    }

    private static double likeness(Map<String, String> pair) {
        String one = pair.getOrDefault("name1", "");
        String other = pair.getOrDefault("name2", "");
        return isPerson(pair)
                ? PersonNames.acrossScripts(one, other)
                : EnterpriseNames.compare(EnterpriseNames.parse(one), EnterpriseNames.parse(other))
                        .likeness();
    }

    private static boolean isPerson(Map<String, String> pair) {
        return pair.getOrDefault("schema", "").equals("Person");
    }

    /** Microseconds for comparing two prepared persons' names, round by round. */
    private static List<Double> times(List<Map<String, String>> pairs) {
        List<PersonName> names = new ArrayList<>();
        for (Map<String, String> pair : pairs) {
            if (isPerson(pair)) {
                names.add(PersonNames.parse(pair.getOrDefault("name1", "")));
                names.add(PersonNames.parse(pair.getOrDefault("name2", "")));
            }
        }
        List<Double> times = new ArrayList<>();
        double sum = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < REPEATS; i++) {
                for (int j = 0; j + 1 < names.size(); j += 2) {
                    sum += PersonNames.likeness(names.get(j), names.get(j + 1));
                }
            }
            double micros = (System.nanoTime() - start) / 1e3 / REPEATS / (names.size() / 2.0);
            // The first round warms up; the sum keeps the work from being left out.
            if (round > 0 && sum > 0) {
                times.add(micros);
            }
        }
        return times;
    }

    static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
