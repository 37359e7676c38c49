package io.clientela.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database says of itself. */
@Repository
class HealthStore {

    private static final String DATABASE = """
            select current_setting('server_version') as version,
                   pg_database_size(current_database()) as size,
                   (select count(*) from pg_catalog.pg_stat_activity a where a.backend_type = 'client backend') as used,
                   current_setting('max_connections')::bigint as most
            """;

    /** Behind a follower is what the slowest of them hasn't read; where nobody follows, nothing is. */
    private static final String BEHIND = """
            select count(*) as events, min(o.happened_at) as oldest
            from (
              select o.happened_at
              from platform.outbox o
              join lateral (
                select f.xid, f.event_id
                from platform.follower f
                order by f.xid, f.event_id
                limit 1
              ) slowest on (o.xid, o.event_id) > (slowest.xid, slowest.event_id)
              limit 100000
            ) o
            """;

    private final JdbcClient sql;

    HealthStore(JdbcClient sql) {
        this.sql = sql;
    }

    Database database() {
        return sql.sql(DATABASE)
                .query((row, n) -> new Database(
                        row.getString("version"), row.getLong("size"), row.getLong("used"), row.getLong("most")))
                .single();
    }

    Behind behind() {
        return sql.sql(BEHIND)
                .query((row, n) -> new Behind(
                        row.getLong("events"),
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant)))
                .single();
    }

    record Database(String version, long bytes, long used, long most) {}

    /** Events of the outbox that wait for a follower. */
    record Behind(long events, Optional<Instant> oldest) {}
}
