package io.clientela.correction;

import io.clientela.correction.BulkChange.Counts;
import io.clientela.correction.BulkChange.Failure;
import io.clientela.correction.BulkChange.State;
import io.clientela.correction.BulkChange.Undo;
import io.clientela.platform.Housekeeping;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
class BulkStore implements Housekeeping {

    /** How long after its end a bulk change can be taken back, and is known by more than its numbers. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final String PLACE = "bulk-change";

    private static final String NEXT = """
            select nextval('kernel.run_seq')
            """;

    private static final String INSERT = """
            insert into correction.bulk_change (bulk_id, state, wish, started_by, created_at)
            values (:id, 'checking', :wish, :by, :at)
            """;

    private static final String COLUMNS = """
            b.bulk_id, b.state, b.wish, b.started_by, b.created_at, b.finished_at, b.total, b.missing, b.after_position,
            b.foreseen_changed, b.foreseen_unchanged, b.foreseen_pending, b.foreseen_refused, b.changed, b.unchanged,
            b.pending, b.refused, b.undo_reason, b.undo_by, b.undo_at, b.undone_at, b.reverted, b.kept, b.error_code,
            b.error_details
            """;

    private static final String FIND = "select " + COLUMNS + """
            from correction.bulk_change b
            where b.bulk_id = :id
            """;

    private static final String RECENT = "select " + COLUMNS + """
            from correction.bulk_change b
            where b.started_by = :by
            order by b.bulk_id desc
            limit :limit
            """;

    private static final String FIX = """
            update correction.bulk_change
            set total = :total,
                missing = :missing
            where bulk_id = :id
            """;

    /** A new stage begins with the first file; going on with one that broke off doesn't. */
    private static final String MOVE = """
            update correction.bulk_change
            set state = :to,
                wanted = case when :to in ('running', 'undoing') then 'run' else wanted end,
                after_position = case when :again then 0 else after_position end,
                started_at = case when :to = 'running' then coalesce(started_at, cast(:at as timestamptz)) else started_at end,
                finished_at = case
                  when :to in ('done', 'cancelled', 'failed') then cast(:at as timestamptz)
                  when :to in ('undoing', 'undone') then finished_at
                end,
                undone_at = case when :to = 'undone' then cast(:at as timestamptz) end,
                error_code = :error,
                error_details = cast(:details as jsonb)
            where bulk_id = :id
              and state = :from
            """;

    private static final String CANCEL = """
            update correction.bulk_change
            set wanted = 'cancel'
            where bulk_id = :id
              and state in ('checking', 'running')
            """;

    /** A cancel comes before the answer, or after whatever its transaction makes of it. */
    private static final String WANTED = """
            select b.wanted = 'cancel'
            from correction.bulk_change b
            where b.bulk_id = :id
            for update
            """;

    /** Guarded by the last file, so that two workers can't both take the same ones. */
    private static final String FORESEEN = """
            update correction.bulk_change
            set after_position = :after,
                foreseen_changed = foreseen_changed + :changed,
                foreseen_unchanged = foreseen_unchanged + :unchanged,
                foreseen_pending = foreseen_pending + :pending,
                foreseen_refused = foreseen_refused + :refused
            where bulk_id = :id
              and after_position = :before
              and state = 'checking'
            """;

    private static final String DONE = """
            update correction.bulk_change
            set after_position = :after,
                changed = changed + :changed,
                unchanged = unchanged + :unchanged,
                pending = pending + :pending,
                refused = refused + :refused
            where bulk_id = :id
              and after_position = :before
              and state = 'running'
            """;

    private static final String UNDONE = """
            update correction.bulk_change
            set after_position = :after,
                reverted = reverted + :reverted,
                kept = kept + :kept
            where bulk_id = :id
              and after_position = :before
              and state = 'undoing'
            """;

    private static final String UNDO = """
            update correction.bulk_change
            set undo_reason = :reason,
                undo_by = :by,
                undo_at = :at
            where bulk_id = :id
            """;

    /** One that waits to be started stands on nothing any more, so it ends. */
    private static final String FORGET = """
            with gone as (
              update correction.bulk_change b
              set wish = null,
                  undo_reason = null,
                  state = case when b.state = 'ready' then 'cancelled' else b.state end,
                  finished_at = coalesce(b.finished_at, :now)
              where b.wish is not null
                and b.state in ('ready', 'done', 'cancelled', 'failed', 'undone')
                and coalesce(b.undone_at, b.finished_at, b.created_at) < :before
              returning b.bulk_id
            ),
            subjects as (
              delete from correction.bulk_subject s
              using gone g
              where s.bulk_id = g.bulk_id
            ),
            troubles as (
              delete from correction.bulk_trouble t
              using gone g
              where t.bulk_id = g.bulk_id
            )
            select count(*)
            from gone g
            """;

    private final JdbcClient sql;
    private final SealKey key;

    BulkStore(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.key = vault.purpose(PLACE);
    }

