package io.clientela.exchange;

import io.clientela.exchange.Run.Counts;
import io.clientela.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
class RunStore {

    private static final TypeReference<Map<Integer, String>> MAPPING = new TypeReference<>() {};

    private static final String INSERT = """
            insert into exchange.run (
              upload_id, record_type, mode, key_field, dates, dry_run, mapping, recognised, state, plan_version, country,
              started_by, created_at, mends_run, template
            )
            values (
              :upload, :record, :mode, :key, :dates, :dry, cast(:mapping as jsonb), cast(:recognised as jsonb), 'waiting',
              :plan, :country, :by, :at, :mends, :template
            )
            returning run_id
            """;

    private static final String SELECT = """
            select r.run_id, r.upload_id, r.record_type, r.mode, r.key_field, r.dates, r.dry_run, r.mapping, r.recognised,
                   r.state, r.wanted, r.total, r.processed, r.last_row, r.created, r.updated, r.unchanged, r.pending,
                   r.refused, r.warned, r.busy_millis, r.plan_version, r.country, r.started_by, r.created_at, r.started_at,
                   r.finished_at, r.error_code, r.mends_run, r.mended, r.template, u.name, u.size, u.sha256, u.complete, u.uploaded_by
            from exchange.run r
            join exchange.upload u on u.upload_id = r.upload_id
            """;

    private static final String FIND = SELECT + """
            where r.run_id = :run
            """;

    private static final String RECENT = SELECT + """
            where (r.started_by = :by or :all)
              and (:state = '' or r.state = :state)
              and (:person = 0 or r.started_by = :person)
            order by r.created_at desc
            limit 200
            """;

    private static final String MENDINGS = SELECT + """
            where r.mends_run = :run
            order by r.run_id
            """;

    private static final String UNFINISHED = """
            select exists (
              select 1
              from exchange.run r
              where r.upload_id = :upload
                and r.state not in ('done', 'failed', 'cancelled')
            )
            """;

    private static final String STRANGERS = """
            select r.strangers
            from exchange.run r
            where r.run_id = :run
              and r.strangers is not null
            """;

    private static final String KEEP_STRANGERS = """
            update exchange.run
            set strangers = :strangers
            where run_id = :run
            """;

    private static final String MENDED = """
            update exchange.run
            set mended = mended + :more
            where run_id = :run
            """;

    private static final String WANTED = """
            select r.wanted
            from exchange.run r
            where r.run_id = :run
            """;

    /** What is to be cancelled isn't taken up again; whoever waits for a paused run sees at once that it goes on. */
    private static final String WISH = """
            update exchange.run
            set wanted = :wanted,
                state = case when state = 'paused' and :wanted <> 'pause' then 'waiting' else state end,
                paused_at = case when :wanted = 'pause' then paused_at end
            where run_id = :run
              and (wanted <> 'cancel' or :wanted = 'cancel')
            """;

    /** One that was resumed or cancelled while it was about to pause waits for the next look at it. */
    private static final String PAUSE = """
            update exchange.run
            set state = case when wanted = 'pause' then 'paused' else 'waiting' end,
                paused_at = case when wanted = 'pause' then cast(:at as timestamptz) end
            where run_id = :run
            """;

    private static final String MOVE = """
            update exchange.run
            set state = :state,
                started_at = coalesce(started_at, case when :state = 'running' then cast(:at as timestamptz) end),
                finished_at = case when :over then cast(:at as timestamptz) end,
                paused_at = null,
                error_code = :error
            where run_id = :run
            """;

    /** Those paused before the column was there count from their start. */
    private static final String PAUSED_BEFORE = """
            select r.run_id
            from exchange.run r
            where r.state = 'paused'
              and coalesce(r.paused_at, r.started_at, r.created_at) < :before
            order by r.run_id
            """;

    private static final String CANCEL_PAUSED = """
            update exchange.run
            set state = 'cancelled',
                wanted = 'cancel',
                paused_at = null,
                finished_at = :at
            where run_id = :run
              and state = 'paused'
              and wanted = 'pause'
            """;

    private static final String DECIDED = """
            update exchange.run
            set recognised = cast(:recognised as jsonb),
                record_type = :record,
                total = :total,
                country = :country
            where run_id = :run
            """;

    /** Guarded by the last row, so that two workers can't both take the same batch. */
    private static final String ADVANCE = """
            update exchange.run
            set last_row = :last,
                processed = processed + :processed,
                created = created + :created,
                updated = updated + :updated,
                unchanged = unchanged + :unchanged,
                pending = pending + :pending,
                refused = refused + :refused,
                warned = warned + :warned,
                busy_millis = busy_millis + :millis
            where run_id = :run
              and last_row = :before
            """;

    private final JdbcClient sql;

    RunStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** {@code template} is the name of the one it is read with, {@code mends} names the run whose refused rows this one reads again. */
    @SuppressWarnings("TooManyParameters")
    long insert(
            ImportWish wish,
            String record,
            String recognised,
            String country,
            String plan,
            String template,
            long by,
            Instant at,
            OptionalLong mends) {
        return sql.sql(INSERT)
                .param("upload", wish.upload())
                .param("record", record)
                .param("mode", wish.mode())
                .param("key", wish.key())
                .param("dates", wish.dates())
                .param("dry", wish.dryRun())
                .param("mapping", Json.write(wish.mapping()))
                .param("recognised", recognised)
                .param("plan", plan)
                .param("country", country)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("template", template)
                .param("mends", mends.isPresent() ? mends.getAsLong() : null, java.sql.Types.BIGINT)
                .query(Long.class)
                .single();
    }

    /** Runs that read rows of this one again. */
    List<Run> mendings(long run) {
        return sql.sql(MENDINGS).param("run", run).query((row, n) -> run(row)).list();
    }

    /** Whether a run of this file waits, goes on or is paused. */
    boolean unfinished(long upload) {
        return sql.sql(UNFINISHED).param("upload", upload).query(Boolean.class).single();
    }

    /** Sealed, as {@link Strangers} keeps them. */
    Optional<byte[]> strangers(long run) {
        return sql.sql(STRANGERS).param("run", run).query(byte[].class).optional();
    }

    void keepStrangers(long run, byte[] sealed) {
        sql.sql(KEEP_STRANGERS).param("strangers", sealed).param("run", run).update();
    }

    void addMended(long run, long more) {
        sql.sql(MENDED).param("more", more).param("run", run).update();
    }

    Optional<Run> find(long id) {
        return sql.sql(FIND).param("run", id).query((row, n) -> run(row)).optional();
    }

    /** {@code state} empty and {@code person} 0 mean any. */
    List<Run> recent(long by, boolean all, String state, long person) {
        return sql.sql(RECENT)
                .param("by", by)
                .param("all", all)
                .param("state", state)
                .param("person", person)
                .query((row, n) -> run(row))
                .list();
    }

    Run.Wanted wanted(long id) {
        return Run.Wanted.valueOf(
                sql.sql(WANTED).param("run", id).query(String.class).single().toUpperCase(Locale.ROOT));
    }

    /** Says what is wanted of a run; false of one that is to be cancelled. */
    boolean wish(long id, Run.Wanted wanted) {
        return sql.sql(WISH).param("wanted", wanted.text()).param("run", id).update() == 1;
    }

    void pause(long id, Instant at) {
        sql.sql(PAUSE).param("at", Timestamp.from(at)).param("run", id).update();
    }

    void move(long id, Run.State state, Instant at, Optional<String> error) {
        sql.sql(MOVE)
                .param("state", state.text())
                .param("over", state.over())
                .param("at", Timestamp.from(at))
                .param("error", error.orElse(null), java.sql.Types.VARCHAR)
                .param("run", id)
                .update();
    }

    List<Long> pausedBefore(Instant before) {
        return sql.sql(PAUSED_BEFORE)
                .param("before", Timestamp.from(before))
                .query(Long.class)
                .list();
    }

    /** Ends a paused run; false when it is wanted again. */
    boolean cancelPaused(long id, Instant at) {
        return sql.sql(CANCEL_PAUSED)
                        .param("at", Timestamp.from(at))
                        .param("run", id)
                        .update()
                == 1;
    }

    void decided(long id, String record, String recognised, String country, long total) {
        sql.sql(DECIDED)
                .param("recognised", recognised)
                .param("record", record)
                .param("country", country)
                .param("total", total)
                .param("run", id)
                .update();
    }

    /** Counts a batch in; false when another worker has been faster. */
    boolean advance(long id, long before, long last, Counts more, long millis) {
        return sql.sql(ADVANCE)
                        .param("last", last)
                        .param("before", before)
                        .param("processed", more.processed())
                        .param("created", more.created())
                        .param("updated", more.updated())
                        .param("unchanged", more.unchanged())
                        .param("pending", more.pending())
                        .param("refused", more.refused())
                        .param("warned", more.warned())
                        .param("millis", millis)
                        .param("run", id)
                        .update()
                == 1;
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("run_id"),
                new Uploads.Upload(
                        row.getLong("upload_id"),
                        row.getString("name"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getBoolean("complete"),
                        row.getLong("uploaded_by")),
                row.getString("record_type"),
                row.getString("mode"),
                row.getString("key_field"),
                row.getString("dates"),
                row.getBoolean("dry_run"),
                Json.read(row.getString("mapping"), MAPPING),
                row.getString("recognised"),
                Run.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Run.Wanted.valueOf(row.getString("wanted").toUpperCase(Locale.ROOT)),
                row.getLong("total"),
                row.getLong("last_row"),
                new Counts(
                        row.getLong("processed"),
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("pending"),
                        row.getLong("refused"),
                        row.getLong("warned")),
                row.getLong("busy_millis"),
                row.getString("plan_version"),
                row.getString("country"),
                row.getLong("started_by"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("started_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("error_code")),
                mends(row),
                row.getLong("mended"),
                row.getString("template"));
    }

    private static OptionalLong mends(ResultSet row) throws SQLException {
        long run = row.getLong("mends_run");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(run);
    }
}
