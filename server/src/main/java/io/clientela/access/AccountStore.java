package io.clientela.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of accounts and the roles they bear. */
@Repository
class AccountStore {

    private static final String ALL = """
            select a.account_id, a.name, a.display_name, a.password_hash is not null as has_password,
                   a.must_change_password, a.language, a.department_id, a.active,
                   array(select r.role_key
                         from access.account_role r
                         where r.account_id = a.account_id
                         order by r.role_key) as roles
            from access.account a
            order by a.name_key
            """;

    private static final String BY_ID = """
            select a.account_id, a.name, a.display_name, a.password_hash is not null as has_password,
                   a.must_change_password, a.language, a.department_id, a.active,
                   array(select r.role_key
                         from access.account_role r
                         where r.account_id = a.account_id
                         order by r.role_key) as roles
            from access.account a
            where a.account_id = :account
            """;

    private static final String BY_NAME = """
            select a.account_id, a.name, a.display_name, a.password_hash is not null as has_password,
                   a.must_change_password, a.language, a.department_id, a.active,
                   array(select r.role_key
                         from access.account_role r
                         where r.account_id = a.account_id
                         order by r.role_key) as roles
            from access.account a
            where a.name_key = :name
            """;

    private static final String PASSWORD = """
            select a.password_hash
            from access.account a
            where a.account_id = :account
              and a.password_hash is not null
            """;

    private static final String INSERT = """
            insert into access.account (name, name_key, display_name, must_change_password, language, department_id, active,
                                        created_at, updated_at)
            values (:name, :key, :display, :change, :language, :department, :active, :at, :at)
            on conflict (name_key) do nothing
            returning account_id
            """;

    private static final String UPDATE = """
            update access.account
            set name = :name,
                name_key = :key,
                display_name = :display,
                language = :language,
                department_id = :department,
                active = :active,
                updated_at = :at,
                version = version + 1
            where account_id = :account
              and not exists (select 1
                              from access.account other
                              where other.name_key = :key
                                and other.account_id <> :account)
            """;

    private static final String SET_PASSWORD = """
            update access.account
            set password_hash = :hash,
                must_change_password = :change,
                updated_at = :at
            where account_id = :account
            """;

    private static final String DROP_PASSWORD = """
            update access.account
            set password_hash = null,
                must_change_password = true,
                updated_at = :at
            where account_id = :account
            """;

    private static final String SET_LANGUAGE = """
            update access.account
            set language = :language,
                updated_at = :at
            where account_id = :account
            """;

    private static final String DROP_ROLES = """
            delete from access.account_role
            where account_id = :account
            """;

    private static final String ADD_ROLES = """
            insert into access.account_role (account_id, role_key)
            select :account, r.role_key
            from access.role r
            where r.role_key = any(:roles)
            """;

    private static final String HOLDERS = """
            select count(distinct a.account_id)
            from access.account a
            join access.account_role ar on ar.account_id = a.account_id
            join access.role r on r.role_key = ar.role_key
            where a.active
              and :function = any(r.functions)
            """;

    private static final String BEARING = """
            select distinct a.account_id, a.display_name
            from access.account a
            join access.account_role ar on ar.account_id = a.account_id
            join access.role r on r.role_key = ar.role_key
            where a.active
              and :function = any(r.functions)
            order by a.account_id
            limit :limit
            """;

    private static final String SIGNED_IN = """
            update access.account
            set last_signed_in_at = :at
            where account_id = :account
            """;

    private static final String LAST_SIGNED_IN = """
            select a.account_id, a.last_signed_in_at
            from access.account a
            where a.last_signed_in_at is not null
            """;

    private static final String IS_AWAITED = """
            select exists (select 1
                           from access.account a
                           where a.name_key = :name
                             and a.password_hash is null
                             and a.last_signed_in_at is null)
            """;

    private static final String VERSIONS = """
            select a.account_id, a.version
            from access.account a
            """;

    private static final String COUNT = "select count(*) from access.account";

    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Account> all() {
        return sql.sql(ALL).query((row, n) -> account(row)).list();
    }

    Optional<Account> find(long id) {
        return sql.sql(BY_ID)
                .param("account", id)
                .query((row, n) -> account(row))
                .optional();
    }

