package io.clientela.audit;

import io.clientela.platform.Bundle;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail's own SQL; what the pages search stands in {@link AuditSearch}. */
final class AuditStore {

    private static final int FETCH = 1_000;
    /** So many rows at most are inserted one by one. */
    static final int FEW = 4;

    private static final String PLACES = """
            select nextval('audit.event_number') as event_id,
                   pg_current_xact_id()::text::bigint as xid
            from generate_series(1, :count)
            """;

    private static final String APPEND = """
            copy audit.event (event_id, xid, happened_at, actor_id, actor_name, action, file_id, head_id, subject, run_id,
                              detail, origin, channel, outcome, stamp)
            from stdin (format binary)
            """;

    private static final String INSERT = """
            insert into audit.event (event_id, xid, happened_at, actor_id, actor_name, action, file_id, head_id, subject, run_id,
                                     detail, origin, channel, outcome, stamp)
            values (:event, cast(cast(:xid as text) as xid8), :at, :actor, :name, :action, :file, :head, :subject, :run,
                    cast(:detail as json), :origin, :channel, :outcome, :stamp)
            """;

    private static final String LAST_SEAL = """
            select s.seal_no, s.event_id as sealed_event, s.xid::text::bigint as sealed_xid, s.mac, s.head_mac
            from audit.seal s
            order by s.seal_no desc
            limit 1
            """;

    private static final String SEAL = """
            select s.seal_no, s.event_id as sealed_event, s.xid::text::bigint as sealed_xid, s.mac, s.head_mac
            from audit.seal s
            where s.seal_no = :number
            """;

    private static final String READY = """
            select e.event_id, e.xid::text::bigint as xid, e.happened_at, e.actor_id, e.actor_name, e.action, e.file_id,
                   e.head_id, e.subject, e.run_id, e.detail, e.origin, e.channel, e.outcome, e.stamp
            from audit.event e
            where (e.xid, e.event_id) > (cast(cast(:xid as text) as xid8), :event)
              and e.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by e.xid, e.event_id
            limit :limit
            """;

    private static final String APPEND_SEALS = """
            copy audit.seal (seal_no, event_id, xid, mac, head_mac)
            from stdin (format binary)
            """;

    private static final String CHAIN = """
            select s.seal_no, s.event_id as sealed_event, s.xid::text::bigint as sealed_xid, s.mac, s.head_mac,
                   e.event_id, e.xid::text::bigint as xid, e.happened_at, e.actor_id, e.actor_name, e.action, e.file_id,
                   e.head_id, e.subject, e.run_id, e.detail, e.origin, e.channel, e.outcome, e.stamp
            from audit.seal s
            left join audit.event e on e.event_id = s.event_id
            where s.seal_no > :after
            order by s.seal_no
            limit :limit
            """;

    private static final String UNSEALED = """
            select e.event_id, e.xid::text::bigint as xid, e.happened_at, e.actor_id, e.actor_name, e.action, e.file_id,
                   e.head_id, e.subject, e.run_id, e.detail, e.origin, e.channel, e.outcome, e.stamp
            from audit.event e
            left join audit.seal s on s.event_id = e.event_id
            where s.event_id is null
            order by e.event_id
            """;

    private static final String LAST_SEALED = """
            select s.seal_no, e.happened_at
            from audit.seal s
            join audit.event e on e.event_id = s.event_id
            order by s.seal_no desc
            limit 1
            """;

    /** Looks behind the last seal only, where rows wait for theirs. */
    private static final String OLDEST_UNSEALED = """
            select min(e.happened_at) as oldest
            from audit.event e
            where e.event_id > coalesce((select s.event_id from audit.seal s order by s.seal_no desc limit 1), 0)
              and not exists (select 1 from audit.seal s where s.event_id = e.event_id)
            """;

    private static final String SEALED_OF = """
            select s.seal_no
            from audit.event e
            join audit.seal s on s.event_id = e.event_id
            where e.head_id = :head
              and e.file_id = any(:files)
            """;

    private static final String COVER = """
            update audit.seal s
            set head_mac = m.mac
            from unnest(cast(:numbers as bigint[]), cast(:macs as bytea[])) as m (seal_no, mac)
            where s.seal_no = m.seal_no
              and s.head_mac is distinct from m.mac
            """;

    private static final String COUNT = "select count(*) from audit.event";

    // Any number will do as long as nothing else in this database locks it.
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(7205759403792)";
    private static final String LOCK = "select pg_advisory_xact_lock(7205759403792)";

    // A seal that isn't on disk must not be anchored, whatever the database's own setting is.
    private static final String ON_DISK = "set local synchronous_commit = on";

    private final JdbcClient sql;
    private final Copy copy;

    AuditStore(JdbcClient sql, Copy copy) {
        this.sql = sql;
        this.copy = copy;
    }

    List<Place> places(int count) {
        return sql.sql(PLACES)
                .param("count", count)
                .query((row, n) -> new Place(row.getLong("event_id"), row.getLong("xid")))
                .list();
    }

    /** The same, sending what a bundle holds with it. */
    List<Place> places(int count, Bundle bundle) {
        return bundle.sql(PLACES)
                .param("count", count)
                .query((row, n) -> new Place(row.getLong("event_id"), row.getLong("xid")));
    }

    void append(List<AuditRow> rows) {
        if (rows.size() > FEW) {
            copyIn(rows);
        } else {
            rows.forEach(this::insert);
        }
    }

