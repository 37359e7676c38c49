package io.clientela.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads only the columns that files are compared by. */
@Repository
class ComparedStore {

    /** Counted no further than takes a moment; of more it is known well enough how many there are. */
    private static final String ABOUT = """
            select case
                     when counted.files <= 100000 then counted.files
                     else greatest(counted.files, (select reltuples::bigint from pg_class where oid = 'customer.file'::regclass))
                   end
            from (
              select count(*) as files
              from (select from customer.file f where f.listed limit 100001) first
            ) counted
            """;

    private static final String COLUMNS = "select f.file_id, f.";

    private static final String AFTER = """

            from customer.file f
            where f.file_id > :after
              and f.listed
              and f.record_type = :record
            order by f.file_id
            limit :limit
            """;

    private static final String OF = """

            from customer.file f
            where f.file_id = any(:ids)
              and f.listed
              and f.record_type = :record
            order by f.file_id
            """;

    /** Of every file that is the customer. */
    private static final String HIDDEN = """
            select k.head_id, k.kind, k.blind
            from customer.unique_key k
            where k.file_id = any(:ids)
              and k.kind = any(:kinds)
            union
            select k.head_id, k.kind, k.blind
            from customer.file f
            join customer.unique_key k on k.file_id = f.file_id
            where f.head_id = any(:ids)
              and f.head_id <> f.file_id
              and k.kind = any(:kinds)
            order by 1, 2, 3
            """;

    private final JdbcClient sql;
    private final FileColumns columns;

    ComparedStore(JdbcClient sql, FileColumns columns) {
        this.sql = sql;
        this.columns = columns;
    }

    long about() {
        return sql.sql(ABOUT).query(Long.class).single();
    }

    /** {@code keys} are fields of the catalogue that have a column. */
    List<Row> after(String record, List<String> keys, long fileId, int limit) {
        List<String> known = known(keys);
        return sql.sql(COLUMNS + String.join(", f.", known) + AFTER)
                .param("after", fileId)
                .param("record", record)
                .param("limit", limit)
                .query((row, n) -> read(row, known))
                .list();
    }

    List<Row> of(String record, List<String> keys, Collection<Long> ids) {
        List<String> known = known(keys);
        return sql.sql(COLUMNS + String.join(", f.", known) + OF)
                .param("ids", ids.toArray(Long[]::new))
                .param("record", record)
                .query((row, n) -> read(row, known))
                .list();
    }

    /** Keyed hashes of sealed values, by the file that stands for the customer. */
    List<Hidden> hidden(Collection<Long> heads, List<String> kinds) {
        return heads.isEmpty()
                ? List.of()
                : sql.sql(HIDDEN)
                        .param("ids", heads.toArray(Long[]::new))
                        .param("kinds", kinds.toArray(String[]::new))
                        .query((row, n) ->
                                new Hidden(row.getLong("head_id"), row.getString("kind"), row.getBytes("blind")))
                        .list();
    }

    private List<String> known(List<String> keys) {
        return keys.stream().filter(key -> columns.kind(key).isPresent()).toList();
    }

    /** Dates come as the canonical text they are, too. */
    private static Row read(ResultSet row, List<String> keys) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String value = row.getString(i + 2);
            if (value != null && !value.isEmpty()) {
                values.put(keys.get(i), value);
            }
        }
        return new Row(row.getLong(1), values);
    }

    record Row(long fileId, Map<String, String> values) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Hidden(long headId, String kind, byte[] blind) {}
}
