package io.clientela.customer;

import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import io.clientela.platform.Json;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code customer.file}; only the write gate writes here. */
@Repository
class FileStore {

    private static final String NEXT_IDS = """
            select nextval('customer.file_seq')
            from generate_series(1, :count)
            """;

    /** {@code %s} is a list of columns that comes from the catalogue. */
    private static final String BY_ID = """
            select %s
            from customer.file f
            where f.file_id = any(:ids)
            order by f.file_id
            """;

    private static final String IDS_BY_NUMBER = """
            select f.number, f.file_id, f.head_id
            from customer.file f
            where f.number = any(:numbers)
            """;

    private static final String LINK = """
            update customer.file
            set linked = cast(:linked as jsonb),
                listed = :listed
            where file_id = :file
            """;

    private final JdbcClient sql;
    private final Copy copy;
    private final DSLContext dsl;
    private final FileColumns columns;
    private final FileRows rows;
    private final CustomValues custom;
    private final String copyStatement;
    private final String lockStatement;
    private final String byIdStatement;
    private final String byNumberStatement;
    private final String begunStatement;
    private final String exactStatement;
    private final String cardsStatement;

    FileStore(JdbcClient sql, Copy copy, DSLContext dsl, FileColumns columns, FileRows rows, CustomValues custom) {
        this.sql = sql;
        this.copy = copy;
        this.dsl = dsl;
        this.columns = columns;
        this.rows = rows;
        this.custom = custom;
        // The list of core columns comes from the catalogue and nowhere else, so these seven are put together once at
        // start.
        this.copyStatement = """
                copy customer.file (
                  file_id, head_id, number, record_type, listed, version, last_seq, owner_id, department_id, plan_version,
                  created_at, created_by, updated_at, updated_by, name_sort, origin, custom, %s
                )
                from stdin (format binary)
                """.formatted(columns.list());
        this.byIdStatement = BY_ID.formatted(rows.selectList());
        this.byNumberStatement = """
                select %s
                from customer.file a
                join customer.file f on f.file_id = a.head_id
                where a.number = :number
                """.formatted(rows.selectList());
        this.exactStatement = """
                select %s
                from customer.file f
                where f.number = :number
                """.formatted(rows.selectList());
        this.begunStatement = """
                select %s, e.entry_id, e.seq, e.kind, e.channel, e.source, e.actor_id, e.at, e.legal_basis, e.run_id, e.run_row
                from customer.file a
                join customer.file f on f.file_id = a.head_id
                join customer.entry e on e.file_id = f.file_id and e.seq = 1
                where a.number = :number
                """.formatted(rows.selectList());
        this.cardsStatement = """
                select f.file_id, f.%s
                from customer.file f
                where f.file_id = any(:ids)
                """.formatted(String.join(", f.", columns.cards()));
        this.lockStatement = byIdStatement + "for update";
    }

    List<Long> nextIds(int count) {
        return sql.sql(NEXT_IDS).param("count", count).query(Long.class).list();
    }

    Map<String, Named> idsByNumber(Collection<String> numbers) {
        Map<String, Named> ids = new HashMap<>();
        if (!numbers.isEmpty()) {
            sql.sql(IDS_BY_NUMBER)
                    .param("numbers", numbers.toArray(String[]::new))
                    .query(row -> {
                        ids.put(row.getString("number"), new Named(row.getLong("file_id"), row.getLong("head_id")));
                    });
        }
        return ids;
    }

    /** The file a number opens: of one that belongs to another file, that other. */
    Optional<FileRow> find(CustomerNumber number) {
        return find(byNumberStatement, number);
    }

    /** The file that was given a number, whomever it belongs to now. */
    Optional<FileRow> exactly(CustomerNumber number) {
        return find(exactStatement, number);
    }

    private Optional<FileRow> find(String statement, CustomerNumber number) {
        return sql.sql(statement)
                .param("number", number.text())
                .query((row, n) -> rows.read(row))
                .optional();
    }

    /** A file with its first entry, from which nearly all values of nearly all files come. */
    Optional<Begun> begun(CustomerNumber number) {
        return sql.sql(begunStatement)
                .param("number", number.text())
                .query((row, n) -> new Begun(rows.read(row), JournalStore.entry(row)))
                .optional();
    }

    List<FileRow> find(Collection<Long> ids) {
        return read(byIdStatement, ids);
    }

