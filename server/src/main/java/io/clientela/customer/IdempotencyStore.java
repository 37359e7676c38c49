package io.clientela.customer;

import io.clientela.platform.Housekeeping;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdempotencyStore implements Housekeeping {

    private static final String LOCK = """
            select 1
            from (select pg_advisory_xact_lock(hashtextextended(:key, :user))) as held
            """;

    private static final String FIND = """
            select i.request_hash, i.file_id
            from customer.idempotency i
            where i.user_id = :user
              and i.key = :key
              and i.expires_at > :now
            """;

    private static final String KEEP = """
            insert into customer.idempotency (user_id, key, request_hash, file_id, head_id, expires_at)
            values (:user, :key, :hash, :file, :file, :expires)
            on conflict (user_id, key) do update
            set request_hash = excluded.request_hash,
                file_id = excluded.file_id,
                head_id = excluded.head_id,
                expires_at = excluded.expires_at
            """;

    private static final String FORGET = """
            delete from customer.idempotency i
            where i.expires_at < :now
            """;

    private final JdbcClient sql;

    IdempotencyStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "answers kept for repeated requests";
    }

    @Override
    public long tidy(Instant now) {
        return sql.sql(FORGET).param("now", Timestamp.from(now)).update();
    }

    /** Holds a second call with the same key until this transaction ends. */
    void lock(long user, String key) {
        sql.sql(LOCK).param("key", key).param("user", user).query(Integer.class).single();
    }

    Optional<Answer> find(long user, String key, Timestamp now) {
        return sql.sql(FIND)
                .param("user", user)
                .param("key", key)
                .param("now", now)
                .query((row, n) -> new Answer(row.getBytes("request_hash"), row.getLong("file_id")))
                .optional();
    }

    void keep(long user, String key, byte[] hash, long file, Timestamp expires) {
        sql.sql(KEEP)
                .param("user", user)
                .param("key", key)
                .param("hash", hash)
                .param("file", file)
                .param("expires", expires)
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Answer(byte[] requestHash, long fileId) {}
}
