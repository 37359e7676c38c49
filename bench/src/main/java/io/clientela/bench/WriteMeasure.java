package io.clientela.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** P4: one change through the write gate in process against one bare transaction of as many row writes, then over HTTP. */
final class WriteMeasure {

    private static final int NUMBERS = 20_000;
    private static final int WRITERS = 8;

    /** Until the compiler of the virtual machine has nearly nothing left to do: what is measured is a server that has been running. */
    private static final Duration WARM_UP = Duration.ofSeconds(100);

    private final Path folder;
    private final int rows;
    private final PrintStream out;

    WriteMeasure(Path folder, int rows, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.out = out;
    }

    void run(LocalDate today) throws IOException, InterruptedException, SQLException {
        try (Base base = Base.open(folder, rows, out)) {
            List<String> numbers = base.numbers(NUMBERS);
            InProcess alone = alone(base.product(), numbers);
            double ratio = Figures.median(alone.gate()) / Figures.median(alone.bare());
            out.printf(
                    "in process: %d row writes a change; bare %s/s, gate %s/s; load %s%n",
                    alone.writes(), Figures.all(alone.bare()), Figures.all(alone.gate()), Figures.two(Figures.load()));
            warmUp(base, numbers);
            Load.Result single = overHttp(base, numbers, 1);
            Load.Result many = overHttp(base, numbers, WRITERS);
            out.printf(
                    "over HTTP, one writer: %s%n%d writers: %s; load %s%n",
                    single, WRITERS, many, Figures.two(Figures.load()));
            out.printf(
                    "| P4 | %s | %s | fsync/synchronous_commit %s, %s customers, %d row writes a change | ratio %s: %s/s against %s/s;"
                            + " over HTTP with %d writers %s/s, p99 %s ms | ≥ 0.4; ≥ 555/s, p99 ≤ 50 ms |%n",
                    today,
                    Figures.machine(),
                    alone.syncs(),
                    Figures.whole(rows),
                    alone.writes(),
                    Figures.two(ratio),
                    Figures.whole(Figures.median(alone.gate())),
                    Figures.whole(Figures.median(alone.bare())),
                    WRITERS,
                    Figures.whole(many.rate()),
                    Figures.two(many.p99()));
        }
    }

    /** The loop in process has warmed up a process of its own; the server was only just started. */
    private static void warmUp(Base base, List<String> numbers) throws IOException, InterruptedException {
        load(base, WRITERS).warmUp(change(numbers), WARM_UP);
    }

    private static Load.Result overHttp(Base base, List<String> numbers, int writers)
            throws IOException, InterruptedException {
        return load(base, writers).run(change(numbers));
    }

    private static Load load(Base base, int writers) {
        return new Load(base.product().address(), base.token(Territory.readers().getLast()), writers);
    }

    /** Other values in each run, see {@link GateLoop}. */
    private static Load.Call change(List<String> numbers) {
        return (wire, sameInEachRun) -> {
            RandomGenerator random = ThreadLocalRandom.current();
            wire.patch(
                    "/api/v1/customers/" + numbers.get(random.nextInt(numbers.size())),
                    "{\"values\":{\"mobile\":\"" + GateLoop.mobile(random) + "\",\"address\":\"解放路 "
                            + random.nextInt(100_000) + "\"}}");
        };
    }

    private InProcess alone(Product product, List<String> numbers) throws IOException, InterruptedException {
        Path list = Files.write(folder.resolve("numbers.txt"), numbers);
        ProcessBuilder builder = new ProcessBuilder(product.sibling(
                        GateLoop.class,
                        product.home().toString(),
                        product.databaseAddress(),
                        list.toString(),
                        Integer.toString(rows)))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PGPASSWORD", product.databasePassword());
        Process process = builder.start();
        InProcess found = new InProcess(new ArrayList<>(), new ArrayList<>(), 0, "");
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                found = found.with(line.split(" "));
            }
        }
        if (process.waitFor() != 0 || found.gate().isEmpty()) {
            throw new IOException("the loop through the gate ended otherwise");
        }
        return found;
    }

    /** What the loop printed. */
    private record InProcess(List<Double> bare, List<Double> gate, int writes, String syncs) {

        InProcess with(String[] said) {
            switch (said[0]) {
                case "bare" -> bare.add(Double.parseDouble(said[1]));
                case "gate" -> gate.add(Double.parseDouble(said[1]));
                case "rows" -> {
                    return new InProcess(bare, gate, Integer.parseInt(said[1]), syncs);
                }
                case "syncs" -> {
                    return new InProcess(bare, gate, writes, said[1]);
                }
                default -> {
                    // Nothing of ours.
                }
            }
            return this;
        }
    }
}
