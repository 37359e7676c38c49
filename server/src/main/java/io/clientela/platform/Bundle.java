package io.clientela.platform;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
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
 * Statements that go to the database in one journey. They take effect in their order, and only once they
 * are sent: whoever reads what they write sends them first. One that fails lets all of them fail. What is written is
 * written in the running transaction; questions may wait in it like any other statement, also where there is none.
 */
public final class Bundle {

    private static final int REMEMBERED = 256;
    private static final ConcurrentLruCache<String, Text> TEXTS = new ConcurrentLruCache<>(REMEMBERED, Text::of);

    private final JdbcOperations jdbc;
    private final List<Text> texts = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<@Nullable Answer<?>> answers = new ArrayList<>();

    Bundle(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement with named parameters, which {@link Statement#add}, {@link Statement#ask} or {@link Statement#query} completes. */
    public Statement sql(String text) {
        return new Statement(TEXTS.get(text));
    }

    /** Sends what is left. */
    public void send() {
        if (texts.isEmpty()) {
            return;
        }
        String joined = texts.stream().map(Text::positional).collect(Collectors.joining(";\n"));
        ArgumentPreparedStatementSetter setter = new ArgumentPreparedStatementSetter(values.toArray());
        List<@Nullable Answer<?>> asked = new ArrayList<>(answers);
        texts.clear();
        values.clear();
        answers.clear();
        PreparedStatementCallback<Integer> exchange = statement -> {
            setter.setValues(statement);
            read(statement, asked);
            return asked.size();
        };
        jdbc.execute(connection -> connection.prepareStatement(joined), exchange);
    }

    private static void read(PreparedStatement statement, List<@Nullable Answer<?>> asked) throws SQLException {
        statement.execute();
        for (int i = 0; i < asked.size(); i++) {
            if (i > 0) {
                statement.getMoreResults();
            }
            Answer<?> answer = asked.get(i);
            if (answer != null) {
                answer.read(Objects.requireNonNull(statement.getResultSet(), "a question was answered without rows"));
            }
        }
    }

    /** Rows that are there once the bundle was sent. */
    public static final class Answer<T> implements Supplier<List<T>> {
        private final RowMapper<T> mapper;
        private @Nullable List<T> rows;

        private Answer(RowMapper<T> mapper) {
            this.mapper = mapper;
        }

        private void read(ResultSet result) throws SQLException {
            rows = new RowMapperResultSetExtractor<>(mapper).extractData(result);
        }

        /** Throws {@link IllegalStateException} before the bundle was sent. */
        @Override
        public List<T> get() {
            List<T> known = rows;
            if (known == null) {
                throw new IllegalStateException("the bundle wasn't sent yet");
            }
            return known;
        }
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
            add(null);
        }

        /** To be sent later, with rows to answer. */
        public <T> Answer<T> ask(RowMapper<T> rows) {
            Answer<T> answer = new Answer<>(rows);
            add(answer);
            return answer;
        }

        /** Sends all there are, this one as the last, and answers its rows. */
        public <T> List<T> query(RowMapper<T> rows) {
            Answer<T> answer = ask(rows);
            send();
            return answer.get();
        }

        private void add(@Nullable Answer<?> answer) {
            texts.add(text);
            values.addAll(Arrays.asList(NamedParameterUtils.buildValueArray(text.parsed(), parameters, null)));
            answers.add(answer);
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
