package io.clientela.customer;

import io.clientela.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads rows of {@code customer.file} by the catalogue's columns and own fields; without what is kept of cards, which only an opened file has. */
@Component
public class FileRows {

    private static final TypeReference<Map<String, Integer>> ORIGIN = new TypeReference<>() {};
    private static final List<String> GOVERNING = List.of(
            "file_id",
            "head_id",
            "number",
            "record_type",
            "listed",
            "version",
            "last_seq",
            "owner_id",
            "department_id",
            "plan_version",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "origin",
            "custom",
            "linked");

    private final Map<String, FileColumns.Kind> kinds;
    private final CustomValues custom;
    private final String selectList;

    @Autowired
    FileRows(FileColumns columns, CustomValues custom) {
        this.custom = custom;
        this.kinds = new LinkedHashMap<>(columns.kinds());
        columns.cards().forEach(kinds::remove);
        this.selectList = "f." + String.join(", f.", GOVERNING)
                + ", num_nonnulls(f." + String.join(", f.", columns.cards()) + ") > 0 as carded, f."
                + String.join(", f.", kinds.keySet());
    }

    private FileRows(Map<String, FileColumns.Kind> kinds, CustomValues custom) {
        this.kinds = kinds;
        this.custom = custom;
        this.selectList = "f." + String.join(", f.", GOVERNING) + ", false as carded"
                + kinds.keySet().stream().map(", f."::concat).collect(Collectors.joining());
    }

    /** Reads of the core fields only these, for a list that shows no others. */
    FileRows only(Set<String> keys) {
        Map<String, FileColumns.Kind> some = new LinkedHashMap<>(kinds);
        some.keySet().retainAll(keys);
        return new FileRows(some, custom);
    }

    /** The columns of a select from {@code customer.file f}. */
    String selectList() {
        return selectList;
    }

    public FileRow read(ResultSet row) throws SQLException {
        Map<String, Value> values = new HashMap<>();
        Map<String, byte[]> sealed = new HashMap<>();
        for (Map.Entry<String, FileColumns.Kind> column : kinds.entrySet()) {
            readValue(row, column.getKey(), column.getValue(), values, sealed);
        }
        String record = row.getString("record_type");
        custom.read(row.getString("custom"), record, values, sealed);
        String origin = row.getString("origin");
        return new FileRow(
                row.getLong("file_id"),
                row.getLong("head_id"),
                new CustomerNumber(row.getString("number")),
                record,
                row.getBoolean("listed"),
                row.getLong("version"),
                row.getInt("last_seq"),
                row.getLong("owner_id"),
                row.getLong("department_id"),
                row.getString("plan_version"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("created_by"),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("updated_by"),
                row.getBoolean("carded"),
                Optional.ofNullable(row.getString("linked")).map(json -> Json.read(json, Linked.class)),
                "{}".equals(origin) ? Map.of() : Json.read(origin, ORIGIN),
                values,
                sealed);
    }

    private static void readValue(
            ResultSet row, String key, FileColumns.Kind kind, Map<String, Value> values, Map<String, byte[]> sealed)
            throws SQLException {
        switch (kind) {
            case SEALED -> {
                byte[] bytes = row.getBytes(key);
                if (bytes != null) {
                    sealed.put(key, bytes);
                }
            }
            case TEXTS -> {
                java.sql.Array array = row.getArray(key);
                if (array != null) {
                    values.put(key, new Value(List.of((String[]) array.getArray())));
                }
            }
            case DATE -> {
                LocalDate date = row.getObject(key, LocalDate.class);
                if (date != null) {
                    values.put(key, Value.of(date.toString()));
                }
            }
            case NUMBER -> {
                java.math.BigDecimal number = row.getBigDecimal(key);
                if (number != null) {
                    values.put(key, Value.of(number.toPlainString()));
                }
            }
            case TEXT -> {
                String text = row.getString(key);
                if (text != null) {
                    values.put(key, Value.of(text));
                }
            }
        }
    }
}
