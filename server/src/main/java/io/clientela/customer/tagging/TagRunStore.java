package io.clientela.customer.tagging;

import io.clientela.customer.tagging.TagRun.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TagRunStore {

    private static final String SELECT = """
            select r.run_id, r.state, r.started_by, r.created_at, r.ended_at, r.after_file, r.processed, r.total, r.changed
            from customer.tag_run r
            """;

    private static final String LAST = SELECT + """
            order by r.run_id desc
            limit 1
            """;

    private static final String LOCK = SELECT + """
            where r.run_id = :id
            for update
            """;

    private static final String INSERT = """
            insert into customer.tag_run (started_by, created_at, total)
            values (:by, :at, (select count(*) from customer.file f where f.listed))
            returning run_id
            """;

    /** Whoever has begun already ends a run that goes on: another begins from the first file. */
    private static final String OVERTAKE = """
            update customer.tag_run
            set state = 'cancelled',
                ended_at = :at
            where state = 'running'
            returning run_id
            """;

    private static final String REACHED = """
            update customer.tag_run
            set after_file = :after,
                processed = processed + :files,
                changed = changed + :changed
            where run_id = :id
            """;

    private static final String END = """
            update customer.tag_run
            set state = :state,
                ended_at = :at
            where run_id = :id
              and state = 'running'
            """;

    // Any number will do as long as nothing else in this database locks it.
    private static final String QUEUE = "select pg_advisory_xact_lock(7205759403822)";

    private final JdbcClient sql;

    TagRunStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Called first in the transaction of a start: one run goes on at a time. */
    void queue() {
        sql.sql(QUEUE).query((row, n) -> 0).list();
    }

    Optional<TagRun> last() {
        return sql.sql(LAST).query((row, n) -> run(row)).optional();
    }

    Optional<TagRun> lock(long id) {
        return sql.sql(LOCK).param("id", id).query((row, n) -> run(row)).optional();
    }

    long insert(long by, Instant at) {
        return sql.sql(INSERT)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** The run that had to give way; empty where none went on. */
    Optional<Long> overtake(Instant at) {
        return sql.sql(OVERTAKE)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    void reached(long id, long after, int files, int changed) {
        sql.sql(REACHED)
                .param("after", after)
                .param("files", files)
                .param("changed", changed)
                .param("id", id)
                .update();
    }

    void end(long id, State state, Instant at) {
        sql.sql(END)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static TagRun run(ResultSet row) throws SQLException {
        return new TagRun(
                row.getLong("run_id"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("started_by"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getLong("after_file"),
                row.getLong("processed"),
                row.getLong("total"),
                row.getLong("changed"));
    }
}