    /** The same with only these core fields; all where none is named. */
    List<FileRow> find(Collection<Long> ids, Set<String> keys) {
        if (keys.isEmpty()) {
            return find(ids);
        }
        FileRows some = rows.only(keys);
        return sql.sql(BY_ID.formatted(some.selectList()))
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> some.read(row))
                .list();
    }

    /** Locks the rows in the order of their ids, so that two batches can't wait for each other. */
    List<FileRow> lock(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : read(lockStatement, ids);
    }

    /** What is kept of cards of these files, still sealed, by file and field. */
    Map<Long, Map<String, byte[]>> cards(Collection<Long> ids) {
        Map<Long, Map<String, byte[]>> cards = new HashMap<>();
        if (ids.isEmpty()) {
            return cards;
        }
        sql.sql(cardsStatement).param("ids", ids.toArray(Long[]::new)).query(row -> {
            Map<String, byte[]> sealed = cards.computeIfAbsent(row.getLong("file_id"), id -> new HashMap<>());
            for (String key : columns.cards()) {
                byte[] bytes = row.getBytes(key);
                if (bytes != null) {
                    sealed.put(key, bytes);
                }
            }
        });
        return cards;
    }

    private List<FileRow> read(String statement, Collection<Long> ids) {
        return sql.sql(statement)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> rows.read(row))
                .list();
    }

    /** Lays out the row of a new file. */
    void layOut(CopyRows out, FileRow file, byte[] nameSort) {

        out.row(17 + columns.keys().size())
                .bigint(file.fileId())
                .bigint(file.headId())
                .text(file.number().text())
                .text(file.record())
                .bool(file.listed())
                .bigint(file.version())
                .integer(file.lastSeq())
                .bigint(file.ownerId())
                .bigint(file.departmentId())
                .text(file.planVersion())
                .instant(file.createdAt())
                .bigint(file.createdBy())
                .instant(file.updatedAt())
                .bigint(file.updatedBy())
                .bytes(nameSort)
                .jsonb(file.origin().isEmpty() ? "{}" : Json.write(file.origin()))
                .jsonb(custom.of(file));
        columns.kinds().forEach((key, kind) -> writeValue(out, file, key, kind));
    }

    void insertAll(CopyRows rows) {
        copy.in(copyStatement, rows);
    }

    private static void writeValue(CopyRows out, FileRow file, String key, FileColumns.Kind kind) {
        byte[] sealed = kind == FileColumns.Kind.SEALED ? file.sealed().get(key) : null;
        Value value = file.values().get(key);
        if (sealed != null) {
            out.bytes(sealed);
        } else if (kind == FileColumns.Kind.SEALED || value == null || value.isEmpty()) {
            out.nothing();
        } else {
            switch (kind) {
                case TEXTS -> out.texts(value.parts());
                case DATE -> out.date(Optional.of(LocalDate.parse(value.text())));
                case NUMBER -> out.numeric(new BigDecimal(value.text()));
                default -> out.text(value.text());
            }
        }
    }

    /** Writes what changed of one locked row. */
    void update(FileRow file, Collection<String> changedKeys, Optional<byte[]> nameSort) {
        Map<org.jooq.Field<?>, Object> set = new HashMap<>();
        set.put(DSL.field("version"), file.version());
        set.put(DSL.field("last_seq"), file.lastSeq());
        set.put(DSL.field("listed"), file.listed());
        set.put(DSL.field("owner_id"), file.ownerId());
        set.put(DSL.field("department_id"), file.departmentId());
        set.put(
                DSL.field("updated_at"),
                Timestamp.from(file.updatedAt()).toInstant().atOffset(ZoneOffset.UTC));
        set.put(DSL.field("updated_by"), file.updatedBy());
        set.put(DSL.field("origin"), org.jooq.JSONB.valueOf(Json.write(file.origin())));
        nameSort.ifPresent(sort -> set.put(DSL.field("name_sort"), sort));
        List<String> written = new ArrayList<>(changedKeys);
        for (String key : written) {
            columns.kind(key).ifPresent(kind -> bind(set, key, kind, file));
        }
        CustomValues.Changes changed = custom.changes(file, changedKeys);
        if (!changed.isEmpty()) {
            set.put(
                    DSL.field("custom"),
                    DSL.field(
                            "(custom - {0}) || {1}",
                            org.jooq.JSONB.class,
                            DSL.val(changed.gone().toArray(String[]::new)),
                            DSL.val(org.jooq.JSONB.valueOf(changed.set()))));
        }
        dsl.update(DSL.table(DSL.name("customer", "file")))
                .set(set)
                .where(DSL.field("file_id", Long.class).eq(file.fileId()))
                .execute();
    }

    /** Whether a file heads others, which, and whether lists show it. */
    void link(FileRow file) {
        sql.sql(LINK)
                .param("linked", file.linked().map(Json::write).orElse(null), java.sql.Types.VARCHAR)
                .param("listed", file.listed())
                .param("file", file.fileId())
                .update();
    }

    /** A file and to whom it belongs. */
    record Named(long fileId, long headId) {}

    private static void bind(Map<org.jooq.Field<?>, Object> set, String key, FileColumns.Kind kind, FileRow file) {
        Value value = file.values().getOrDefault(key, Value.NONE);
        switch (kind) {
            case SEALED ->
                set.put(DSL.field(DSL.name(key), byte[].class), file.sealed().get(key));
            case TEXTS ->
                set.put(
                        DSL.field(DSL.name(key), String[].class),
                        value.isEmpty() ? null : value.parts().toArray(String[]::new));
            case DATE ->
                set.put(
                        DSL.field(DSL.name(key), LocalDate.class),
                        value.isEmpty() ? null : LocalDate.parse(value.text()));
            case NUMBER ->
                set.put(
                        DSL.field(DSL.name(key), BigDecimal.class),
                        value.isEmpty() ? null : new BigDecimal(value.text()));
            case TEXT -> set.put(DSL.field(DSL.name(key), String.class), value.isEmpty() ? null : value.text());
        }
    }

    /** A file and what was said of it first. */
    record Begun(FileRow file, Entry first) {}
}
