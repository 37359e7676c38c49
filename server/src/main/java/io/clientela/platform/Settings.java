package io.clientela.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
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

    private static final String SET = """
            insert into platform.setting (key, value, valid_from, set_by, set_at, reason)
            values (:key, cast(:value as jsonb), :from, :by, :at, :reason)
            """;

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
}
