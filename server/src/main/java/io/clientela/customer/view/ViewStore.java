package io.clientela.customer.view;

import io.clientela.customer.view.View.Circle;
import io.clientela.customer.view.View.Shown;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ViewStore {

    private static final String PLACE = "list-view";

    private static final String VISIBLE = """
            select v.view_id, v.owner_id, v.body, v.audience, v.audience_key, v.version
            from customer.view v
            where v.owner_id = :user
               or (v.audience || ':' || v.audience_key) = any(:circles)
            order by v.owner_id <> :user, v.view_id
            limit 1000
            """;

    private static final String FIND = """
            select v.view_id, v.owner_id, v.body, v.audience, v.audience_key, v.version
            from customer.view v
            where v.view_id = :id
            """;

    private static final String COUNT = """
            select count(*)
            from customer.view v
            where v.owner_id = :user
            """;

    private static final String INSERT = """
            insert into customer.view (owner_id, body, audience, audience_key, version, updated_at)
            values (:owner, :body, :audience, :key, 1, :at)
            returning view_id
            """;

    private static final String UPDATE = """
            update customer.view
            set body = :body,
                audience = :audience,
                audience_key = :key,
                version = version + 1,
                updated_at = :at
            where view_id = :id
              and version = :version
            """;

    private static final String DELETE = """
            delete from customer.view
            where view_id = :id
            """;

    private static final String TASTE = """
            select t.body
            from customer.list_taste t
            where t.user_id = :user
            """;

    private static final String KEEP_TASTE = """
            insert into customer.list_taste (user_id, body)
            values (:user, cast(:body as jsonb))
            on conflict (user_id) do update
            set body = excluded.body
            """;

    private final JdbcClient sql;
    private final SealKey key;

    ViewStore(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.key = vault.purpose(PLACE);
    }

    List<View> visible(long user, Collection<Circle> circles) {
        return sql.sql(VISIBLE)
                .param("user", user)
                .param(
                        "circles",
                        circles.stream()
                                .map(circle -> text(circle.kind()) + ":" + circle.key())
                                .toArray(String[]::new))
                .query((row, n) -> view(row))
                .list();
    }

    Optional<View> find(long id) {
        return sql.sql(FIND).param("id", id).query((row, n) -> view(row)).optional();
    }

    long count(long user) {
        return sql.sql(COUNT).param("user", user).query(Long.class).single();
    }

    long insert(long owner, Shown shown, Circle circle, Instant at) {
        return sql.sql(INSERT)
                .param("owner", owner)
                .param("body", key.seal(Json.bytes(shown), place(owner)))
                .param("audience", text(circle.kind()))
                .param("key", circle.key())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** False where it has another version by now. */
    boolean update(View view, Instant at) {
        return sql.sql(UPDATE)
                        .param("body", key.seal(Json.bytes(view.shown()), place(view.owner())))
                        .param("audience", text(view.circle().kind()))
                        .param("key", view.circle().key())
                        .param("at", Timestamp.from(at))
                        .param("id", view.id())
                        .param("version", view.version())
                        .update()
                == 1;
    }

    void delete(long id) {
        sql.sql(DELETE).param("id", id).update();
    }

    Optional<Taste> taste(long user) {
        return sql.sql(TASTE)
                .param("user", user)
                .query(String.class)
                .optional()
                .map(body -> Json.read(body, Taste.class));
    }

    void keep(long user, Taste taste) {
        sql.sql(KEEP_TASTE).param("user", user).param("body", Json.write(taste)).update();
    }

    private View view(ResultSet row) throws SQLException {
        long owner = row.getLong("owner_id");
        return new View(
                row.getLong("view_id"),
                owner,
                Json.read(key.open(row.getBytes("body"), place(owner)), Shown.class),
                new Circle(
                        Circle.Kind.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
                        row.getString("audience_key")),
                row.getLong("version"));
    }

    private static String text(Circle.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whose it is never changes, and the id isn't known before it is kept. */
    private static String place(long owner) {
        return PLACE + ":" + owner;
    }
}
