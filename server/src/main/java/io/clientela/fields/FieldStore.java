package io.clientela.fields;

import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.ChangeRule;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.kit.fields.Field.Mask;
import io.clientela.kit.fields.Field.Search;
import io.clientela.kit.fields.Field.Sensitivity;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.Texts;
import io.clientela.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The house's own fields and code items in PostgreSQL. */
@Repository
class FieldStore {
    private static final String VERSION = """
            select c.version
            from fields.catalogue c
            """;

    private static final String FIELDS = """
            select f.record, f.key, f.type, f.label, f.explanation, f.example, f.synonyms, f.code_list, f.rule, f.grade,
                f.sensitivity, f.mask, f.sealed, f.is_unique, f.search, f.sortable, f.filterable, f.change, f.max_length,
                f.section, f.retired
            from fields.field f
            order by f.record, f.position, f.field_id
            """;

    private static final String ITEMS = """
            select i.list_key, i.code, i.parent, i.label, i.synonyms
            from fields.code_item i
            order by i.list_key, i.position, i.code
            """;

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

    /** Items by the key of their list. */
    Map<String, List<CodeItem>> items() {
        Map<String, List<CodeItem>> items = new LinkedHashMap<>();
        jdbc.sql(ITEMS).query(row -> {
            items.computeIfAbsent(row.getString("list_key"), none -> new ArrayList<>())
                    .add(item(row));
        });
        return items;
    }

    private static CodeItem item(ResultSet row) throws SQLException {
        return new CodeItem(
                row.getString("code"), row.getString("parent"), texts(row, "label"), strings(row, "synonyms"));
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
                row.getBoolean("retired"));
    }

    private static Texts texts(ResultSet row, String column) throws SQLException {
        return Json.read(row.getString(column), Texts.class);
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
