package io.clientela.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** P1: an import through the whole write gate against plain COPY of the same rows in the same database. */
final class ImportMeasure {

    /** Warms up the server with other persons before anything is timed. */
    private static final int WARM_UP = 20_000;

    private static final long LARGE = 500_000;

    private final Path folder;
    private final int rows;
    private final int imports;
    private final PrintStream out;

    ImportMeasure(Path folder, int rows, int imports, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.imports = imports;
        this.out = out;
    }

    void run(LocalDate today) throws IOException, InterruptedException, SQLException {
        Path warm = folder.resolve("warm-up.csv");
        new Persons(1, "W").write(warm, WARM_UP);
        List<Path> lists = new ArrayList<>();
        for (int i = 0; i < imports; i++) {
            Path list = folder.resolve("persons-" + i + ".csv");
            new Persons(20 + i, "P" + i + "-").write(list, rows);
            lists.add(list);
        }
        try (Product product = Product.start(folder.resolve("home"), List.of());
                Client client = Client.signIn(product.address());
                Connection database = product.database()) {
            out.println("warm-up: " + client.imported(warm).expectDone());
            BareTable.make(database);
            int before = rows >= LARGE ? 1 : 3;
            List<Double> copies = new ArrayList<>();
            BareTable.copy(database, warm);
            copies(database, lists, before, copies);
            List<Double> ours = new ArrayList<>();
            List<Double> loads = new ArrayList<>();
            for (Path list : lists) {
                Client.Import done = client.imported(list).expectDone();
                ours.add(done.wall());
                loads.add(Figures.load());
                out.printf(
                        "import: %s s, the product says %s s; %s; load %s%n",
                        Figures.two(done.wall()), Figures.two(done.seconds()), done, Figures.two(Figures.load()));
            }
            copies(database, lists, before, copies);
            loads.add(Figures.load());
            report(today, product, BareTable.version(database), ours, copies, loads);
            BareTable.drop(database);
        }
    }

    private void copies(Connection database, List<Path> lists, int count, List<Double> seconds)
            throws SQLException, IOException {
        for (int i = 0; i < count; i++) {
            seconds.add(BareTable.copy(database, lists.get(i % lists.size())));
        }
    }

    private void report(
            LocalDate today,
            Product product,
            String postgres,
            List<Double> ours,
            List<Double> copies,
            List<Double> loads)
            throws IOException {
        double our = Figures.median(ours);
        double bare = Figures.median(copies);
        Heap heap = product.heap();
        String load = Figures.all(loads);
        out.printf("ours: %s s; %s rows/s%n", Figures.all(ours), Figures.whole(rows / our));
        out.printf("COPY: %s s; %s rows/s%n", Figures.all(copies), Figures.whole(rows / bare));
        out.printf("ratio of medians: %s%n", Figures.two(our / bare));
        out.printf(
                "heap: %d MB at most before a collection, %d MB at most after one (%d collections); process %d MB at most%n",
                heap.peak(), heap.alive(), heap.collections(), product.memory("VmHWM"));
        out.printf("%s, PostgreSQL %s, load %s%n", Figures.machine(), postgres, load);
        out.printf(
                "| P1 | %s | %s, load %s | PostgreSQL %s | import of %s persons | ratio %s: %s s (%s rows/s) against %s s (%s rows/s); heap %d MB"
                        + " | %d imports, %d COPYs; %s to %s s | ratio ≤ 4.5 |%n",
                today,
                Figures.machine(),
                load,
                postgres,
                Figures.whole(rows),
                Figures.two(our / bare),
                Figures.two(our),
                Figures.whole(rows / our),
                Figures.two(bare),
                Figures.whole(rows / bare),
                heap.peak(),
                ours.size(),
                copies.size(),
                Figures.two(ours.stream().min(Double::compare).orElse(our)),
                Figures.two(ours.stream().max(Double::compare).orElse(our)));
    }
}
