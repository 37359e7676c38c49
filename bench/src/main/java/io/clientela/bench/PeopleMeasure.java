package io.clientela.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Persons made up by the generator, a fifth of them damaged copies: how well they are found, how long that takes, in how much memory. */
final class PeopleMeasure {

    private static final String SEPARATOR = ",";
    private static final int NUMBER = 0;
    private static final int ENTITY = 1;

    private final Path folder;
    private final int rows;
    private final PrintStream out;

    PeopleMeasure(Path folder, int rows, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.out = out;
    }

    /** Of {@code turns} the last is reported with the time: the earlier ones warm up. */
    void run(String measure, int turns, LocalDate today) throws IOException, InterruptedException {
        Optional<Path> generator = Truth.find("make_people.py");
        if (generator.isEmpty()) {
            out.println("skipped: there is no shared/data/make_people.py in any folder above this one");
            return;
        }
        Path made = folder.resolve("people.csv");
        Process process = new ProcessBuilder("python3", generator.get().toString(), "people", Integer.toString(rows))
                .redirectOutput(made.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the generator ended with " + process.exitValue());
        }
        Matched matched = new Matched();
        Map<String, String> entities = new HashMap<>();
        Path stripped = stripped(made, entities);
        matched.add(Imported.read(stripped), row -> entities.getOrDefault(row.externalId(), ""));
        Matched.Result result = matched.run();
        for (int turn = 1; turn < turns; turn++) {
            result = matched.run();
        }
        report(measure, today, matched, result);
    }

    /** The file without the column that tells the truth. */
    private Path stripped(Path made, Map<String, String> entities) throws IOException {
        Path stripped = folder.resolve("people-stripped.csv");
        try (BufferedReader in = Files.newBufferedReader(made, StandardCharsets.UTF_8);
                BufferedWriter to = Files.newBufferedWriter(stripped, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split(SEPARATOR, 3);
                entities.put(parts[NUMBER], parts[ENTITY]);
                to.write(parts[NUMBER] + SEPARATOR + parts[2] + "\n");
            }
        }
        return stripped;
    }

    private void report(String measure, LocalDate today, Matched matched, Matched.Result result) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                "| %s | %s | %s, load average %s | %s persons, %s rows accepted | %s; \"same\" alone: %s | %s s from records in memory to groups,"
                        + " heap allowed %s MB, in use after it %s MB |%n",
                measure,
                today,
                Figures.machine(),
                Figures.two(Figures.load()),
                Figures.whole(rows),
                Figures.whole(matched.size()),
                result.groups(),
                result.same(),
                Figures.two(result.seconds()),
                Figures.whole(runtime.maxMemory() / 1e6),
                Figures.whole((runtime.totalMemory() - runtime.freeMemory()) / 1e6));
    }
}
