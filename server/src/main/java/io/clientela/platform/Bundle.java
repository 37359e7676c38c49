package io.clientela.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.util.ConcurrentLruCache;

/**
 * Statements of the running transaction that go to the database in one journey. They take effect in their order, and only once they
 * are sent: whoever reads what they write sends them first. One that fails lets all of them fail.
 */
public final class Bundle {

    private static final int REMEMBERED = 256;
    private static final ConcurrentLruCache<String, Text> TEXTS = new ConcurrentLruCache<>(REMEMBERED, Text::of);

    private final JdbcOperations jdbc;
    private final List<Text> texts = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    Bundle(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement with named parameters, which {@link Statement#add} or {@link Statement#query} completes. */
    public Statement sql(String text) {
        return new Statement(TEXTS.get(text));
    }

    /** Sends what is left. */
    public void send() {
        if (!texts.isEmpty()) {
            send(null);
        }
    }

    private <T> List<T> send(@Nullable RowMapper<T> lastRows) {
        String joined = texts.stream().map(Text::positional).collect(Collectors.joining(";\n"));
        ArgumentPreparedStatementSetter setter = new ArgumentPreparedStatementSetter(values.toArray());
        int count = texts.size();
        texts.clear();
        values.clear();
        PreparedStatementCallback<List<T>> exchange = statement -> {
            setter.setValues(statement);
            return results(statement, count, lastRows);
        };
        List<T> rows = jdbc.execute(connection -> connection.prepareStatement(joined), exchange);
        return rows == null ? List.of() : rows;
    }

    private static <T> List<T> results(PreparedStatement statement, int count, @Nullable RowMapper<T> lastRows)
            throws SQLException {
        boolean isRows = statement.execute();
        for (int i = 1; i < count; i++) {
            isRows = statement.getMoreResults();
        }
        return isRows && lastRows != null
                ? new RowMapperResultSetExtractor<>(lastRows).extractData(statement.getResultSet())
                : List.of();
    }

    /** A statement about to join the others. */
    public final class Statement {
        private final Text text;
        private final MapSqlParameterSource parameters = new MapSqlParameterSource();

        private Statement(Text text) {
            this.text = text;
        }

        public Statement param(String name, @Nullable Object value) {
            parameters.addValue(name, value);
            return this;
        }

        /** {@code type} is one of {@link java.sql.Types}. */
        public Statement param(String name, @Nullable Object value, int type) {
            parameters.addValue(name, value, type);
            return this;
        }

        /** To be sent later. */
        public void add() {
            texts.add(text);
            values.addAll(Arrays.asList(NamedParameterUtils.buildValueArray(text.parsed(), parameters, null)));
        }

        /** Sends all there are, this one as the last, and answers its rows. */
        public <T> List<T> query(RowMapper<T> rows) {
            add();
            return send(rows);
        }
    }

    /** A statement as it was written and as the driver takes it. */
    private record Text(ParsedSql parsed, String positional) {
        static Text of(String sql) {
            ParsedSql parsed = NamedParameterUtils.parseSqlStatement(sql.strip());
            return new Text(parsed, NamedParameterUtils.substituteNamedParameters(parsed, null));
        }
    }
}
