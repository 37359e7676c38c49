package io.clientela.customer;

import io.clientela.platform.Bundle;
import io.clientela.platform.Bundles;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import io.clientela.platform.Json;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code customer.file}; only the write gate writes here. */
@Repository
class FileStore {

    private static final String NEXT_IDS = """
            select nextval('customer.file_seq')
            from generate_series(1, :count)
            """;

    /**
     * {@code %s} is a list of columns that comes from the catalogue. The database doesn't see how many ids there are when it plans, so
     * that one plan serves all: planning takes as long as reading one file.
     */
    private static final String BY_ID = """
            select %s
            from customer.file f
            where f.file_id = any(cast((select cast(:ids as bigint[])) as bigint[]))
            order by f.file_id
            """;

    private static final String IDS_BY_NUMBER = """
            select f.number, f.file_id, f.head_id
            from customer.file f
            where f.number = any(:numbers)
            """;

    private static final String KIND = """
            select f.record_type, f.owner_id, f.department_id
            from customer.file a
            join customer.file f on f.file_id = a.head_id
            where a.number = :number
            """;

    private static final String LINK = """
            update customer.file
            set linked = cast(:linked as jsonb),
                listed = :listed
            where file_id = :file
            """;

    private final JdbcClient sql;
    private final Copy copy;
    private final Bundles bundles;
    private final FileColumns columns;
    private final FileRows rows;
    private final CustomValues custom;
    private final String copyStatement;
    private final String lockStatement;
    private final String lockAloneStatement;
    private final String byIdStatement;
    private final String byNumberStatement;
    private final String begunStatement;
    private final String exactStatement;
    private final String cardsStatement;

    FileStore(JdbcClient sql, Copy copy, Bundles bundles, FileColumns columns, FileRows rows, CustomValues custom) {
        this.sql = sql;
        this.copy = copy;
        this.bundles = bundles;
        this.columns = columns;
        this.rows = rows;
        this.custom = custom;
        // The list of core columns comes from the catalogue and nowhere else, so these eight are put together once at
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
        this.lockAloneStatement = """
                select %s
                from customer.file f
                where f.number = :number
                  and f.head_id = f.file_id
                  and f.linked is null
                for update
                """.formatted(rows.selectList());
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

    /** Of the file a number opens only its record type and whose it is. */
    Optional<Kind> kind(CustomerNumber number) {
        return sql.sql(KIND)
                .param("number", number.text())
                .query((row, n) ->
                        new Kind(row.getString("record_type"), row.getLong("owner_id"), row.getLong("department_id")))
                .optional();
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
        FileRows some = shown(keys);
        return sql.sql(BY_ID.formatted(some.selectList()))
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> some.read(row))
                .list();
    }

    /** What is read of a row for a list that shows these core fields; all where none is named. */
    FileRows shown(Set<String> keys) {
        return keys.isEmpty() ? rows : rows.only(keys);
    }

    /** Locks the rows in the order of their ids, so that two batches can't wait for each other. */
    List<FileRow> lock(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : read(lockStatement, ids);
    }

    /** Locks the file of a number, if it is linked to none. */
    List<FileRow> lockAlone(String number) {
        return sql.sql(lockAloneStatement)
                .param("number", number)
                .query((row, n) -> rows.read(row))
                .list();
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
        Bundle alone = bundles.open();
        update(file, changedKeys, nameSort, alone);
        alone.send();
    }

    /** The same with what else a bundle sends. */
    void update(FileRow file, Collection<String> changedKeys, Optional<byte[]> nameSort, Bundle bundle) {
        List<String> core = changedKeys.stream()
                .filter(key -> columns.kind(key).isPresent())
                .sorted()
                .toList();
        CustomValues.Changes changed = custom.changes(file, changedKeys);
        List<String> more = new ArrayList<>();
        core.forEach(key -> more.add("%s = :f_%s".formatted(key, key)));
        if (nameSort.isPresent()) {
            more.add("name_sort = :sort");
        }
        if (!changed.isEmpty()) {
            more.add("custom = (custom - cast(:gone as text[])) || cast(:custom as jsonb)");
        }
        // Keys come from the catalogue and stand in order, so that there are few such texts.
        String further = more.stream().map(one -> ",\n    " + one).collect(Collectors.joining());
        Bundle.Statement update = bundle.sql("""
                        update customer.file
                        set version = :version,
                            last_seq = :seq,
                            listed = :listed,
                            owner_id = :owner,
                            department_id = :department,
                            updated_at = :at,
                            updated_by = :by,
                            origin = cast(:origin as jsonb)%s
                        where file_id = :file
                        """.formatted(further))
                .param("version", file.version())
                .param("seq", file.lastSeq())
                .param("listed", file.listed())
                .param("owner", file.ownerId())
                .param("department", file.departmentId())
                .param("at", file.updatedAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("by", file.updatedBy())
                .param("origin", Json.write(file.origin()))
                .param("file", file.fileId());
        for (String key : core) {
            bind(update, file, key);
        }
        nameSort.ifPresent(sort -> update.param("sort", sort));
        if (!changed.isEmpty()) {
            update.param("gone", changed.gone().toArray(String[]::new)).param("custom", changed.set());
        }
        update.add();
    }

    /** Whether a file heads others, which, and whether lists show it. */
    void link(FileRow file) {
        sql.sql(LINK)
                .param("linked", file.linked().map(Json::write).orElse(null), Types.VARCHAR)
                .param("listed", file.listed())
                .param("file", file.fileId())
                .update();
    }

    /** A file's record type, and whose it is. */
    record Kind(String record, long ownerId, long departmentId) {}

    /** A file and to whom it belongs. */
    record Named(long fileId, long headId) {}

    private void bind(Bundle.Statement update, FileRow file, String key) {
        FileColumns.Kind kind = columns.kind(key).orElseThrow();
        Value value = file.values().getOrDefault(key, Value.NONE);
        String name = "f_" + key;
        if (kind == FileColumns.Kind.SEALED) {
            update.param(name, file.sealed().get(key), kind.sqlType());
        } else if (value.isEmpty()) {
            update.param(name, null, kind.sqlType());
        } else {
            switch (kind) {
                case TEXTS -> update.param(name, value.parts().toArray(String[]::new));
                case DATE -> update.param(name, LocalDate.parse(value.text()));
                case NUMBER -> update.param(name, new BigDecimal(value.text()));
                default -> update.param(name, value.text());
            }
        }
    }

    /** A file and what was said of it first. */
    record Begun(FileRow file, Entry first) {}
}
