package io.clientela.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** P3: lists and searches through the interface in three scopes, against what the quickest peer was seen to answer. */
final class ListMeasure {

    /** Each kind of question of each reader, so that none is measured while the server is still being compiled; narrow scopes run other statements. */
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private final Path folder;
    private final int rows;
    private final PrintStream out;

    ListMeasure(Path folder, int rows, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.out = out;
    }

    void run(LocalDate today, String only) throws IOException, InterruptedException, SQLException {
        try (Base base = Base.open(folder, rows, out)) {
            out.printf("%s, %s customers, %s%n", today, Figures.whole(rows), Figures.machine());
            out.println("| what | scope | answers a second | p50 ms | p99 ms | load |");
            Map<Territory.Reader, Map<String, List<String>>> requests = requests(base, only);
            for (Territory.Reader reader : requests.keySet()) {
                for (List<String> targets : requests.get(reader).values()) {
                    base.load(reader).warmUp(targets, WARM_UP);
                }
            }
            for (Territory.Reader reader : requests.keySet()) {
                Load load = base.load(reader);
                for (Map.Entry<String, List<String>> request :
                        requests.get(reader).entrySet()) {
                    Load.Result result = load.run(request.getValue());
                    out.printf(
                            "| %s | %s | %s | %s | %s | %s |%n",
                            request.getKey(),
                            reader.scope(),
                            Figures.whole(result.rate()),
                            Figures.two(result.p50()),
                            Figures.two(result.p99()),
                            Figures.two(Figures.load()));
                }
            }
        }
    }

    /** What each reader asks for, of the kinds whose names have this in them. */
    private static Map<Territory.Reader, Map<String, List<String>>> requests(Base base, String only)
            throws IOException {
        Map<Territory.Reader, Map<String, List<String>>> requests = new LinkedHashMap<>();
        for (Territory.Reader reader : Territory.readers()) {
            Map<String, List<String>> kinds =
                    new LinkedHashMap<>(Sample.of(base.list(), reader).requests());
            kinds.keySet().removeIf(kind -> !kind.contains(only));
            requests.put(reader, kinds);
        }
        return requests;
    }
}
