package io.clientela.fields;

import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Layout;
import io.clientela.kit.fields.Texts;
import io.clientela.platform.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the catalogue; whoever does so raises its version first and thereby waits for whoever else is at it. */
@Repository
class EditingStore {

    private static final String RAISE = """
            update fields.catalogue
            set version = version + 1
            """;

    private static final String INSERT = """
            insert into fields.field (
              record, key, type, label, explanation, example, synonyms, code_list, rule, grade, sensitivity, mask, sealed,
              is_unique, search, sortable, filterable, change, max_length, section, retired, changed_by, changed_at
            )
            values (
              :record, :key, :type, cast(:label as jsonb), cast(:explanation as jsonb), cast(:example as jsonb), :synonyms,
              :list, :rule, :grade, :sensitivity, :mask, :sealed, :unique, :search, :sortable, :filterable, :change, :length,
              :section, :retired, :by, :at
            )
            returning field_id
            """;

    private static final String UPDATE = """
            update fields.field
            set type = :type,
                label = cast(:label as jsonb),
                explanation = cast(:explanation as jsonb),
                example = cast(:example as jsonb),
                synonyms = :synonyms,
                code_list = :list,
                rule = :rule,
                grade = :grade,
                sensitivity = :sensitivity,
                mask = :mask,
                sealed = :sealed,
                is_unique = :unique,
                search = :search,
                sortable = :sortable,
                filterable = :filterable,
                change = :change,
                max_length = :length,
                retired = :retired,
                version = version + 1,
                changed_by = :by,
                changed_at = :at
            where record = :record
              and key = :key
            """;

    private static final String ADJUST = """
            insert into fields.adjustment (
              record, key, label, explanation, example, synonyms, grade, sensitivity, mask, filterable, retired, version,
              changed_by, changed_at
            )
            values (
              :record, :key, cast(:label as jsonb), cast(:explanation as jsonb), cast(:example as jsonb), :synonyms, :grade,
              :sensitivity, :mask, :filterable, :retired, 1, :by, :at
            )
            on conflict (record, key) do update
            set label = excluded.label,
                explanation = excluded.explanation,
                example = excluded.example,
                synonyms = excluded.synonyms,
                grade = excluded.grade,
                sensitivity = excluded.sensitivity,
                mask = excluded.mask,
                filterable = excluded.filterable,
                retired = excluded.retired,
                version = adjustment.version + 1,
                changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            """;

    private static final String VERSIONS = """
            select f.record || '.' || f.key as path, f.version
            from fields.field f
            union all
            select a.record || '.' || a.key, a.version
            from fields.adjustment a
            """;

    private static final String LAYOUT_VERSIONS = """
            select l.record, l.version
            from fields.layout l
            """;

    private static final String PUT_LAYOUT = """
            insert into fields.layout (record, groups, version, changed_by, changed_at)
            values (:record, cast(:groups as jsonb), 1, :by, :at)
            on conflict (record) do update
            set groups = excluded.groups,
                version = layout.version + 1,
                changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            """;

    private static final String LISTS = """
            select c.list_key, c.own, c.label, c.version
            from fields.code_list c
            """;

    private static final String TOUCH_LIST = """
            insert into fields.code_list (list_key, own, label, version, changed_by, changed_at)
            values (:key, :own, cast(:label as jsonb), 1, :by, :at)
            on conflict (list_key) do update
            set label = coalesce(excluded.label, code_list.label),
                version = code_list.version + 1,
                changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            """;

    private static final String PUT_ITEM = """
            insert into fields.code_item (list_key, code, parent, label, synonyms, retired, position, changed_by, changed_at)
            values (:list, :code, :parent, cast(:label as jsonb), :synonyms, :retired, :position, :by, :at)
            on conflict (list_key, code) do update
            set parent = excluded.parent,
                label = excluded.label,
                synonyms = excluded.synonyms,
                retired = excluded.retired,
                position = excluded.position,
                changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            """;

    private static final String REMOVE_ITEM = """
            delete from fields.code_item i
            where i.list_key = :list
              and i.code = :code
            """;

