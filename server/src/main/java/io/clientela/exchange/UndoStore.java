package io.clientela.exchange;

import io.clientela.exchange.Undo.Kept;
import io.clientela.exchange.Undo.State;
import io.clientela.exchange.spi.ImportTarget.Undone;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UndoStore {

    private static final String PLACE = "undo-reason";

    private static final String INSERT = """
            insert into exchange.undo (run_id, state, reason, started_by, started_at, total)
            values (:run, 'waiting', :reason, :by, :at, :total)
            on conflict (run_id) do update
            set state = 'waiting',
                error_code = null,
                started_at = excluded.started_at
            where exchange.undo.state = 'failed'
            """;

    private static final String FIND = """
            select u.run_id, u.state, u.reason, u.started_by, u.started_at, u.finished_at, u.total, u.after_row, u.withdrawn,
                   u.reverted, u.kept, u.error_code
            from exchange.undo u
            where u.run_id = :run
            """;

    private static final String MOVE = """
            update exchange.undo
            set state = :state,
                finished_at = case when :state in ('done', 'failed') then cast(:at as timestamptz) end,
                error_code = :error
            where run_id = :run
            """;

    /** Guarded by the last row, so that two workers can't both take the same files. */
    private static final String ADVANCE = """
            update exchange.undo
            set after_row = :after,
                withdrawn = withdrawn + :withdrawn,
                reverted = reverted + :reverted,
                kept = kept + :kept
            where run_id = :run
              and after_row = :before
            """;

    private static final String COPY_KEPT = """
            copy exchange.undo_kept (run_id, file_id, head_id, number, reason)
            from stdin (format binary)
            """;

    private static final String KEPT = """
            select k.number, k.reason
            from exchange.undo_kept k
            where k.run_id = :run
              and k.number > :after
            order by k.number
            limit :limit
            """;

    /** A file of several rows may come up again in a later batch. */
    private static final String KNOWN = """
            select k.file_id
            from exchange.undo_kept k
            where k.run_id = :run
              and k.file_id = any(:ids)
            """;

    private static final String STATES = """
            select u.run_id, u.state
            from exchange.undo u
            where u.run_id = any(:runs)
            """;

    private final JdbcClient sql;
    private final Copy copy;
    private final SealKey key;

    UndoStore(JdbcClient sql, Copy copy, Vault vault) {
        this.sql = sql;
        this.copy = copy;
        this.key = vault.purpose(PLACE);
    }

    /** False when the run was taken back already; one that failed goes on where it was. */
    boolean insert(long run, String reason, long by, Instant at, long total) {
        return sql.sql(INSERT)
                        .param("run", run)
                        .param("reason", key.seal(reason.getBytes(StandardCharsets.UTF_8), place(run)))
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("total", total)
                        .update()
                == 1;
    }

    /** How far the taking back of these runs is; those nobody asked for are absent. */
    Map<Long, String> states(List<Long> runs) {
        Map<Long, String> states = new HashMap<>();
        RowCallbackHandler each = row -> states.put(row.getLong("run_id"), row.getString("state"));
        sql.sql(STATES).param("runs", runs.toArray(Long[]::new)).query(each);
        return states;
    }

    Optional<Undo> find(long run) {
        return sql.sql(FIND).param("run", run).query((row, n) -> undo(row)).optional();
    }

    void move(long run, State state, Instant at, Optional<String> error) {
        sql.sql(MOVE)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("at", Timestamp.from(at))
                .param("error", error.orElse(null), java.sql.Types.VARCHAR)
                .param("run", run)
                .update();
    }

    /** False when another worker was faster. */
    boolean advance(long run, long before, long after, long withdrawn, long reverted, long kept) {
        return sql.sql(ADVANCE)
                        .param("after", after)
                        .param("withdrawn", withdrawn)
                        .param("reverted", reverted)
                        .param("kept", kept)
                        .param("run", run)
                        .param("before", before)
                        .update()
                == 1;
    }

    /** Of these files those not yet known to be kept. */
    List<Undone> fresh(long run, List<Undone> kept) {
        List<Long> known = sql.sql(KNOWN)
                .param("run", run)
                .param("ids", kept.stream().map(Undone::fileId).toArray(Long[]::new))
                .query(Long.class)
                .list();
        return kept.stream().filter(file -> !known.contains(file.fileId())).toList();
    }

    void keep(long run, List<Undone> kept) {
        CopyRows rows = new CopyRows();
        kept.forEach(file -> rows.row(5)
                .bigint(run)
                .bigint(file.fileId())
                .bigint(file.headId())
                .text(file.number())
                .text(file.effect().name().toLowerCase(Locale.ROOT)));
        copy.in(COPY_KEPT, rows);
    }

    List<Kept> kept(long run, String after, int limit) {
        return sql.sql(KEPT)
                .param("run", run)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Kept(row.getString("number"), row.getString("reason")))
                .list();
    }

    private Undo undo(ResultSet row) throws SQLException {
        long run = row.getLong("run_id");
        return new Undo(
                run,
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new String(key.open(row.getBytes("reason"), place(run)), StandardCharsets.UTF_8),
                row.getLong("started_by"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
                row.getLong("total"),
                row.getLong("after_row"),
                row.getLong("withdrawn"),
                row.getLong("reverted"),
                row.getLong("kept"),
                Optional.ofNullable(row.getString("error_code")));
    }

    private static String place(long run) {
        return PLACE + ":" + run;
    }
}
