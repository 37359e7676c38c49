package io.clientela.exchange;

import io.clientela.exchange.spi.ExportSource;
import io.clientela.kernel.Actor;
import io.clientela.kit.format.RowWriter;
import io.clientela.platform.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes what an export asked for, in its format, record by record. */
final class ExportFiles {

    private ExportFiles() {}

    static ExportSource.Form form(String format) {
        return switch (format) {
            case "json" -> ExportSource.Form.RECORDS;
            case "vcf" -> ExportSource.Form.CARDS;
            default -> ExportSource.Form.TABLE;
        };
    }

    static String contentType(String format) {
        return switch (format) {
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "json" -> "application/json;charset=UTF-8";
            case "vcf" -> "text/vcard;charset=UTF-8";
            case "tsv" -> "text/tab-separated-values;charset=UTF-8";
            default -> "text/csv;charset=UTF-8";
        };
    }

    /** Calls {@code written} after each record. */
    static void write(
            Export export,
            ExportSource.Wish wish,
            Map<String, String> columns,
            ExportSource source,
            Actor actor,
            OutputStream out,
            Runnable written)
            throws IOException {
        switch (export.format()) {
            case "json" -> json(wish, source, actor, out, written);
            case "vcf" ->
                source.eachCard(wish, actor, card -> {
                    put(out, card);
                    written.run();
                });
            default -> table(export, wish, columns, source, actor, out, written);
        }
    }

    private static void table(
            Export export,
            ExportSource.Wish wish,
            Map<String, String> columns,
            ExportSource source,
            Actor actor,
            OutputStream out,
            Runnable written)
            throws IOException {
        RowWriter writer = switch (export.format()) {
            case "xlsx" -> RowWriter.xlsx(out, Long.toString(export.id()));
            case "tsv" -> RowWriter.csv(out, '\t', true);
            default -> RowWriter.csv(out, ',', true);
        };
        writer.write(List.copyOf(columns.values()));
        source.each(wish, List.copyOf(columns.keySet()), actor, cells -> {
            try {
                writer.write(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written.run();
        });
        writer.close();
    }

    /** One object, so that a reader knows what it has before it; a customer a line, so that nobody has to read it whole. */
    private static void json(
            ExportSource.Wish wish, ExportSource source, Actor actor, OutputStream out, Runnable written) {
        put(
                out,
                "{\"form\":\"clientela-1\",\"type\":" + Json.write(wish.record()) + ","
                        + Json.write(source.named().records()) + ":[");
        boolean[] begun = new boolean[1];
        source.eachRecord(wish, actor, record -> {
            put(out, (begun[0] ? ",\n" : "\n") + Json.write(record));
            begun[0] = true;
            written.run();
        });
        put(out, "\n]}\n");
    }

    private static void put(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
