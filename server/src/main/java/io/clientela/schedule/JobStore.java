package io.clientela.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobStore {

    private static final String INSERT = """
            insert into schedule.job (kind, subject_id, subject_name, state, started_by, created_at)
            values (:kind, :subject, :name, 'waiting', :by, :at)
            """;

    private static final String REPORT = """
            update schedule.job
            set state = :state,
                processed = :processed,
                total = :total,
                error_code = :error,
                started_at = coalesce(started_at, case when :state = 'running' then cast(:at as timestamptz) end),
                finished_at = case when :state in ('done', 'failed', 'cancelled') then cast(:at as timestamptz) end
            where kind = :kind
              and subject_id = :subject
            """;

    private static final String RECENT = """
            select j.job_id, j.kind, j.subject_id, j.subject_name, j.state, j.processed, j.total, j.started_by,
                   j.created_at, j.started_at, j.finished_at, j.error_code
            from schedule.job j
            where :all or j.started_by = :by
            order by j.created_at desc
            limit 200
            """;

    private final JdbcClient sql;

    JobStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(String kind, long subject, String name, long by, Instant at) {
        sql.sql(INSERT)
                .param("kind", kind)
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

    List<Job> recent(long by, boolean all) {
        return sql.sql(RECENT)
                .param("all", all)
                .param("by", by)
                .query((row, n) -> job(row))
                .list();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("job_id"),
                row.getString("kind"),
                row.getLong("subject_id"),
                row.getString("subject_name"),
                row.getString("state"),
                row.getLong("processed"),
                row.getLong("total"),
                row.getLong("started_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("error_code"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
