package io.clientela.access;

import io.clientela.access.Role.Reach;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of roles, what they say of fields, and the version of all rights. */
@Repository
class RoleStore {

    private static final String ALL = """
            select r.role_key, r.label_zh, r.label_en, r.label_es, r.about_zh, r.about_en, r.about_es, r.functions, r.scope, r.version
            from access.role r
            order by r.position, r.role_key
            """;

    private static final String FIELDS = """
            select f.role_key, f.target, f.read, f.write, f.export
            from access.role_field f
            """;

    private static final String PUT = """
            insert into access.role (role_key, position, label_zh, label_en, label_es, about_zh, about_en, about_es, functions,
                                     scope)
            values (:key, (select coalesce(max(r.position), 0) + 1 from access.role r), :zh, :en, :es, :aboutZh, :aboutEn,
                    :aboutEs, :functions, :scope)
            on conflict (role_key) do update
            set label_zh = excluded.label_zh,
                label_en = excluded.label_en,
                label_es = excluded.label_es,
                about_zh = excluded.about_zh,
                about_en = excluded.about_en,
                about_es = excluded.about_es,
                functions = excluded.functions,
                scope = excluded.scope,
                version = access.role.version + 1
            """;

    private static final String DELETE = """
            delete from access.role
            where role_key = :key
            """;

    private static final String BEARERS = """
            select ar.role_key, count(*) as bearers
            from access.account_role ar
            group by ar.role_key
            """;

    private static final String DROP_FIELDS = """
            delete from access.role_field
            where role_key = :key
            """;

    private static final String ADD_FIELD = """
            insert into access.role_field (role_key, target, read, write, export)
            values (:key, :target, :read, :write, :export)
            """;

    private static final String VERSION = "select v.version from access.rights_version v";

    private static final String WAIT = VERSION + " for update";

    private static final String RAISE = "update access.rights_version set version = version + 1";

    private final JdbcClient sql;

    RoleStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Role> all() {
        Map<String, Map<String, FieldRight>> fields = new HashMap<>();
        RowCallbackHandler eachField = row -> fields.computeIfAbsent(row.getString("role_key"), key -> new HashMap<>())
                .put(row.getString("target"), right(row));
        sql.sql(FIELDS).query(eachField);
        return sql.sql(ALL)
                .query((row, n) -> role(row, fields.getOrDefault(row.getString("role_key"), Map.of())))
                .list();
    }

    void put(Role role) {
        sql.sql(PUT)
                .param("key", role.key())
                .param("zh", role.labels().getOrDefault("zh", ""))
                .param("en", role.labels().getOrDefault("en", ""))
                .param("es", role.labels().getOrDefault("es", ""))
                .param("aboutZh", role.descriptions().getOrDefault("zh", ""))
                .param("aboutEn", role.descriptions().getOrDefault("en", ""))
                .param("aboutEs", role.descriptions().getOrDefault("es", ""))
                .param("functions", role.functions().toArray(String[]::new))
                .param("scope", lower(role.reach()))
                .update();
        sql.sql(DROP_FIELDS).param("key", role.key()).update();
        role.fields()
                .forEach((target, right) -> sql.sql(ADD_FIELD)
                        .param("key", role.key())
                        .param("target", target)
                        .param("read", lower(right.read()))
                        .param("write", right.write())
                        .param("export", lower(right.export()))
                        .update());
    }

    /** Takes away a role that nobody bears. */
    void delete(String key) {
        sql.sql(DROP_FIELDS).param("key", key).update();
        sql.sql(DELETE).param("key", key).update();
    }

    /** How many accounts bear each role; one that nobody bears is absent. */
    Map<String, Integer> bearers() {
        Map<String, Integer> counts = new HashMap<>();
        RowCallbackHandler each = row -> counts.put(row.getString("role_key"), row.getInt("bearers"));
        sql.sql(BEARERS).query(each);
        return counts;
    }

    long version() {
        return sql.sql(VERSION).query(Long.class).single();
    }

    /** Whoever changes rights does this first and so waits for whoever is at it. */
    void await() {
        sql.sql(WAIT).query(Long.class).single();
    }

    /** Has every node read rights anew. */
    void raiseVersion() {
        sql.sql(RAISE).update();
    }

    private static Role role(ResultSet row, Map<String, FieldRight> fields) throws SQLException {
        return new Role(
                row.getString("role_key"),
                Map.of(
                        "zh", row.getString("label_zh"),
                        "en", row.getString("label_en"),
                        "es", row.getString("label_es")),
                Map.of(
                        "zh", row.getString("about_zh"),
                        "en", row.getString("about_en"),
                        "es", row.getString("about_es")),
                List.of((String[]) row.getArray("functions").getArray()),
                Reach.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                fields,
                row.getLong("version"));
    }

    private static FieldRight right(ResultSet row) throws SQLException {
        return new FieldRight(
                visibility(row.getString("read")), row.getBoolean("write"), visibility(row.getString("export")));
    }

    private static Visibility visibility(String text) {
        return Visibility.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
