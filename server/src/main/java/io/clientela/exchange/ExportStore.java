package io.clientela.exchange;

import io.clientela.exchange.spi.ExportSource;
import io.clientela.platform.Housekeeping;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExportStore implements Housekeeping {

    /** How long a finished export can be fetched. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final String PLACE = "export-wish";

    private static final String INSERT = """
            insert into exchange.export (record_type, format, wish, state, started_by, created_at, expires_at)
            values (:record, :format, :wish, 'waiting', :by, :at, :expires)
            returning export_id
            """;

    private static final String FIND = """
            select e.export_id, e.record_type, e.format, e.state, e.processed, e.started_by, e.created_at, e.finished_at,
                   e.upload_id, e.error_code
            from exchange.export e
            where e.export_id = :id
            """;

    private static final String WISH = """
            select e.wish
            from exchange.export e
            where e.export_id = :id
            """;

    private static final String MOVE = """
            update exchange.export
            set state = :state,
                processed = :processed,
                error_code = :error,
                finished_at = case when :state in ('failed', 'cancelled') then cast(:at as timestamptz) end
            where export_id = :id
            """;

    private static final String DONE = """
            update exchange.export
            set state = 'done',
                processed = :processed,
                upload_id = :upload,
                finished_at = :at
            where export_id = :id
            """;

    /** One that is still made keeps its row, which says what to make. */
    private static final String DELETE_EXPIRED = """
            delete from exchange.export e
            where e.expires_at < :now
              and e.state in ('done', 'failed', 'cancelled')
            """;

    private final JdbcClient sql;
    private final SealKey key;

    ExportStore(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.key = vault.purpose(PLACE);
    }

    long insert(ExportSource.Wish wish, String format, long by, Instant at) {
        return sql.sql(INSERT)
                .param("record", wish.record())
                .param("format", format)
                .param("wish", key.seal(Json.bytes(Stored.of(wish)), PLACE))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(at.plus(KEPT)))
                .query(Long.class)
                .single();
    }

    Optional<Export> find(long id) {
        return sql.sql(FIND)
                .param("id", id)
                .query((row, n) -> {
                    long upload = row.getLong("upload_id");
                    return new Export(
                            row.getLong("export_id"),
                            row.getString("record_type"),
                            row.getString("format"),
                            row.getString("state"),
                            row.getLong("processed"),
                            row.getLong("started_by"),
                            row.getTimestamp("created_at").toInstant(),
                            Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
                            upload == 0 ? Optional.empty() : Optional.of(upload),
                            Optional.ofNullable(row.getString("error_code")));
                })
                .optional();
    }

    ExportSource.Wish wish(long id) {
        byte[] sealed = sql.sql(WISH)
                .param("id", id)
                .query((row, n) -> row.getBytes("wish"))
                .single();
        return Json.read(key.open(sealed, PLACE), Stored.class).wish();
    }

    void move(long id, String state, long processed, Optional<String> error, Instant at) {
        sql.sql(MOVE)
                .param("state", state)
                .param("processed", processed)
                .param("error", error.orElse(null), Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void done(long id, long upload, long processed, Instant at) {
        sql.sql(DONE)
                .param("processed", processed)
                .param("upload", upload)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    @Override
    public String name() {
        return "exports";
    }

    /** The files expire by themselves, as uploads. */
    @Override
    public long tidy(Instant now) {
        return sql.sql(DELETE_EXPIRED).param("now", Timestamp.from(now)).update();
    }

    private record Stored(
            String record, String text, Map<String, String> filters, String asOf, List<String> columns, String reason) {
        static Stored of(ExportSource.Wish wish) {
            return new Stored(
                    wish.record(),
                    wish.text(),
                    wish.filters(),
                    wish.asOf().map(Instant::toString).orElse(""),
                    wish.columns(),
                    wish.reason());
        }

        ExportSource.Wish wish() {
            return new ExportSource.Wish(
                    record,
                    text,
                    filters,
                    asOf.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(asOf)),
                    columns,
                    reason);
        }
    }
}
