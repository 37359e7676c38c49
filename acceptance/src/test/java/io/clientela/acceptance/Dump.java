package io.clientela.acceptance;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Everything that lies in the database and in the logs, as a thief of a dump would read it. */
record Dump(Map<String, String> texts) {

    private static final String TABLES = """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r'
              and n.nspname not in ('pg_catalog', 'information_schema')
              and n.nspname not like 'pg_toast%'
            """;

    static Dump of(Office office) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        try (Connection connection = office.database();
                Statement statement = connection.createStatement()) {
            Set<String> tables = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                StringWriter text = new StringWriter();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", text);
                texts.put(table, text.toString().toLowerCase(Locale.ROOT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Path log : new Path[] {office.home().resolve("log"), office.home().resolve("postgres.log")}) {
            add(log, texts);
        }
        return new Dump(texts);
    }

    /** Where a value stands, as text or as its bytes. */
    Set<String> placesOf(String value) {
        String text = value.toLowerCase(Locale.ROOT);
        String bytes = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
        Set<String> places = new TreeSet<>();
        texts.forEach((place, content) -> {
            if (content.contains(text) || content.contains(bytes)) {
                places.add(place);
            }
        });
        return places;
    }

    private static void add(Path place, Map<String, String> texts) {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                texts.put(
                        String.valueOf(file.getFileName()),
                        Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
