package io.clientela.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of tokens. */
@Repository
class TokenStore {

    private static final String INSERT = """
            insert into access.token (account_id, hash, label, created_at, expires_at)
            values (:account, :hash, :label, :at, :expires)
            returning token_id
            """;

    private static final String OF_ACCOUNT = """
            select t.token_id, t.account_id, t.label, t.expires_at, t.last_used_at
            from access.token t
            where t.account_id = :account
              and t.revoked_at is null
              and t.expires_at > :now
            order by t.token_id
            """;

    private static final String BY_HASH = """
            select t.token_id, t.account_id, t.label, t.expires_at, t.last_used_at
            from access.token t
            join access.account a on a.account_id = t.account_id
            where t.hash = :hash
              and t.revoked_at is null
              and t.expires_at > :now
              and a.active
            """;

    private static final String USED = """
            update access.token
            set last_used_at = :now
            where token_id = :token
              and (last_used_at is null or last_used_at < :before)
            """;

    private static final String REVOKE = """
            update access.token
            set revoked_at = :now
            where token_id = :token
              and account_id = :account
              and revoked_at is null
            """;

    private static final String REVOKE_ALL = """
            update access.token
            set revoked_at = :now
            where account_id = :account
              and revoked_at is null
              and expires_at > :now
            """;

    private final JdbcClient sql;

    TokenStore(JdbcClient sql) {
        this.sql = sql;
    }

    long insert(long account, byte[] hash, String label, Instant at, Instant expires) {
        return sql.sql(INSERT)
                .param("account", account)
                .param("hash", hash)
                .param("label", label)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expires))
                .query(Long.class)
                .single();
    }

    List<Token> of(long account, Instant now) {
        return sql.sql(OF_ACCOUNT)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .query((row, n) -> token(row))
                .list();
    }

    Optional<Owned> find(byte[] hash, Instant now) {
        return sql.sql(BY_HASH)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Owned(row.getLong("account_id"), token(row)))
                .optional();
    }

    void used(long token, Instant now, Instant before) {
        sql.sql(USED)
                .param("token", token)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(before))
                .update();
    }

    boolean revoke(long token, long account, Instant now) {
        return sql.sql(REVOKE)
                        .param("token", token)
                        .param("account", account)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Ends all of an account's tokens; answers how many were in force. */
    int revokeAll(long account, Instant now) {
        return sql.sql(REVOKE_ALL)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A token in force, with whose it is. */
    record Owned(long account, Token token) {}

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("token_id"),
                row.getString("label"),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant));
    }
}
