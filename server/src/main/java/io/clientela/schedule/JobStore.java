package io.clientela.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobStore {

    private static final String INSERT = """
            insert into schedule.job (kind, name_key, subject_id, subject_name, state, started_by, created_at)
            values (:kind, :key, :subject, :name, 'waiting', :by, :at)
            """;

    /** Of the newest about a subject: those before it keep how they ended. A gap longer than a minute is a stop, not work. */
    private static final String REPORT = """
            update schedule.job
            set state = :state,
                busy_millis = busy_millis + case
                  when state = 'running' and moved_at is not null
                  then least(60000, greatest(0, extract(epoch from cast(:at as timestamptz) - moved_at) * 1000))::bigint
                  else 0
                end,
                moved_at = :at,
                processed = :processed,
                total = :total,
                error_code = :error,
                started_at = coalesce(started_at, case when :state = 'running' then cast(:at as timestamptz) end),
                finished_at = case when :state in ('done', 'failed', 'cancelled') then cast(:at as timestamptz) end
            where job_id = (
                select max(j.job_id)
                from schedule.job j
                where j.kind = :kind
                  and j.subject_id = :subject)
            """;

    private static final String SELECT = """
            select j.job_id, j.kind, j.name_key, j.subject_id, j.subject_name, j.state, j.processed, j.total, j.busy_millis,
                   j.started_by, j.created_at, j.started_at, j.finished_at, j.error_code
            from schedule.job j
            """;

    private static final String RECENT = SELECT + """
            where (:all or j.started_by = :by)
              and j.job_id < :before
              and (:state = '' or j.state = :state)
              and (:name = '' or j.name_key = :name or (j.name_key = '' and j.kind = :name))
            order by j.job_id desc
            limit :limit
            """;

    private static final String FIND = SELECT + """
            where j.job_id = :job
            """;

    private static final String LAST_OF = SELECT + """
            where j.kind = :kind
              and j.subject_id = :subject
            order by j.job_id desc
            limit 1
            """;

    private static final String WANT = """
            update schedule.job
            set wanted = :wanted
            where job_id = (
                select max(j.job_id)
                from schedule.job j
                where j.kind = :kind
                  and j.subject_id = :subject)
            """;

    private static final String WANTED = """
            select j.wanted
            from schedule.job j
            where j.kind = :kind
              and j.subject_id = :subject
            order by j.job_id desc
            limit 1
            """;

    private static final String WAKE = """
            update schedule.job
            set woken = :woken
            where job_id = (
                select max(j.job_id)
                from schedule.job j
                where j.kind = :kind
                  and j.subject_id = :subject)
            """;

    /** Waits for whoever is waking the job, so that it is seen. */
    private static final String WOKEN = """
            select j.woken
            from schedule.job j
            where j.job_id = (
                select max(n.job_id)
                from schedule.job n
                where n.kind = :kind
                  and n.subject_id = :subject)
            for update
            """;

    private static final String COUNTS = """
            select count(*) filter (where j.state = 'waiting') as waiting,
                   count(*) filter (where j.state = 'running') as running,
                   count(*) filter (where j.state = 'paused') as paused,
                   count(*) filter (where j.state = 'failed' and j.finished_at > :since) as failed,
                   min(j.created_at) filter (where j.state = 'waiting') as oldest
            from schedule.job j
            """;

    private final JdbcClient sql;

    JobStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(String kind, String key, long subject, String name, long by, Instant at) {
        sql.sql(INSERT)
                .param("kind", kind)
                .param("key", key)
                .param("subject", subject)
                .param("name", name)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void report(
            String kind, long subject, String state, long processed, long total, Optional<String> error, Instant at) {
        sql.sql(REPORT)
                .param("state", state)
                .param("processed", processed)
                .param("total", total)
                .param("error", error.orElse(null), Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }

    List<Job> recent(Jobs.Question asked, long by, boolean all) {
        return sql.sql(RECENT)
                .param("all", all && !asked.mine())
                .param("by", by)
                .param("before", asked.before())
                .param("state", asked.state())
                .param("name", asked.name())
                .param("limit", asked.limit())
                .query((row, n) -> job(row))
                .list();
    }

    Optional<Job> find(long id) {
        return sql.sql(FIND).param("job", id).query((row, n) -> job(row)).optional();
    }

    Optional<Job> lastOf(String kind, long subject) {
        return sql.sql(LAST_OF)
                .param("kind", kind)
                .param("subject", subject)
                .query((row, n) -> job(row))
                .optional();
    }

    void want(String kind, long subject, String wanted) {
        sql.sql(WANT)
                .param("wanted", wanted)
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }

    Optional<String> wanted(String kind, long subject) {
        return sql.sql(WANTED)
                .param("kind", kind)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    /** Marks a job as one to run again, or takes the mark away; holds it until the transaction ends. */
    void wake(String kind, long subject, boolean woken) {
        sql.sql(WAKE)
                .param("woken", woken)
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }

    /** Whether a job bears that mark; holds it until the transaction ends. */
    boolean woken(String kind, long subject) {
        return sql.sql(WOKEN)
                .param("kind", kind)
                .param("subject", subject)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    Counts counts(Instant since) {
        return sql.sql(COUNTS)
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Counts(
                        row.getLong("waiting"),
                        row.getLong("running"),
                        row.getLong("paused"),
                        row.getLong("failed"),
                        instant(row, "oldest")))
                .single();
    }

    /** How many jobs there are; {@code failed} of late. */
    record Counts(long waiting, long running, long paused, long failed, Optional<Instant> oldestWaiting) {}

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("job_id"),
                row.getString("kind"),
                named(row.getString("name_key"), row.getString("kind")),
                row.getLong("subject_id"),
                row.getString("subject_name"),
                row.getString("state"),
                row.getLong("processed"),
                row.getLong("total"),
                row.getLong("busy_millis"),
                row.getLong("started_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                Optional.ofNullable(row.getString("error_code")));
    }

    /** Started by an older server. */
    private static String named(String key, String kind) {
        return key.isEmpty() ? kind : key;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
