package io.clientela.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** P8: all customers written out with masks on, as CSV against COPY TO of the same columns, and as XLSX against CSV. */
final class ExportMeasure {

    private static final long LARGE = 500_000;

    /** As the export writes them; sealed numbers as they lie there, since nobody but the product can open them. */
    private static final String COPY = """
            copy (
              select f.number, f.name, f.given_name, f.family_name, f.gender, f.birth_date, f.document_type, f.document_number,
                f.mobile, f.phone, f.email, f.wechat, f.region, f.city, f.postal_code, f.address, f.occupation, f.employer,
                f.position, f.income_band, f.education, f.level, f.hobbies, f.habits, f.needs, f.source_channel,
                f.first_contact_on, f.annual_amount, f.mail_opt_in, f.owner, f.external_id, f.tags, f.remarks
              from customer.file f
              where f.listed and f.record_type = 'individual'
            ) to stdout (format csv, header)
            """;

    private final Path folder;
    private final int rows;
    private final PrintStream out;

    ExportMeasure(Path folder, int rows, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.out = out;
    }

    void run(LocalDate today) throws IOException, InterruptedException, SQLException {
        int turns = rows >= LARGE ? 3 : 5;
        try (Base base = Base.open(folder, rows, out);
                Client client = Client.signIn(base.product().address());
                Connection database = base.product().database()) {
            Path file = folder.resolve("out");
            copy(database, file);
            out.println("warm-up: " + client.exported("csv", file));
            List<Double> copies = new ArrayList<>();
            List<Double> csv = new ArrayList<>();
            List<Double> xlsx = new ArrayList<>();
            for (int i = 0; i < turns; i++) {
                copies.add(copy(database, file));
                csv.add(said("csv", client.exported("csv", file)));
            }
            Heap afterCsv = base.product().heap();
            for (int i = 0; i < turns; i++) {
                xlsx.add(said("xlsx", client.exported("xlsx", file)));
            }
            report(today, base.product(), copies, csv, xlsx, afterCsv);
        }
    }

    private double said(String format, Client.Exported exported) throws IOException {
        out.printf("%s: %s; load %s%n", format, exported, Figures.two(Figures.load()));
        return exported.wall();
    }

    private static double copy(Connection database, Path file) throws IOException, SQLException {
        long start = System.nanoTime();
        try (OutputStream to = Files.newOutputStream(file)) {
            database.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, to);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void report(
            LocalDate today, Product product, List<Double> copies, List<Double> csv, List<Double> xlsx, Heap afterCsv)
            throws IOException {
        Heap heap = product.heap();
        out.printf("COPY TO: %s s; CSV: %s s; XLSX: %s s%n", Figures.all(copies), Figures.all(csv), Figures.all(xlsx));
        out.printf(
                "heap: %d MB at most before a collection and %d MB after one while writing CSV, %d and %d MB with XLSX; process %d MB%n",
                afterCsv.peak(), afterCsv.alive(), heap.peak(), heap.alive(), product.memory("VmHWM"));
        out.printf(
                "| P8 | %s | %s, load %s | export of %s customers | CSV ratio %s: %s s (%s rows/s) against %s s; XLSX %s × CSV;"
                        + " heap %d MB, %d MB after a collection | ≤ 6; ≤ 5; flat |%n",
                today,
                Figures.machine(),
                Figures.two(Figures.load()),
                Figures.whole(rows),
                Figures.two(Figures.median(csv) / Figures.median(copies)),
                Figures.two(Figures.median(csv)),
                Figures.whole(rows / Figures.median(csv)),
                Figures.two(Figures.median(copies)),
                Figures.two(Figures.median(xlsx) / Figures.median(csv)),
                heap.peak(),
                heap.alive());
    }
}