    /** A COPY of a few rows costs more than it saves. */
    private void insert(AuditRow row) {
        sql.sql(INSERT)
                .param("event", row.eventId())
                .param("xid", row.xid())
                .param("at", row.happenedAt().atOffset(ZoneOffset.UTC))
                .param("actor", row.actorId())
                .param("name", row.actorName())
                .param("action", row.action())
                .param("file", orNull(row.fileId()), Types.BIGINT)
                .param("head", orNull(row.headId()), Types.BIGINT)
                .param("subject", row.subject())
                .param("run", row.runId())
                .param("detail", row.detail())
                .param("origin", row.origin())
                .param("channel", row.channel())
                .param("outcome", row.outcome())
                .param("stamp", row.stamp().bytes())
                .update();
    }

    private static @Nullable Long orNull(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }

    private void copyIn(List<AuditRow> rows) {
        CopyRows out = new CopyRows();
        for (AuditRow row : rows) {
            out.row(15)
                    .bigint(row.eventId())
                    .bigint(row.xid())
                    .instant(row.happenedAt())
                    .bigint(row.actorId())
                    .text(row.actorName())
                    .text(row.action());
            id(out, row.fileId());
            id(out, row.headId());
            out.text(row.subject())
                    .bigint(row.runId())
                    .text(row.detail())
                    .text(row.origin())
                    .text(row.channel())
                    .text(row.outcome())
                    .bytes(row.stamp().bytes());
        }
        copy.in(APPEND, out);
    }

    Optional<Seal> lastSeal() {
        return sql.sql(LAST_SEAL).query((row, n) -> seal(row)).optional();
    }

    /** The newest seal, with the time of its row. */
    Optional<Sealed> lastSealed() {
        return sql.sql(LAST_SEALED)
                .query((row, n) -> new Sealed(
                        row.getLong("seal_no"), row.getTimestamp("happened_at").toInstant()))
                .optional();
    }

    Optional<Instant> oldestUnsealed() {
        return sql.sql(OLDEST_UNSEALED)
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant))
                .single();
    }

    record Sealed(long number, Instant rowAt) {}

    Optional<Seal> seal(long number) {
        return sql.sql(SEAL)
                .param("number", number)
                .query((row, n) -> seal(row))
                .optional();
    }

    /** Committed rows behind this place that nothing still running can precede. */
    List<AuditRow> ready(long xid, long eventId, int limit) {
        return sql.sql(READY)
                .param("xid", xid)
                .param("event", eventId)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    void appendSeals(List<Seal> seals) {
        CopyRows out = new CopyRows();
        for (Seal seal : seals) {
            out.row(5)
                    .bigint(seal.number())
                    .bigint(seal.eventId())
                    .bigint(seal.xid())
                    .bytes(seal.mac().bytes());
            seal.headMac().ifPresentOrElse(head -> out.bytes(head.bytes()), out::nothing);
        }
        copy.in(APPEND_SEALS, out);
    }

    List<Link> chain(long after, int limit) {
        return sql.sql(CHAIN)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Link(seal(row), joined(row)))
                .list();
    }

    void eachUnsealed(Consumer<AuditRow> reader) {
        RowCallbackHandler each = row -> reader.accept(row(row));
        sql.sql(UNSEALED).withFetchSize(FETCH).query(each);
    }

    long count() {
        return sql.sql(COUNT).query(Long.class).single();
    }

    boolean tryLock() {
        return sql.sql(TRY_LOCK).query(Boolean.class).single();
    }

    void lock() {
        sql.sql(LOCK).query((row, n) -> 0).list();
    }

    /** Seals of rows about these files that have this head. */
    List<Long> sealed(Collection<Long> files, long head) {
        return sql.sql(SEALED_OF)
                .param("head", head)
                .param("files", files.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Has seals, by number, cover the heads of their rows anew. */
    void cover(Map<Long, KeyedHash> heads) {
        if (heads.isEmpty()) {
            return;
        }
        List<Long> numbers = List.copyOf(heads.keySet());
        sql.sql(COVER)
                .param("numbers", numbers.toArray(Long[]::new))
                .param(
                        "macs",
                        numbers.stream().map(heads::get).map(KeyedHash::bytes).toArray(byte[][]::new))
                .update();
    }

    void onDisk() {
        sql.sql(ON_DISK).update();
    }

    /** A seal with the row it names, if that still exists. */
    record Link(Seal seal, Optional<AuditRow> row) {}

    /** A row's number and the transaction it is written in. */
    record Place(long eventId, long xid) {}

    private static void id(CopyRows out, OptionalLong id) {
        if (id.isPresent()) {
            out.bigint(id.getAsLong());
        } else {
            out.nothing();
        }
    }

    private static Optional<AuditRow> joined(ResultSet row) throws SQLException {
        row.getLong("event_id");
        return row.wasNull() ? Optional.empty() : Optional.of(row(row));
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("event_id"),
                row.getLong("xid"),
                instant(row),
                row.getLong("actor_id"),
                row.getString("actor_name"),
                row.getString("action"),
                id(row, "file_id"),
                id(row, "head_id"),
                row.getString("subject"),
                row.getLong("run_id"),
                row.getString("detail"),
                row.getString("origin"),
                row.getString("channel"),
                row.getString("outcome"),
                new KeyedHash(row.getBytes("stamp")));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("happened_at", OffsetDateTime.class).toInstant();
    }

    private static OptionalLong id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("seal_no"),
                row.getLong("sealed_event"),
                row.getLong("sealed_xid"),
                new KeyedHash(row.getBytes("mac")),
                Optional.ofNullable(row.getBytes("head_mac")).map(KeyedHash::new));
    }
}
