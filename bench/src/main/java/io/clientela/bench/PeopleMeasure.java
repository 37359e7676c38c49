package io.clientela.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Persons made up by the generator, a fifth of them damaged copies: how well they are found, how long that takes, in how much memory. */
final class PeopleMeasure {

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
        Optional<People> made = People.make(folder, rows, out);
        if (made.isEmpty()) {
            return;
        }
        Matched matched = new Matched();
        matched.add(
                Imported.read(made.get().list()), row -> made.get().entities().getOrDefault(row.externalId(), ""));
        Matched.Result result = matched.run();
        for (int turn = 1; turn < turns; turn++) {
            result = matched.run();
        }
        report(measure, today, matched, result);
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
