package io.clientela.exchange;

import io.clientela.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
class TemplateStore {

    private static final TypeReference<List<Template.Mapped>> COLUMNS = new TypeReference<>() {};

    private static final String INSERT = """
            insert into exchange.template (
              name, name_key, record_type, mode, key_field, dates, country, columns, headings_key, made_by, made_at
            )
            values (
              :name, :nameKey, :record, :mode, :key, :dates, :country, cast(:columns as jsonb), :headings, :by, :at
            )
            on conflict (name_key) do nothing
            returning template_id
            """;

    private static final String SELECT = """
            select t.template_id, t.name, t.record_type, t.mode, t.key_field, t.dates, t.country, t.columns, t.made_by,
                   t.made_at, t.used_at
            from exchange.template t
            """;

    private static final String ALL = SELECT + """
            order by t.name_key collate "C"
            limit 500
            """;

    private static final String FIND = SELECT + """
            where t.template_id = :id
            """;

    private static final String NAMED = SELECT + """
            where t.name_key = :nameKey
            """;

    /** Of several for the same headings the one last used, else last made. */
    private static final String FOR_HEADINGS = SELECT + """
            where t.headings_key = :headings
            order by coalesce(t.used_at, t.made_at) desc, t.template_id desc
            limit 1
            """;

    private static final String MAPPING = """
            select count(*)
            from exchange.template t
            where t.record_type = any(:records)
              and t.columns @> cast(:column as jsonb)
            """;

    private static final String RENAME = """
            update exchange.template t
            set name = :name,
                name_key = :nameKey
            where t.template_id = :id
              and not exists (
                select 1
                from exchange.template o
                where o.name_key = :nameKey
                  and o.template_id <> :id
              )
            """;

    private static final String USED = """
            update exchange.template
            set used_at = :at
            where template_id = :id
            """;

    private static final String DROP = """
            delete from exchange.template t
            where t.template_id = :id
            """;

    private final JdbcClient sql;

    TemplateStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Empty when another has this name. */
    Optional<Long> insert(
            String name, ImportWish wish, List<Template.Mapped> columns, String headings, long by, Instant at) {
        return sql.sql(INSERT)
                .param("name", name)
                .param("nameKey", TemplateHeadings.folded(name))
                .param("record", wish.type())
                .param("mode", wish.mode())
                .param("key", wish.key())
                .param("dates", wish.dates())
                .param("country", wish.country())
                .param("columns", Json.write(columns))
                .param("headings", headings)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    List<Template> all() {
        return sql.sql(ALL).query((row, n) -> template(row)).list();
    }

    Optional<Template> find(long id) {
        return sql.sql(FIND).param("id", id).query((row, n) -> template(row)).optional();
    }

    /** How many map a column to this path, of those for one of these record types. */
    long mapping(String path, List<String> records) {
        return sql.sql(MAPPING)
                .param("records", records.toArray(String[]::new))
                .param("column", Json.write(List.of(Map.of("p", path))))
                .query(Long.class)
                .single();
    }

    Optional<Template> named(String name) {
        return sql.sql(NAMED)
                .param("nameKey", TemplateHeadings.folded(name))
                .query((row, n) -> template(row))
                .optional();
    }

    Optional<Template> forHeadings(String headings) {
        return sql.sql(FOR_HEADINGS)
                .param("headings", headings)
                .query((row, n) -> template(row))
                .optional();
    }

    /** False when another has this name, or this one is gone. */
    boolean rename(long id, String name) {
        return sql.sql(RENAME)
                        .param("id", id)
                        .param("name", name)
                        .param("nameKey", TemplateHeadings.folded(name))
                        .update()
                == 1;
    }

    void used(long id, Instant at) {
        sql.sql(USED).param("id", id).param("at", Timestamp.from(at)).update();
    }

    void drop(long id) {
        sql.sql(DROP).param("id", id).update();
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(
                row.getLong("template_id"),
                row.getString("name"),
                row.getString("record_type"),
                row.getString("mode"),
                row.getString("key_field"),
                row.getString("dates"),
                row.getString("country"),
                Json.read(row.getString("columns"), COLUMNS),
                row.getLong("made_by"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant));
    }
}
