package io.clientela.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Governed settings as dated values: what was in force at a moment can always be told. Values are JSON texts. */
@Component
public class Settings {

    private static final String IN_FORCE = """
            select s.value
            from platform.setting s
            where s.key = :key
              and s.valid_from <= :at
            order by s.valid_from desc, s.setting_id desc
            limit 1
            """;

    private static final String SOME_IN_FORCE = """
            select distinct on (s.key) s.key, s.value
            from platform.setting s
            where s.key = any(:keys)
              and s.valid_from <= :at
            order by s.key, s.valid_from desc, s.setting_id desc
            """;

    private static final String SET = """
            insert into platform.setting (key, value, valid_from, set_by, set_at, reason)
            values (:key, cast(:value as jsonb), :from, :by, :at, :reason)
            """;

    private static final String ALL_IN_FORCE = """
            select distinct on (s.key) s.key, s.value #>> '{}' as value
            from platform.setting s
            where s.valid_from <= :at
              and jsonb_typeof(s.value) = 'string'
            order by s.key, s.valid_from desc, s.setting_id desc
            """;

    private static final String CHANGES = """
            select s.setting_id, s.key, s.value #>> '{}' as value, s.valid_from, s.set_by, s.set_at, s.reason
            from platform.setting s
            where s.key = any(:keys)
              and jsonb_typeof(s.value) = 'string'
            order by s.setting_id desc
            limit :limit
            """;

    // Any number will do as long as nothing else in this database locks it.
    private static final String LOCK = "select pg_advisory_xact_lock(7205759403793)";

    private final JdbcClient sql;

    Settings(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<String> at(String key, Instant moment) {
        return sql.sql(IN_FORCE)
                .param("key", key)
                .param("at", Timestamp.from(moment))
                .query(String.class)
                .optional();
    }

    /** The same of several, by key; one nobody has said anything of is absent. */
    public Map<String, String> at(List<String> keys, Instant moment) {
        Map<String, String> values = new HashMap<>();
        RowCallbackHandler each = row -> values.put(row.getString("key"), row.getString("value"));
        sql.sql(SOME_IN_FORCE)
                .param("keys", keys.toArray(String[]::new))
                .param("at", Timestamp.from(moment))
                .query(each);
        return values;
    }

    /** Puts a value in force from a moment on; earlier values stay readable. */
    public void set(String key, String json, Instant from, long by, Instant at, String reason) {
        sql.sql(SET)
                .param("key", key)
                .param("value", json)
                .param("from", Timestamp.from(from))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .update();
    }

    /** All plain values in force at a moment, by key. */
    Map<String, String> inForce(Instant moment) {
        Map<String, String> values = new HashMap<>();
        RowCallbackHandler each = row -> values.put(row.getString("key"), row.getString("value"));
        sql.sql(ALL_IN_FORCE).param("at", Timestamp.from(moment)).query(each);
        return values;
    }

    /** What was said of these keys, the newest first. */
    public List<Change> changes(List<String> keys, int limit) {
        return sql.sql(CHANGES)
                .param("keys", keys.toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> new Change(
                        row.getLong("setting_id"),
                        row.getString("key"),
                        row.getString("value"),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getLong("set_by"),
                        row.getTimestamp("set_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** Called first in the transaction of a change: changes wait for one another here. */
    public void begin() {
        sql.sql(LOCK).query((row, n) -> 0).list();
    }

    /** Somebody said what a setting is to be from a moment on. */
    public record Change(long id, String key, String value, Instant from, long by, Instant at, String reason) {}
}
