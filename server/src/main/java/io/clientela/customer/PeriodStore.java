package io.clientela.customer;

import io.clientela.customer.StageEffects.Move;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Since when, and until when, files said the values of their dated fields. */
@Repository
class PeriodStore {

    private static final String COPY = """
            copy customer.period (file_id, head_id, field, value, from_entry, from_at)
            from stdin (format binary)
            """;

    private static final String END = """
            update customer.period
            set until_entry = :entry,
                until_at = :at
            where file_id = :file
              and field = :field
              and value = any(:values)
              and until_entry is null
            """;

    /** An open end stays open: {@code least} would take the moment for it. */
    private static final String NOT_AFTER = """
            update customer.period
            set from_at = least(from_at, :at),
                until_at = case when until_at > :at then :at else until_at end
            where file_id = :file
              and (from_at > :at or until_at > :at)
            """;

    private static final String OF_FILE = """
            select p.field, p.value, p.from_entry, p.from_at, p.until_entry, p.until_at
            from customer.period p
            where p.file_id = :file
            order by p.from_at desc, p.from_entry desc, p.field, p.value
            """;

    private static final String STAGES_ENTERED = """
            select coalesce(before.value, '') as was, p.value as became, count(*) as made
            from customer.period p
            left join customer.period before
              on before.file_id = p.file_id
              and before.field = p.field
              and before.until_entry = p.from_entry
            where p.field = 'lifecycle_stage'
              and p.value = any(:stages)
              and p.from_at >= :since
              and p.from_entry > 1
            group by 1, 2
            """;

    private final JdbcClient sql;
    private final Copy copy;

    PeriodStore(JdbcClient sql, Copy copy) {
        this.sql = sql;
        this.copy = copy;
    }

    static void layOut(CopyRows rows, long fileId, String field, String value, int entry, Instant at) {
        rows.row(6)
                .bigint(fileId)
                .bigint(fileId)
                .text(field)
                .text(value)
                .integer(entry)
                .instant(at);
    }

    void insertAll(CopyRows rows) {
        copy.in(COPY, rows);
    }

    void end(long fileId, String field, List<String> values, int entry, Instant at) {
        sql.sql(END)
                .param("file", fileId)
                .param("field", field)
                .param("values", values.toArray(String[]::new))
                .param("entry", entry)
                .param("at", moment(at))
                .update();
    }

    /** What bears a later time than an entry that came after it counts from that entry's time on. */
    void notAfter(long fileId, Instant at) {
        sql.sql(NOT_AFTER).param("file", fileId).param("at", moment(at)).update();
    }

    /** How often files that were there already have come into these stages since then, by the stage they had. */
    Map<Move, Long> stagesEntered(List<String> stages, Instant since) {
        Map<Move, Long> made = new HashMap<>();
        RowCallbackHandler each =
                row -> made.put(new Move(row.getString("was"), row.getString("became")), row.getLong("made"));
        sql.sql(STAGES_ENTERED)
                .param("stages", stages.toArray(String[]::new))
                .param("since", moment(since))
                .query(each);
        return made;
    }

    /** As COPY writes it: the driver would round up what is finer than a microsecond. */
    private static Timestamp moment(Instant at) {
        return Timestamp.from(at.truncatedTo(ChronoUnit.MICROS));
    }

    /** The latest first. */
    List<Period> of(long fileId) {
        return sql.sql(OF_FILE)
                .param("file", fileId)
                .query((row, n) -> period(row))
                .list();
    }

    private static Period period(ResultSet row) throws SQLException {
        int untilEntry = row.getInt("until_entry");
        boolean open = row.wasNull();
        return new Period(
                row.getString("field"),
                row.getString("value"),
                row.getInt("from_entry"),
                row.getTimestamp("from_at").toInstant(),
                open ? OptionalInt.empty() : OptionalInt.of(untilEntry),
                Optional.ofNullable(row.getTimestamp("until_at")).map(Timestamp::toInstant));
    }
}
