package io.clientela.matching;

import io.clientela.kit.match.Thresholds;
import io.clientela.matching.MatchingRun.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MatchingRunStore {

    private static final String TURN = """
            select t.counted
            from matching.turn t
            for update
            """;

    /** Before the database looks for two that wait for each other, after a second, so that never a person's merge is broken off. */
    private static final String GIVE_WAY = """
            select set_config('lock_timeout', '500ms', true)
            """;

    private static final String COUNTED = """
            update matching.turn
            set counted = :counted
            """;

    private static final String INSERT = """
            insert into matching.run (state, started_by, created_at, same_from, ask_from)
            values ('waiting', :by, :at, :same, :ask)
            returning run_id
            """;

    private static final String COLUMNS = """
            r.run_id, r.state, r.started_by, r.created_at, r.finished_at, r.same_from, r.ask_from, r.files, r.pairs,
            r.groups, r.same_files, r.ask_files, r.merged, r.error_code
            """;

    private static final String FIND = "select " + COLUMNS + """
            from matching.run r
            where r.run_id = :id
            """;

    private static final String LATEST = "select " + COLUMNS + """
            from matching.run r
            order by r.run_id desc
            limit 1
            """;

    private static final String LAST_DONE = "select " + COLUMNS + """
            from matching.run r
            where r.state = 'done'
            order by r.run_id desc
            limit 1
            """;

    private static final String GOING = """
            select exists (
              select 1
              from matching.run r
              where r.state in ('waiting', 'running'))
            """;

    private static final String BEGIN = """
            update matching.run
            set state = 'running',
                started_at = coalesce(started_at, :at),
                files = 0,
                pairs = 0,
                groups = 0,
                same_files = 0,
                ask_files = 0
            where run_id = :id
              and state in ('waiting', 'running')
            """;

    private static final String ADD = """
            update matching.run
            set files = files + :files,
                pairs = pairs + :pairs,
                groups = groups + :groups,
                same_files = same_files + :same,
                ask_files = ask_files + :ask
            where run_id = :id
            """;

    private static final String MERGED = """
            update matching.run
            set merged = merged + :merged
            where run_id = :id
            """;

    private static final String END = """
            update matching.run
            set state = :state,
                finished_at = :at,
                error_code = :error
            where run_id = :id
              and state in ('waiting', 'running')
            """;

    private final JdbcClient sql;

    MatchingRunStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Called first in every transaction that writes pairs: waits for its turn. The answer is how many customers were counted. */
    long turn() {
        return sql.sql(TURN).query(Long.class).single();
    }

    /**
     * Has the rest of the transaction broken off rather than wait for somebody who merges: both write the same rows in orders of their
     * own, and what is found can be found again.
     */
    void giveWay() {
        sql.sql(GIVE_WAY).query(String.class).single();
    }

    void counted(long files) {
        sql.sql(COUNTED).param("counted", files).update();
    }

    long insert(long by, Instant at, Thresholds thresholds) {
        return sql.sql(INSERT)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("same", thresholds.same())
                .param("ask", thresholds.ask())
                .query(Long.class)
                .single();
    }

    Optional<MatchingRun> find(long id) {
        return sql.sql(FIND).param("id", id).query((row, n) -> run(row)).optional();
    }

    Optional<MatchingRun> latest() {
        return sql.sql(LATEST).query((row, n) -> run(row)).optional();
    }

    Optional<MatchingRun> lastDone() {
        return sql.sql(LAST_DONE).query((row, n) -> run(row)).optional();
    }

    boolean going() {
        return sql.sql(GOING).query(Boolean.class).single();
    }

    /** One that broke off begins anew. */
    boolean begin(long id, Instant at) {
        return sql.sql(BEGIN).param("id", id).param("at", Timestamp.from(at)).update() > 0;
    }

    void add(long id, long files, long pairs, Stored stored) {
        sql.sql(ADD)
                .param("id", id)
                .param("files", files)
                .param("pairs", pairs)
                .param("groups", stored.groups())
                .param("same", stored.same())
                .param("ask", stored.ask())
                .update();
    }

    void merged(long id, long files) {
        sql.sql(MERGED).param("id", id).param("merged", files).update();
    }

    boolean end(long id, State state, Instant at, Optional<String> error) {
        return sql.sql(END)
                        .param("id", id)
                        .param("state", state.text())
                        .param("at", Timestamp.from(at))
                        .param("error", error.orElse(null))
                        .update()
                > 0;
    }

    private static MatchingRun run(ResultSet row) throws SQLException {
        return new MatchingRun(
                row.getLong("run_id"),
                State.of(row.getString("state")),
                row.getLong("started_by"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
                row.getDouble("same_from"),
                row.getDouble("ask_from"),
                row.getLong("files"),
                row.getLong("pairs"),
                row.getLong("groups"),
                row.getLong("same_files"),
                row.getLong("ask_files"),
                row.getLong("merged"),
                Optional.ofNullable(row.getString("error_code")));
    }

    /** How many groups were stored, and how many customers in those that are the same and those to be asked about. */
    record Stored(long groups, long same, long ask) {}
}