    long insert(BulkWish wish, long by, Instant at) {
        long id = sql.sql(NEXT).query(Long.class).single();
        sql.sql(INSERT)
                .param("id", id)
                .param("wish", key.seal(Json.bytes(wish), place(id)))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
        return id;
    }

    Optional<BulkChange> find(long id) {
        return sql.sql(FIND).param("id", id).query((row, n) -> bulk(row)).optional();
    }

    List<BulkChange> recent(long by, int limit) {
        return sql.sql(RECENT)
                .param("by", by)
                .param("limit", limit)
                .query((row, n) -> bulk(row))
                .list();
    }

    void fix(long id, long total, long missing) {
        sql.sql(FIX)
                .param("id", id)
                .param("total", total)
                .param("missing", missing)
                .update();
    }

    /** False where it isn't in that state any more; {@code again} begins with the first file. */
    boolean move(long id, State from, State to, boolean again, Instant at, Optional<Failure> failure) {
        return sql.sql(MOVE)
                        .param("id", id)
                        .param("from", from.text())
                        .param("to", to.text())
                        .param("again", again)
                        .param("at", Timestamp.from(at))
                        .param("error", failure.map(Failure::code).orElse(null), Types.VARCHAR)
                        .param(
                                "details",
                                Json.write(failure.map(Failure::details).orElse(Map.of())))
                        .update()
                == 1;
    }

    /** False where nothing moves that could end. */
    boolean cancel(long id) {
        return sql.sql(CANCEL).param("id", id).update() == 1;
    }

    boolean isCancelled(long id) {
        return sql.sql(WANTED).param("id", id).query(Boolean.class).single();
    }

    /** False when another worker was faster. */
    boolean foreseen(BulkChange bulk, long after, Counts counts) {
        return advance(FORESEEN, bulk, after, counts);
    }

    boolean done(BulkChange bulk, long after, Counts counts) {
        return advance(DONE, bulk, after, counts);
    }

    private boolean advance(String statement, BulkChange bulk, long after, Counts counts) {
        return sql.sql(statement)
                        .param("id", bulk.id())
                        .param("before", bulk.after())
                        .param("after", after)
                        .param("changed", counts.changed())
                        .param("unchanged", counts.unchanged())
                        .param("pending", counts.pending())
                        .param("refused", counts.refused())
                        .update()
                == 1;
    }

    boolean undone(BulkChange bulk, long after, long reverted, long kept) {
        return sql.sql(UNDONE)
                        .param("id", bulk.id())
                        .param("before", bulk.after())
                        .param("after", after)
                        .param("reverted", reverted)
                        .param("kept", kept)
                        .update()
                == 1;
    }

    void undo(long id, String reason, long by, Instant at) {
        sql.sql(UNDO)
                .param("id", id)
                .param("reason", key.seal(reason.getBytes(StandardCharsets.UTF_8), undoPlace(id)))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public String name() {
        return "bulk changes";
    }

    /** Drops what was asked for, of which files, and why some were refused; how many were changed stays. */
    @Override
    public long tidy(Instant now) {
        return sql.sql(FORGET)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(KEPT)))
                .query(Long.class)
                .single();
    }

    private BulkWish wish(byte @Nullable [] sealed, long id) {
        return sealed == null ? BulkWish.FORGOTTEN : Json.read(key.open(sealed, place(id)), BulkWish.class);
    }

    private BulkChange bulk(ResultSet row) throws SQLException {
        long id = row.getLong("bulk_id");
        return new BulkChange(
                id,
                State.of(row.getString("state")),
                wish(row.getBytes("wish"), id),
                row.getLong("started_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "finished_at"),
                row.getLong("total"),
                row.getLong("missing"),
                row.getLong("after_position"),
                new Counts(
                        row.getLong("foreseen_changed"),
                        row.getLong("foreseen_unchanged"),
                        row.getLong("foreseen_pending"),
                        row.getLong("foreseen_refused")),
                new Counts(
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("pending"),
                        row.getLong("refused")),
                undo(row, id),
                failure(row));
    }

    private static Optional<Failure> failure(ResultSet row) throws SQLException {
        Map<String, String> details =
                Json.read(row.getString("error_details"), new TypeReference<Map<String, String>>() {});
        return Optional.ofNullable(row.getString("error_code")).map(code -> new Failure(code, details));
    }

    private Optional<Undo> undo(ResultSet row, long id) throws SQLException {
        Timestamp at = row.getTimestamp("undo_at");
        byte[] reason = row.getBytes("undo_reason");
        return at == null
                ? Optional.empty()
                : Optional.of(new Undo(
                        reason == null ? "" : new String(key.open(reason, undoPlace(id)), StandardCharsets.UTF_8),
                        row.getLong("undo_by"),
                        at.toInstant(),
                        instant(row, "undone_at"),
                        row.getLong("reverted"),
                        row.getLong("kept")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static String place(long id) {
        return PLACE + ":" + id;
    }

    private static String undoPlace(long id) {
        return PLACE + "-undo:" + id;
    }
}
