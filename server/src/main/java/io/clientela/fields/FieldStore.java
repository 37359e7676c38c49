package io.clientela.fields;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.ChangeRule;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.kit.fields.Field.Mask;
import io.clientela.kit.fields.Field.Search;
import io.clientela.kit.fields.Field.Sensitivity;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.Layout;
import io.clientela.kit.fields.Texts;
import io.clientela.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** What the house added to the product's fields, code items and forms, or says differently of them. */
@Repository
class FieldStore {
    private static final String VERSION = """
            select c.version
            from fields.catalogue c
            """;

    private static final String FIELDS = """
            select f.record, f.key, f.type, f.label, f.explanation, f.example, f.synonyms, f.code_list, f.rule, f.grade,
                f.sensitivity, f.mask, f.sealed, f.is_unique, f.search, f.sortable, f.filterable, f.change, f.max_length,
                f.section, f.retired, f.field_id
            from fields.field f
            order by f.record, f.position, f.field_id
            """;

    private static final String ITEMS = """
            select i.list_key, i.code, i.parent, i.label, i.synonyms, i.retired
            from fields.code_item i
            order by i.list_key, i.position, i.code
            """;

    private static final String ADJUSTMENTS = """
            select a.record, a.key, a.label, a.explanation, a.example, a.synonyms, a.grade, a.sensitivity, a.mask, a.filterable,
                a.retired
            from fields.adjustment a
            """;

    private static final String LAYOUTS = """
            select l.record, l.groups
            from fields.layout l
            """;

    private static final String OWN_LISTS = """
            select c.list_key
            from fields.code_list c
            where c.own
            order by c.list_key collate "C"
            """;

    private static final TypeReference<List<Layout.Group>> GROUPS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    FieldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql(VERSION).query(Long.class).single();
    }

    List<Field> fields() {
        return jdbc.sql(FIELDS).query((row, number) -> field(row)).list();
    }

    /** The product's own fields as the house wants them. */
    List<Field> adjusted(Catalogue shipped) {
        return jdbc.sql(ADJUSTMENTS).query((row, number) -> adjusted(shipped, row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    List<Layout> layouts() {
        return jdbc.sql(LAYOUTS)
                .query((row, number) -> new Layout(row.getString("record"), Json.read(row.getString("groups"), GROUPS)))
                .list();
    }

    /** Items by the key of their list; a list of the house's own is there even when it has none. */
    Map<String, List<CodeItem>> items() {
        Map<String, List<CodeItem>> items = new LinkedHashMap<>();
        jdbc.sql(OWN_LISTS).query(row -> {
            items.put(row.getString("list_key"), new ArrayList<>());
        });
        jdbc.sql(ITEMS).query(row -> {
            items.computeIfAbsent(row.getString("list_key"), none -> new ArrayList<>())
                    .add(item(row));
        });
        return items;
    }

    private static CodeItem item(ResultSet row) throws SQLException {
        return new CodeItem(
                row.getString("code"),
                row.getString("parent"),
                texts(row, "label"),
                strings(row, "synonyms"),
                row.getBoolean("retired"));
    }

    /** Empty where a newer version of the product has the field no more. */
    private static Optional<Field> adjusted(Catalogue shipped, ResultSet row) throws SQLException {
        Optional<Field> known = shipped.find(row.getString("record"), row.getString("key"));
        if (known.isEmpty()) {
            return known;
        }
        Field field = known.get();
        return Optional.of(new Field(
                field.record(),
                field.key(),
                field.type(),
                texts(row, "label"),
                texts(row, "explanation"),
                texts(row, "example"),
                strings(row, "synonyms"),
                field.codeList(),
                field.rule(),
                Grade.valueOf(row.getString("grade")),
                Sensitivity.valueOf(row.getString("sensitivity")),
                Mask.valueOf(row.getString("mask")),
                field.sealed(),
                field.unique(),
                field.search(),
                field.sortable(),
                row.getBoolean("filterable"),
                field.change(),
                field.maxLength(),
                field.section(),
                row.getBoolean("retired"),
                0,
                field.dated(),
                field.derived(),
                field.matching()));
    }

    private static Field field(ResultSet row) throws SQLException {
        return new Field(
                row.getString("record"),
                row.getString("key"),
                FieldType.valueOf(row.getString("type")),
                texts(row, "label"),
                texts(row, "explanation"),
                texts(row, "example"),
                strings(row, "synonyms"),
                row.getString("code_list"),
                row.getString("rule"),
                Grade.valueOf(row.getString("grade")),
                Sensitivity.valueOf(row.getString("sensitivity")),
                Mask.valueOf(row.getString("mask")),
                row.getBoolean("sealed"),
                row.getBoolean("is_unique"),
                Search.valueOf(row.getString("search")),
                row.getBoolean("sortable"),
                row.getBoolean("filterable"),
                ChangeRule.valueOf(row.getString("change")),
                row.getInt("max_length"),
                row.getString("section"),
                row.getBoolean("retired"),
                row.getLong("field_id"));
    }

    private static Texts texts(ResultSet row, String column) throws SQLException {
        return Json.read(row.getString(column), Texts.class);
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
