package io.clientela.customer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far putting merged customers together anew has come. */
@Repository
class ResettlingStore {

    private static final String LOCK = """
            select r.run_id, r.state, r.after_file, r.processed, r.total
            from customer.resettling r
            where r.run_id = :id
            for update
            """;

    private static final String LAST_BEGUN = """
            select r.created_at
            from customer.resettling r
            order by r.run_id desc
            limit 1
            """;

    private static final String EDITION = """
            select coalesce(max(r.edition), 0)
            from customer.resettling r
            """;

    private static final String IS_LAST = """
            select not exists (select 1
                               from customer.resettling r
                               where r.run_id > :id)
            """;

    private static final String INSERT = """
            insert into customer.resettling (created_at, total, edition)
            values (:at, :total, :edition)
            returning run_id
            """;

    private static final String OVERTAKE = """
            update customer.resettling
            set state = 'cancelled',
                ended_at = :at
            where state = 'running'
            returning run_id
            """;

    private static final String REACHED = """
            update customer.resettling
            set after_file = :after,
                processed = processed + :files,
                changed = changed + :changed
            where run_id = :id
            """;

    private static final String END = """
            update customer.resettling
            set state = :state,
                ended_at = :at
            where run_id = :id
              and state = 'running'
            """;

    // Any number will do as long as nothing else in this database locks it.
    private static final String QUEUE = "select pg_advisory_xact_lock(7205759403823)";

    private final JdbcClient sql;

    ResettlingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Called first in the transaction of a start: one run goes on at a time. */
    void queue() {
        sql.sql(QUEUE).query((row, n) -> 0).list();
    }

    Optional<Run> lock(long id) {
        return sql.sql(LOCK)
                .param("id", id)
                .query((row, n) -> new Run(
                        row.getLong("run_id"),
                        row.getString("state"),
                        row.getLong("after_file"),
                        row.getLong("processed"),
                        row.getLong("total")))
                .optional();
    }

    Optional<Instant> lastBegun() {
        return sql.sql(LAST_BEGUN).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** The latest edition of the product's own rules any run went by; 0 where there was none. */
    int edition() {
        return sql.sql(EDITION).query(Integer.class).single();
    }

    /** Whether none has begun since. */
    boolean isLast(long id) {
        return sql.sql(IS_LAST).param("id", id).query(Boolean.class).single();
    }

    long insert(Instant at, long total) {
        return sql.sql(INSERT)
                .param("at", Timestamp.from(at))
                .param("total", total)
                .param("edition", SurvivorshipRules.EDITION)
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

    void end(long id, String state, Instant at) {
        sql.sql(END)
                .param("state", state)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    record Run(long id, String state, long after, long processed, long total) {
        boolean isGoing() {
            return state.equals("running");
        }
    }
}