    Optional<Account> find(String name) {
        return sql.sql(BY_NAME)
                .param("name", Account.key(name))
                .query((row, n) -> account(row))
                .optional();
    }

    Optional<String> passwordHash(long id) {
        return sql.sql(PASSWORD).param("account", id).query(String.class).optional();
    }

    /** The new account's id; empty when the name is taken. */
    OptionalLong insert(Account fresh, Instant at) {
        List<Long> ids = values(sql.sql(INSERT), fresh, at)
                .param("change", fresh.mustChangePassword())
                .query(Long.class)
                .list();
        return ids.isEmpty() ? OptionalLong.empty() : OptionalLong.of(ids.getFirst());
    }

    /** False when the name is taken. */
    boolean update(Account changed, Instant at) {
        return values(sql.sql(UPDATE), changed, at)
                        .param("account", changed.id())
                        .update()
                == 1;
    }

    void setPassword(long id, String hash, boolean mustChange, Instant at) {
        sql.sql(SET_PASSWORD)
                .param("account", id)
                .param("hash", hash)
                .param("change", mustChange)
                .param("at", Timestamp.from(at))
                .update();
    }

    void dropPassword(long id, Instant at) {
        sql.sql(DROP_PASSWORD)
                .param("account", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    void setLanguage(long id, String language, Instant at) {
        sql.sql(SET_LANGUAGE)
                .param("account", id)
                .param("language", language)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** How many of these roles exist; the account bears those and no others. */
    int setRoles(long id, List<String> roles) {
        sql.sql(DROP_ROLES).param("account", id).update();
        return sql.sql(ADD_ROLES)
                .param("account", id)
                .param("roles", roles.toArray(String[]::new))
                .update();
    }

    /** How many active accounts hold a function. */
    long holders(String function) {
        return sql.sql(HOLDERS).param("function", function).query(Long.class).single();
    }

    /** Names of active accounts that hold a function, the first of them. */
    List<String> holding(String function, int limit) {
        return sql.sql(BEARING)
                .param("function", function)
                .param("limit", limit)
                .query((row, n) -> row.getString("display_name"))
                .list();
    }

    /** How often each account has been changed, counted from 1. */
    Map<Long, Long> versions() {
        Map<Long, Long> versions = new HashMap<>();
        RowCallbackHandler each = row -> versions.put(row.getLong("account_id"), row.getLong("version"));
        sql.sql(VERSIONS).query(each);
        return versions;
    }

    void signedIn(long id, Instant at) {
        sql.sql(SIGNED_IN).param("account", id).param("at", Timestamp.from(at)).update();
    }

    /** When each account signed in last; those who never did are absent. */
    Map<Long, Instant> lastSignedIn() {
        Map<Long, Instant> moments = new HashMap<>();
        RowCallbackHandler each = row -> moments.put(
                row.getLong("account_id"), row.getTimestamp("last_signed_in_at").toInstant());
        sql.sql(LAST_SIGNED_IN).query(each);
        return moments;
    }

    /** Whether somebody is still to come in for the first time, and to set a password. */
    boolean isAwaited(String name) {
        return sql.sql(IS_AWAITED)
                .param("name", Account.key(name))
                .query(Boolean.class)
                .single();
    }

    long count() {
        return sql.sql(COUNT).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Account account, Instant at) {
        return statement
                .param("name", account.name())
                .param("key", Account.key(account.name()))
                .param("display", account.displayName())
                .param("language", account.language())
                .param("department", nullable(account.departmentId()), java.sql.Types.BIGINT)
                .param("active", account.active())
                .param("at", Timestamp.from(at));
    }

    static @Nullable Long nullable(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }

    private static Account account(ResultSet row) throws SQLException {
        long department = row.getLong("department_id");
        OptionalLong departmentId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(department);
        return new Account(
                row.getLong("account_id"),
                row.getString("name"),
                row.getString("display_name"),
                row.getBoolean("has_password"),
                row.getBoolean("must_change_password"),
                row.getString("language"),
                departmentId,
                row.getBoolean("active"),
                List.of((String[]) row.getArray("roles").getArray()));
    }
}
