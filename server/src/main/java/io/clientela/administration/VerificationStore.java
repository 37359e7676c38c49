package io.clientela.administration;

import io.clientela.audit.AuditReport;
import io.clientela.audit.AuditReport.Kind;
import io.clientela.audit.AuditReport.Trouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VerificationStore {

    private static final String INSERT = """
            insert into administration.verification (state, rows, asked_by, asked_at)
            values ('waiting', :rows, :by, :at)
            returning verification_id
            """;

    private static final String SELECT = """
            select v.verification_id, v.state, v.checked, v.rows, v.trouble, v.seal_no, v.event_id, v.asked_by, v.asked_at,
                   v.finished_at
            from administration.verification v
            """;

    private static final String FIND = SELECT + """
            where v.verification_id = :id
            """;

    private static final String LAST = SELECT + """
            order by v.verification_id desc
            limit 1
            """;

    private static final String MOVE = """
            update administration.verification
            set state = :state,
                checked = :checked,
                finished_at = case when :state in ('done', 'failed', 'cancelled') then cast(:at as timestamptz) end
            where verification_id = :id
            """;

    private static final String DONE = """
            update administration.verification
            set state = 'done',
                checked = :checked,
                trouble = :trouble,
                seal_no = :seal,
                event_id = :event,
                finished_at = :at
            where verification_id = :id
            """;

    private final JdbcClient sql;

    VerificationStore(JdbcClient sql) {
        this.sql = sql;
    }

    long insert(long rows, long by, Instant at) {
        return sql.sql(INSERT)
                .param("rows", rows)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    Optional<Verification> find(long id) {
        return sql.sql(FIND)
                .param("id", id)
                .query((row, n) -> verification(row))
                .optional();
    }

    Optional<Verification> last() {
        return sql.sql(LAST).query((row, n) -> verification(row)).optional();
    }

    void move(long id, String state, long checked, Instant at) {
        sql.sql(MOVE)
                .param("state", state)
                .param("checked", checked)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void done(long id, AuditReport report, Instant at) {
        sql.sql(DONE)
                .param("checked", report.checked())
                .param(
                        "trouble",
                        report.trouble()
                                .map(found -> found.kind().name().toLowerCase(Locale.ROOT))
                                .orElse(null),
                        Types.VARCHAR)
                .param("seal", report.trouble().map(Trouble::sealNo).orElse(0L))
                .param("event", report.trouble().map(Trouble::eventId).orElse(0L))
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static Verification verification(ResultSet row) throws SQLException {
        String trouble = row.getString("trouble");
        return new Verification(
                row.getLong("verification_id"),
                row.getString("state"),
                row.getLong("checked"),
                row.getLong("rows"),
                trouble == null
                        ? Optional.empty()
                        : Optional.of(new Trouble(
                                Kind.valueOf(trouble.toUpperCase(Locale.ROOT)),
                                row.getLong("seal_no"),
                                row.getLong("event_id"))),
                row.getLong("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }
}
