package io.clientela.platform;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Events written in the transaction of what happened, with ids only. Followers read below the oldest running transaction, so
 * that nothing which commits late is skipped.
 */
@Component
public class Outbox implements Housekeeping {

    /** More ids than this are cut into several events. */
    public static final int MAX_IDS = 1_000;

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String APPEND = """
            insert into platform.outbox (kind, ids, run_id, happened_at, expires_at)
            values (:kind, :ids, :run, :at, :expires)
            """;

    private static final String READ = """
            select o.event_id, o.kind, o.ids, o.happened_at, o.xid::text::bigint as xid
            from platform.outbox o
            where (o.xid, o.event_id) > (cast(cast(:xid as text) as xid8), :event)
              and o.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by o.xid, o.event_id
            limit :limit
            """;

    private static final String BEHIND = """
            select exists (
              select 1
              from platform.outbox o
              where (o.xid, o.event_id) > (cast(cast(:xid as text) as xid8), :event)
                and o.xid < pg_snapshot_xmin(pg_current_snapshot())
              order by o.xid, o.event_id
              offset :events
              limit 1)
            """;

    private static final String POSITION = """
            select f.xid::text::bigint as xid, f.event_id
            from platform.follower f
            where f.name = :name
            for update
            """;

    private static final String START = """
            insert into platform.follower (name, xid, event_id)
            values (:name, '0', 0)
            on conflict (name) do nothing
            """;

    private static final String MOVE = """
            update platform.follower
            set xid = cast(cast(:xid as text) as xid8),
                event_id = :event
            where name = :name
            """;

    private static final String WRITTEN_SINCE = """
            select exists (
              select 1
              from (
                select o.happened_at
                from platform.outbox o
                order by o.event_id desc
                limit 1) as newest
              where newest.happened_at > :since)
            """;

    private static final String FORGET = """
            delete from platform.outbox o
            where o.expires_at < :now
            """;

    private final JdbcClient sql;
    private final Bundles bundles;
    private final Clock clock;

    Outbox(JdbcClient sql, Bundles bundles, Clock clock) {
        this.sql = sql;
        this.bundles = bundles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    @Transactional
    public long tidy(Instant now) {
        return sql.sql(FORGET).param("now", Timestamp.from(now)).update();
    }

    /** Appends {@code kind} for these ids; {@code runId} 0 when no run is behind it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String kind, List<Long> ids, long runId) {
        Bundle alone = bundles.open();
        append(kind, ids, runId, alone);
        alone.send();
    }

    /** The same with what else a bundle sends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String kind, List<Long> ids, long runId, Bundle bundle) {
        Timestamp at = Timestamp.from(clock.instant());
        Timestamp expires = Timestamp.from(clock.instant().plus(KEPT));
        for (int from = 0; from < ids.size(); from += MAX_IDS) {
            Long[] some =
                    ids.subList(from, Math.min(ids.size(), from + MAX_IDS)).toArray(Long[]::new);
            bundle.sql(APPEND)
                    .param("kind", kind)
                    .param("ids", some)
                    .param("run", runId)
                    .param("at", at)
                    .param("expires", expires)
                    .add();
        }
    }

    /** The next events for a follower, in order; call {@link #move} in the same transaction once they are dealt with. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Event> next(String follower, int limit) {
        Position position = begun(follower);
        return sql.sql(READ)
                .param("xid", position.xid())
                .param("event", position.eventId())
                .param("limit", limit)
                .query((row, n) ->
                        new Event(row.getLong("event_id"), row.getLong("xid"), row.getString("kind"), List.of((Long[])
                                row.getArray("ids").getArray())))
                .list();
    }

    /** Whether more events than that wait for a follower. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isBehind(String follower, int events) {
        Position position = begun(follower);
        return sql.sql(BEHIND)
                .param("xid", position.xid())
                .param("event", position.eventId())
                .param("events", events)
                .query(Boolean.class)
                .single();
    }

    private Position begun(String follower) {
        return position(follower).orElseGet(() -> {
            sql.sql(START).param("name", follower).update();
            return position(follower).orElseThrow();
        });
    }

    private Optional<Position> position(String follower) {
        return sql.sql(POSITION).param("name", follower).query(Position.class).optional();
    }

    /** Whether the newest event is younger than that. */
    public boolean isWrittenSince(Instant since) {
        return sql.sql(WRITTEN_SINCE)
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void move(String follower, Event last) {
        sql.sql(MOVE)
                .param("name", follower)
                .param("xid", last.xid())
                .param("event", last.eventId())
                .update();
    }

    /** One event: {@code ids} are file ids unless the kind says otherwise. */
    public record Event(long eventId, long xid, String kind, List<Long> ids) {}

    private record Position(long xid, long eventId) {}
}
