package io.clientela.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How well duplicates are found in files somebody has labelled: pairs after grouping, of the rows an import accepts, with the one
 * setting there is. Each file is read as an import would, and nothing is told about it.
 */
final class MatchMeasure {

    private static final String LABELLED = "duplicates/";
    private static final String REGISTERS = "registers/";

    private final PrintStream out;

    MatchMeasure(PrintStream out) {
        this.out = out;
    }

    /**
     * One labelled set, matched.
     *
     * @param what name of the files
     * @param matched what was accepted of them
     * @param result what came out
     * @param aim what is to be reached
     */
    record Scored(String what, Matched matched, Matched.Result result, String aim) {}

    void run(String measure, LocalDate today) throws IOException {
        for (Scored scored : scored(measure)) {
            out.printf(
                    "| %s | %s | %s | %s, %s of %s rows accepted | %s; \"same\" alone: %s | %s s | %s |%n",
                    measure,
                    today,
                    Figures.machine(),
                    scored.what(),
                    Figures.whole(scored.matched().size()),
                    Figures.whole(scored.matched().read()),
                    scored.result().groups(),
                    scored.result().same(),
                    Figures.two(scored.result().seconds()),
                    scored.aim());
        }
    }

    /** The sets of a measure; those whose files aren't there are left out, and said to be. */
    List<Scored> scored(String measure) throws IOException {
        return switch (measure) {
            case "A1" -> labelled("F1 ≥ 0.99", "persons_au_1000");
            case "A2" -> labelled("F1 ≥ 0.985", "persons_au_5000_a", "persons_au_5000_b");
            case "A3" -> labelled("F1 ≥ 0.92; aim 0.95", "persons_uk_1000");
            case "A4" -> guides();
            case "A6" -> registers("personas_cn.csv", "客户信息登记表.xlsx", "clientes_es.csv", "customers_en.csv");
            default -> throw new IllegalArgumentException("no measure " + measure);
        };
    }

    private List<Scored> labelled(String aim, String... names) throws IOException {
        Matched matched = new Matched();
        for (String name : names) {
            Optional<Path> file = found(LABELLED + name + ".csv");
            Optional<Path> labels = found(LABELLED + name + ".truth.csv");
            if (file.isEmpty() || labels.isEmpty()) {
                return List.of();
            }
            Map<String, String> entities = Truth.read(labels.get()).entities();
            matched.add(Imported.read(file.get()), row -> entities.getOrDefault(row.externalId(), ""));
        }
        return List.of(new Scored(String.join(" and ", names), matched, matched.run(), aim));
    }

    private List<Scored> registers(String... names) throws IOException {
        List<Scored> all = new ArrayList<>();
        for (String name : names) {
            Optional<Path> file = found(REGISTERS + name);
            Optional<Path> labels = found(REGISTERS + name.substring(0, name.lastIndexOf('.')) + ".truth.csv");
            if (file.isPresent() && labels.isPresent()) {
                Map<String, String> entities = Truth.read(labels.get()).entities();
                Matched matched = new Matched();
                matched.add(
                        Imported.read(file.get()), row -> entities.getOrDefault(Integer.toString(row.number()), ""));
                all.add(new Scored(name, matched, matched.run(), "F1 ≥ 0.97; precision of \"same\" ≥ 0.998"));
            }
        }
        return all;
    }

    /** Two restaurant guides; a row of the one has at most one in the other. */
    private List<Scored> guides() throws IOException {
        Optional<Path> one = found(LABELLED + "orgs_us_fodors.csv");
        Optional<Path> other = found(LABELLED + "orgs_us_zagats.csv");
        Optional<Path> labels = found(LABELLED + "orgs_us_matches_fodors_zagats.csv");
        if (one.isEmpty() || other.isEmpty() || labels.isEmpty()) {
            return List.of();
        }
        Map<String, String> pairs = Truth.read(labels.get()).entities();
        Set<String> seconds = Set.copyOf(pairs.values());
        Matched matched = new Matched();
        matched.add(Imported.read(one.get()), row -> pairs.getOrDefault(row.externalId(), ""));
        matched.add(Imported.read(other.get()), row -> seconds.contains(row.externalId()) ? row.externalId() : "");
        return List.of(new Scored("orgs_us", matched, matched.run(), "F1 ≥ 0.99"));
    }

    private Optional<Path> found(String path) {
        Optional<Path> file = Truth.find(path);
        if (file.isEmpty()) {
            out.printf("skipped: there is no shared/data/%s in any folder above this one%n", path);
        }
        return file;
    }
}
