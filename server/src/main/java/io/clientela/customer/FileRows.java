package io.clientela.customer;

import io.clientela.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

    private static final TypeReference<Map<String, Integer>> ORIGINS = new TypeReference<>() {};
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

    // Their places, from one.
    static final int FILE_ID = 1;
    private static final int HEAD_ID = 2;
    private static final int NUMBER = 3;
    static final int RECORD = 4;
    private static final int LISTED = 5;
    private static final int VERSION = 6;
    private static final int LAST_SEQ = 7;
    private static final int OWNER_ID = 8;
    private static final int DEPARTMENT_ID = 9;
    private static final int PLAN_VERSION = 10;
    private static final int CREATED_AT = 11;
    private static final int CREATED_BY = 12;
    private static final int UPDATED_AT = 13;
    private static final int UPDATED_BY = 14;
    private static final int ORIGIN = 15;
    private static final int CUSTOM = 16;
    private static final int LINKED = 17;
    private static final int CARDED = 18;

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

    /** The first of them, which say which file it is and of what type. */
    static String identifying() {
        return "f." + String.join(", f.", GOVERNING.subList(0, RECORD));
    }

    /** How many columns {@link #selectList} has. */
    int width() {
        return CARDED + kinds.size();
    }

    /** Reads a row whose first columns are those of {@link #selectList}, by their places: looking each up by name takes longer than reading it. */
    public FileRow read(ResultSet row) throws SQLException {
        Map<String, Value> values = new HashMap<>();
        Map<String, byte[]> sealed = new HashMap<>();
        int place = CARDED;
        for (Map.Entry<String, FileColumns.Kind> column : kinds.entrySet()) {
            place++;
            readValue(row, place, column.getKey(), column.getValue(), values, sealed);
        }
        String record = row.getString(RECORD);
        custom.read(row.getString(CUSTOM), record, values, sealed);
        String origin = row.getString(ORIGIN);
        return new FileRow(
                row.getLong(FILE_ID),
                row.getLong(HEAD_ID),
                new CustomerNumber(row.getString(NUMBER)),
                record,
                row.getBoolean(LISTED),
                row.getLong(VERSION),
                row.getInt(LAST_SEQ),
                row.getLong(OWNER_ID),
                row.getLong(DEPARTMENT_ID),
                row.getString(PLAN_VERSION),
                row.getObject(CREATED_AT, OffsetDateTime.class).toInstant(),
                row.getLong(CREATED_BY),
                row.getObject(UPDATED_AT, OffsetDateTime.class).toInstant(),
                row.getLong(UPDATED_BY),
                row.getBoolean(CARDED),
                Optional.ofNullable(row.getString(LINKED)).map(json -> Json.read(json, Linked.class)),
                "{}".equals(origin) ? Map.of() : Json.read(origin, ORIGINS),
                values,
                sealed);
    }

    private static void readValue(
            ResultSet row,
            int place,
            String key,
            FileColumns.Kind kind,
            Map<String, Value> values,
            Map<String, byte[]> sealed)
            throws SQLException {
        switch (kind) {
            case SEALED -> {
                byte[] bytes = row.getBytes(place);
                if (bytes != null) {
                    sealed.put(key, bytes);
                }
            }
            case TEXTS -> {
                java.sql.Array array = row.getArray(place);
                if (array != null) {
                    values.put(key, new Value(List.of((String[]) array.getArray())));
                }
            }
            case DATE -> {
                LocalDate date = row.getObject(place, LocalDate.class);
                if (date != null) {
                    values.put(key, Value.of(date.toString()));
                }
            }
            case NUMBER -> {
                java.math.BigDecimal number = row.getBigDecimal(place);
                if (number != null) {
                    values.put(key, Value.of(number.toPlainString()));
                }
            }
            case TEXT -> {
                String text = row.getString(place);
                if (text != null) {
                    values.put(key, Value.of(text));
                }
            }
        }
    }
}
