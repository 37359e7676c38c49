package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Actors;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.FileView;
import io.clientela.exchange.spi.ExportSource;
import io.clientela.kernel.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who hands files over and takes files away, and looks at what became of them. */
class FileDesk {

    private final Uploads uploads;
    private final Imports imports;
    private final Exports exports;
    private final Customers customers;
    private final JdbcClient sql;
    final Actor admin;

    FileDesk(Uploads uploads, Imports imports, Exports exports, Customers customers, Actors actors, JdbcClient sql) {
        this.uploads = uploads;
        this.imports = imports;
        this.exports = exports;
        this.customers = customers;
        this.sql = sql;
        long id = sql.sql("select a.account_id from access.account a where a.name = 'admin'")
                .query(Long.class)
                .single();
        this.admin = actors.actor(id, "127.0.0.1", "page");
    }

    Uploads.Upload upload(String name, byte[] bytes) throws IOException {
        return uploads.take(name, new ByteArrayInputStream(bytes), admin);
    }

    Recognised recognised(String name, byte[] bytes) throws IOException {
        return recognised(name, bytes, admin);
    }

    Recognised recognised(String name, byte[] bytes, Actor actor) throws IOException {
        return imports.recognise(wish(upload(name, bytes), "", Map.of()), actor);
    }

    /** Imports a file as somebody maps it, to the end. */
    Run imported(String name, byte[] bytes, String type, Map<Integer, String> mapping)
            throws IOException, InterruptedException {
        long id = imports.start(wish(upload(name, bytes), type, mapping), admin).id();
        long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!imports.find(id).state().over()) {
            assertThat(System.nanoTime()).as("the run ends").isLessThan(patience);
            Thread.sleep(30);
        }
        return imports.find(id);
    }

    private static ImportWish wish(Uploads.Upload upload, String type, Map<Integer, String> mapping) {
        return new ImportWish(upload.id(), type, "insert", "", "", mapping, false);
    }

    List<ImportRemark> remarks(Run run, String kind) {
        return imports.remarks(run.id(), kind, 0, 1_000, admin);
    }

    /** The files of a run in the order of its rows. */
    List<FileView> files(Run run) {
        return sql.sql("""
                        select f.number
                        from customer.entry e
                        join customer.file f on f.file_id = e.file_id
                        where e.run_id = :run
                        order by e.run_row
                        """).param("run", run.id()).query(String.class).list().stream()
                .map(number -> customers.file(new CustomerNumber(number), admin))
                .toList();
    }

    FileView file(String number) {
        return customers.file(new CustomerNumber(number), admin);
    }

    /** A value as it is stored, empty where there is none. */
    static String value(FileView file, String key) {
        return Optional.ofNullable(file.values().get(key))
                .map(cell -> String.valueOf(cell.value()))
                .orElse("");
    }

    byte[] exported(String type, String format, Map<String, String> filters, Actor actor)
            throws IOException, InterruptedException {
        return exported(type, format, filters, List.of(), actor);
    }

    /** Which columns the trail says the last export took away. */
    List<String> toldOfExport() {
        return List.of(sql.sql("""
                        select e.detail ->> 'columns'
                        from audit.event e
                        where e.action = 'export.made'
                        order by e.event_id desc
                        limit 1
                        """).query(String.class).single().split(","));
    }

    byte[] exported(String type, String format, Map<String, String> filters, List<String> columns, Actor actor)
            throws IOException, InterruptedException {
        long id = exports.start(new ExportSource.Wish(type, "", filters, Optional.empty(), columns, ""), format, actor)
                .id();
        long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!exports.find(id, actor).over()) {
            assertThat(System.nanoTime()).as("the export ends").isLessThan(patience);
            Thread.sleep(30);
        }
        assertThat(exports.find(id, actor).error()).isEmpty();
        return exports.content(id, actor).readAllBytes();
    }

    Run importedCards(String cards) throws IOException, InterruptedException {
        return imported("cards.vcf", cards.getBytes(StandardCharsets.UTF_8), "", Map.of());
    }

    /** The file of the only card. */
    FileView onlyCard(String card) throws IOException, InterruptedException {
        Run run = importedCards(card);
        assertThat(remarks(run, "refused")).isEmpty();
        return files(run).getFirst();
    }
}
