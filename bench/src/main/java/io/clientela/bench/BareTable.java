package io.clientela.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What an import is held against: one table of the same 20 columns with 8 indexes, filled by one COPY. */
final class BareTable {

    private static final String DROP = """
            drop schema if exists bench cascade
            """;

    private static final String MAKE = """
            create schema bench;
            create table bench.person (
              external_id text, name text, gender text, birth_date date, document_type text, document_number text, mobile text,
              phone text, email text, region text, city text, postal_code text, address text, occupation text, employer text,
              education text, source_channel text, first_contact_on date, needs text, remarks text
            );
            create unique index on bench.person (external_id);
            create index on bench.person (name);
            create index on bench.person (document_number);
            create index on bench.person (mobile);
            create index on bench.person (email);
            create index on bench.person (region);
            create index on bench.person (birth_date);
            create index on bench.person (source_channel, first_contact_on);
            """;

    private static final String EMPTY = """
            truncate bench.person
            """;

    private static final String COPY = """
            copy bench.person from stdin (format csv, header)
            """;

    private BareTable() {}

    static void make(Connection connection) throws SQLException {
        execute(connection, DROP + ";" + MAKE);
    }

    static void drop(Connection connection) throws SQLException {
        execute(connection, DROP);
    }

    /** Seconds of one COPY into the empty table, its commit included. */
    static double copy(Connection connection, Path file) throws SQLException, IOException {
        execute(connection, EMPTY);
        try (InputStream rows = Files.newInputStream(file)) {
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, rows, 1 << 16);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    static String version(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
