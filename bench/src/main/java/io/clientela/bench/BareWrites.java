package io.clientela.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;

/** What a change is held against: one transaction that changes a row of a wide table and adds others to a narrow one. */
final class BareWrites implements AutoCloseable {

    private static final String MAKE = """
            drop schema if exists bench_writes cascade;
            create schema bench_writes;
            create table bench_writes.wide (
              id bigint primary key, number text not null, name text not null, mobile text, email text, address text,
              remarks text, version bigint not null
            );
            create index on bench_writes.wide (mobile);
            create table bench_writes.narrow (
              id bigint generated always as identity primary key, wide_id bigint not null, body bytea not null
            );
            create index on bench_writes.narrow (wide_id);
            """;

    private static final String FILL = """
            insert into bench_writes.wide (id, number, name, mobile, email, address, remarks, version)
            select n, 'C' || n, '王' || n, '+86138' || n, n || '@example.com', '人民路 ' || n, repeat('x', 300), 1
            from generate_series(1, ?) n
            """;

    private static final String CHANGE = """
            update bench_writes.wide
            set mobile = ?, address = ?, version = version + 1
            where id = ?
            """;

    private static final String ADD = """
            insert into bench_writes.narrow (wide_id, body)
            values (?, ?)
            """;

    private static final String DROP = """
            drop schema bench_writes cascade
            """;

    private final Connection connection;
    private final PreparedStatement change;
    private final PreparedStatement add;
    private final int changed;
    private final int apart;
    private final byte[] body = new byte[200];

    /** The wide table has as many rows as there are customers, and as many of them, far apart, are changed, so that both sides find their rows alike. */
    BareWrites(Connection connection, int customers, int changed) throws SQLException {
        this.connection = connection;
        this.changed = changed;
        this.apart = customers / changed;
        try (Statement statement = connection.createStatement()) {
            statement.execute(MAKE);
        }
        try (PreparedStatement fill = connection.prepareStatement(FILL)) {
            fill.setInt(1, customers);
            fill.execute();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze bench_writes.wide");
        }
        this.change = connection.prepareStatement(CHANGE);
        this.add = connection.prepareStatement(ADD);
        connection.setAutoCommit(false);
    }

    /** One transaction of so many row writes. */
    void write(int rows, SplittableRandom random) throws SQLException {
        long id = 1L + (long) random.nextInt(changed) * apart;
        change.setString(1, "+86138" + random.nextInt(100_000_000));
        change.setString(2, "解放路 " + random.nextInt(1_000));
        change.setLong(3, id);
        change.executeUpdate();
        for (int i = 1; i < rows; i++) {
            random.nextBytes(body);
            add.setLong(1, id);
            add.setBytes(2, body);
            add.executeUpdate();
        }
        connection.commit();
    }

    static String syncs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('fsync') || '/'" + " || current_setting('synchronous_commit')")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(DROP);
        }
    }
}
