package io.clientela.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** P2: one file read through the interface against a bare handler doing one prepared select of the same row, turn about. */
final class ReadMeasure {

    private static final int NUMBERS = 20_000;
    private static final int TURNS = 2;
    /** Until the compiler of the virtual machine has nearly nothing left to do; both sides get as much. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    private final Path folder;
    private final int rows;
    private final PrintStream out;

    ReadMeasure(Path folder, int rows, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.out = out;
    }

    void run(LocalDate today) throws IOException, InterruptedException, SQLException {
        try (Base base = Base.open(folder, rows, out)) {
            List<String> numbers = base.numbers(NUMBERS);
            Process process = bare(base.product());
            try {
                BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Load bare = new Load(String.valueOf(lines.readLine()), "");
                Load ours = base.load(Territory.readers().getLast());
                List<String> bareTargets =
                        numbers.stream().map(number -> "/" + number).toList();
                List<String> ourTargets = numbers.stream()
                        .map(number -> "/api/v1/customers/" + number)
                        .toList();
                bare.warmUp(bareTargets, WARM_UP);
                ours.warmUp(ourTargets, WARM_UP);
                List<Double> ourRates = new ArrayList<>();
                List<Double> bareRates = new ArrayList<>();
                for (int turn = 0; turn < TURNS; turn++) {
                    Load.Result one = bare.run(bareTargets);
                    Load.Result two = ours.run(ourTargets);
                    out.printf("bare: %s%nours: %s; load %s%n", one, two, Figures.two(Figures.load()));
                    bareRates.addAll(one.rates());
                    ourRates.addAll(two.rates());
                }
                double ratio = Figures.median(ourRates) / Figures.median(bareRates);
                out.printf(
                        "| P2 | %s | %s, %s customers | ratio %s: %s/s against %s/s | ≥ 0.25 |%n",
                        today,
                        Figures.machine(),
                        Figures.whole(rows),
                        Figures.two(ratio),
                        Figures.whole(Figures.median(ourRates)),
                        Figures.whole(Figures.median(bareRates)));
            } finally {
                process.destroy();
            }
        }
    }

    private Process bare(Product product) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareHandler.class.getName(),
                        product.databaseAddress(),
                        folder.resolve("bare").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PGPASSWORD", product.databasePassword());
        return builder.start();
    }
}