    private static final String POSITIONS = """
            select i.code, i.position
            from fields.code_item i
            where i.list_key = :list
            """;

    private final JdbcClient sql;

    EditingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void raiseVersion() {
        sql.sql(RAISE).update();
    }

    /** Answers the lasting id. */
    long insert(Field field, long by, Instant at) {
        return said(sql.sql(INSERT), field, by, at)
                .param("section", field.section())
                .query(Long.class)
                .single();
    }

    void update(Field field, long by, Instant at) {
        said(sql.sql(UPDATE), field, by, at).update();
    }

    private static JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, Field field, long by, Instant at) {
        return words(statement, field, by, at)
                .param("type", field.type().name())
                .param("list", field.codeList())
                .param("rule", field.rule())
                .param("sealed", field.sealed())
                .param("unique", field.unique())
                .param("search", field.search().name())
                .param("sortable", field.sortable())
                .param("change", field.change().name())
                .param("length", field.maxLength());
    }

    void adjust(Field field, long by, Instant at) {
        words(sql.sql(ADJUST), field, by, at).update();
    }

    private static JdbcClient.StatementSpec words(
            JdbcClient.StatementSpec statement, Field field, long by, Instant at) {
        return statement
                .param("record", field.record())
                .param("key", field.key())
                .param("label", Json.write(field.label()))
                .param("explanation", Json.write(field.explanation()))
                .param("example", Json.write(field.example()))
                .param("synonyms", field.synonyms().toArray(String[]::new))
                .param("grade", field.grade().name())
                .param("sensitivity", field.sensitivity().name())
                .param("mask", field.mask().name())
                .param("filterable", field.filterable())
                .param("retired", field.retired())
                .param("by", by)
                .param("at", Timestamp.from(at));
    }

    /** Versions of fields by {@code record.key}; one that is as it came has none. */
    Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        sql.sql(VERSIONS).query(row -> {
            versions.put(row.getString("path"), row.getLong("version"));
        });
        return versions;
    }

    Map<String, Long> layoutVersions() {
        Map<String, Long> versions = new HashMap<>();
        sql.sql(LAYOUT_VERSIONS).query(row -> {
            versions.put(row.getString("record"), row.getLong("version"));
        });
        return versions;
    }

    void putLayout(Layout layout, long by, Instant at) {
        sql.sql(PUT_LAYOUT)
                .param("record", layout.record())
                .param("groups", Json.write(layout.groups()))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Lists that are the house's own or were edited, by key. */
    Map<String, KeptList> lists() {
        Map<String, KeptList> lists = new HashMap<>();
        sql.sql(LISTS).query(row -> {
            lists.put(
                    row.getString("list_key"),
                    new KeptList(
                            row.getBoolean("own"),
                            Optional.ofNullable(row.getString("label")).map(label -> Json.read(label, Texts.class)),
                            row.getLong("version")));
        });
        return lists;
    }

    void touchList(String key, Optional<Texts> label, long by, Instant at) {
        sql.sql(TOUCH_LIST)
                .param("key", key)
                .param("own", label.isPresent())
                .param("label", label.map(Json::write).orElse(null), java.sql.Types.VARCHAR)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void putItem(String list, CodeItem item, int position, long by, Instant at) {
        sql.sql(PUT_ITEM)
                .param("list", list)
                .param("code", item.code())
                .param("parent", item.parent())
                .param("label", Json.write(item.label()))
                .param("synonyms", item.synonyms().toArray(String[]::new))
                .param("retired", item.retired())
                .param("position", position)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void removeItem(String list, String code) {
        sql.sql(REMOVE_ITEM).param("list", list).param("code", code).update();
    }

    Map<String, Integer> positions(String list) {
        Map<String, Integer> positions = new HashMap<>();
        sql.sql(POSITIONS).param("list", list).query(row -> {
            positions.put(row.getString("code"), row.getInt("position"));
        });
        return positions;
    }

    /** {@code label} is there for a list of the house's own. */
    record KeptList(boolean own, Optional<Texts> label, long version) {}
}
