package io.clientela.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** P6 in the product: the whole base compared with itself, from stored files to stored groups, learning included. */
final class WholeBaseMeasure {

    private final Path folder;
    private final int rows;
    private final int turns;
    private final PrintStream out;

    WholeBaseMeasure(Path folder, int rows, int turns, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.turns = turns;
        this.out = out;
    }

    void run(LocalDate today) throws IOException, InterruptedException, SQLException {
        Path base = Optional.ofNullable(System.getenv("CLIENTELA_BENCH_HOME"))
                .map(Path::of)
                .orElse(folder)
                .resolve("people-" + rows);
        Path filled = base.resolve("filled");
        if (!Files.exists(filled)) {
            if (Files.exists(base.resolve("home"))) {
                throw new IOException(base + " was filled in part; take it away");
            }
            if (!fill(base, filled)) {
                return;
            }
        }
        try (Product product = Product.start(base.resolve("home"), List.of());
                Client client = Client.signIn(product.address())) {
            List<Double> walls = new ArrayList<>();
            List<Double> processor = new ArrayList<>();
            JsonNode run = null;
            for (int turn = 0; turn < turns; turn++) {
                double before = product.processorSeconds();
                long start = System.nanoTime();
                run = client.compared();
                walls.add((System.nanoTime() - start) / 1e9);
                processor.add(product.processorSeconds() - before);
            }
            report(product, today, walls, processor, String.valueOf(run));
        }
    }

    /** Takes the persons in and waits until each has its keys; false where there is no generator of persons. */
    private boolean fill(Path base, Path filled) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(base);
        Optional<Path> list = People.list(base, rows, out);
        if (list.isEmpty()) {
            return false;
        }
        try (Product product = Product.start(base.resolve("home"), List.of());
                Client client = Client.signIn(product.address())) {
            Client.Import run = client.imported(list.get()).expectDone();
            out.printf("persons: %s, in %s s%n", run, Figures.two(run.seconds()));
            out.printf("every one has its keys after %s s more%n", Figures.two(product.followed()));
            try (Connection database = product.database();
                    Statement statement = database.createStatement()) {
                // What autovacuum does of itself within minutes after such an import.
                statement.execute("vacuum analyze");
            }
        }
        Files.createFile(filled);
        return true;
    }

    private void report(Product product, LocalDate today, List<Double> walls, List<Double> processor, String run)
            throws IOException {
        Heap heap = product.heap();
        out.println("the last run: " + run);
        out.printf(
                "| P6, stored | %s | %s, load average %s | %s persons | from the order to stored groups, turn after turn: %s s; processor time of"
                        + " server and database %s s | heap %s MB at most, %s MB after a collection, process %s MB |%n",
                today,
                Figures.machine(),
                Figures.two(Figures.load()),
                Figures.whole(rows),
                Figures.all(walls),
                Figures.all(processor),
                Figures.whole((double) heap.peak()),
                Figures.whole((double) heap.alive()),
                Figures.whole((double) product.memory("VmHWM")));
    }
}
