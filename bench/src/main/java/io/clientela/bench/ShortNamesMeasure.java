package io.clientela.bench;

import io.clientela.kit.match.names.Candidate;
import io.clientela.kit.match.names.NameIndex;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A7: the short and the English name of a company looked up among the full Chinese names of all. */
final class ShortNamesMeasure {

    private static final String COMPANIES = "duplicates/orgs_cn_names.csv";
    private static final int SHOWN = 5;

    private final PrintStream out;

    ShortNamesMeasure(PrintStream out) {
        this.out = out;
    }

    void run(LocalDate today) throws IOException {
        Optional<List<Map<String, String>>> companies = SharedData.rows(COMPANIES, out);
        if (companies.isEmpty()) {
            return;
        }
        NameIndex index = new NameIndex();
        companies.get().forEach(company -> index.add(company.getOrDefault("full_name", "")));
        Found brief = look(index, companies.get(), "short_name");
        Found english = look(index, companies.get(), "english_name");
        out.printf(
                "| A7 | %s | %s | | %d short names, and English ones, each looked up among all full names | %s; %s | among the first %d: %s, %s; median %s and %s ms a look-up | first ≥ 0.95; ≥ 0.4 |%n",
                today,
                Figures.machine(),
                companies.get().size(),
                NamePairsMeasure.three(brief.first),
                NamePairsMeasure.three(english.first),
                SHOWN,
                NamePairsMeasure.three(brief.shown),
                NamePairsMeasure.three(english.shown),
                Figures.two(brief.millis),
                Figures.two(english.millis));
    }

    private static Found look(NameIndex index, List<Map<String, String>> companies, String column) {
        int first = 0;
        int shown = 0;
        List<Double> times = new ArrayList<>();
        for (Map<String, String> company : companies) {
            String wanted = company.getOrDefault("full_name", "");
            long start = System.nanoTime();
            List<Candidate> found = index.find(company.getOrDefault(column, ""), SHOWN);
            times.add((System.nanoTime() - start) / 1e6);
            first += !found.isEmpty() && index.name(found.getFirst().number()).equals(wanted) ? 1 : 0;
            shown += found.stream().anyMatch(each -> index.name(each.number()).equals(wanted)) ? 1 : 0;
        }
        return new Found((double) first / companies.size(), (double) shown / companies.size(), Figures.median(times));
    }

    private record Found(double first, double shown, double millis) {}
}
