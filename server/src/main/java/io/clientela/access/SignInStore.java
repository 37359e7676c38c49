package io.clientela.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of signing in: failures by name, one-time codes, sessions. */
@Repository
class SignInStore {

    private static final String BEGIN = """
            insert into access.failure (name_hash, failures, locks, last_at)
            values (:name, 0, 0, :now)
            on conflict (name_hash) do nothing
            """;

    private static final String FAILURES = """
            select f.failures, f.locks, f.locked_until, f.last_at
            from access.failure f
            where f.name_hash = :name
            for update
            """;

    private static final String SET_FAILURES = """
            update access.failure
            set failures = :failures,
                locks = :locks,
                locked_until = :until,
                last_at = :at
            where name_hash = :name
            """;

    private static final String FORGET = """
            delete from access.failure
            where name_hash = :name
               or last_at < :before
            """;

    private static final String DROP_CODES = """
            delete from access.code
            where account_id = :account
            """;

    private static final String ADD_CODE = """
            insert into access.code (hash, account_id, expires_at)
            values (:hash, :account, :expires)
            """;

    private static final String CODE_ACCOUNT = """
            select c.account_id
            from access.code c
            where c.hash = :hash
              and c.expires_at > :now
            """;

    private static final String USE_CODE = """
            delete from access.code
            where hash = :hash
              and expires_at > :now
            returning account_id
            """;

    private static final String END_SESSIONS = """
            delete from access.web_session
            where principal_name = :principal
              and session_id <> :kept
            """;

    private static final String TROUBLED = """
            select f.name_hash, f.failures, f.locks, f.locked_until, f.last_at
            from access.failure f
            where f.last_at > :since
              and (f.failures > 0 or f.locked_until > :now)
            """;

    /** In seconds and milliseconds, as Spring Session counts them. */
    private static final String LIMIT_IDLE = """
            update access.web_session
            set max_inactive_interval = :seconds,
                expiry_time = last_access_time + :seconds * 1000
            """;

    private final JdbcClient sql;

    SignInStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The failures under a name, held until the transaction ends. */
    Failures failures(byte[] nameHash, Instant now) {
        sql.sql(BEGIN).param("name", nameHash).param("now", Timestamp.from(now)).update();
        return sql.sql(FAILURES)
                .param("name", nameHash)
                .query((row, n) -> failures(row))
                .single();
    }

    void setFailures(byte[] nameHash, Failures failures) {
        sql.sql(SET_FAILURES)
                .param("name", nameHash)
                .param("failures", failures.count())
                .param("locks", failures.locks())
                .param("until", failures.lockedUntil().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("at", Timestamp.from(failures.lastAt()))
                .update();
    }

    /** Names with failures that still count, by their hash in hexadecimal. */
    Map<String, Failures> troubled(Instant since, Instant now) {
        Map<String, Failures> found = new HashMap<>();
        RowCallbackHandler each = row -> found.put(HexFormat.of().formatHex(row.getBytes("name_hash")), failures(row));
        sql.sql(TROUBLED)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .query(each);
        return found;
    }

    /** Sessions that are open live no longer without a request than this. */
    void limitIdle(Duration idle) {
        sql.sql(LIMIT_IDLE).param("seconds", idle.toSeconds()).update();
    }

    /** Forgets a name's failures, and everybody's older ones. */
    void forgetFailures(byte[] nameHash, Instant before) {
        sql.sql(FORGET)
                .param("name", nameHash)
                .param("before", Timestamp.from(before))
                .update();
    }

    void dropCodes(long account) {
        sql.sql(DROP_CODES).param("account", account).update();
    }

    void addCode(byte[] hash, long account, Instant expires) {
        sql.sql(ADD_CODE)
                .param("hash", hash)
                .param("account", account)
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** The account of a code, which is left as it is. */
    OptionalLong codeAccount(byte[] hash, Instant now) {
        return account(CODE_ACCOUNT, hash, now);
    }

    /** The account of a code, which is gone thereafter. */
    OptionalLong useCode(byte[] hash, Instant now) {
        return account(USE_CODE, hash, now);
    }

    private OptionalLong account(String statement, byte[] hash, Instant now) {
        List<Long> accounts = sql.sql(statement)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
        return accounts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(accounts.getFirst());
    }

    /** Ends an account's sessions but one; an empty text keeps none. */
    void endSessions(long account, String kept) {
        sql.sql(END_SESSIONS)
                .param("principal", String.valueOf(account))
                .param("kept", kept)
                .update();
    }

    private static Failures failures(ResultSet row) throws SQLException {
        return new Failures(
                row.getInt("failures"),
                row.getInt("locks"),
                Optional.ofNullable(row.getTimestamp("locked_until")).map(Timestamp::toInstant),
                row.getTimestamp("last_at").toInstant());
    }
}
