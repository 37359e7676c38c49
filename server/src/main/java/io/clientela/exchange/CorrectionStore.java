package io.clientela.exchange;

import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Rows of handed-over files as somebody has corrected them, sealed; whoever reads the file again reads these instead. */
@Repository
class CorrectionStore {

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private static final String PUT = """
            insert into exchange.correction (upload_id, data_row, body)
            values (:upload, :row, :body)
            on conflict (upload_id, data_row) do update
            set body = excluded.body
            """;

    private static final String ALL = """
            select c.data_row, c.body
            from exchange.correction c
            where c.upload_id = :upload
              and c.data_row <= :last
            """;

    private static final String COUNT = """
            select count(*)
            from exchange.correction c
            where c.upload_id = :upload
            """;

    private static final String DROP = """
            delete from exchange.correction c
            where c.upload_id = :upload
            """;

    private final JdbcClient sql;

    CorrectionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void put(long upload, long row, List<String> cells, SealKey key) {
        sql.sql(PUT)
                .param("upload", upload)
                .param("row", row)
                .param("body", key.seal(Json.bytes(cells), place(upload, row)))
                .update();
    }

    /** Cells by data row. */
    Map<Long, List<String>> all(long upload, SealKey key) {
        return first(upload, Long.MAX_VALUE, key);
    }

    /** The same of the data rows up to {@code last}. */
    Map<Long, List<String>> first(long upload, long last, SealKey key) {
        Map<Long, List<String>> corrected = new TreeMap<>();
        sql.sql(ALL).param("upload", upload).param("last", last).query(row -> {
            long number = row.getLong("data_row");
            corrected.put(number, Json.read(key.open(row.getBytes("body"), place(upload, number)), CELLS));
        });
        return corrected;
    }

    long count(long upload) {
        return sql.sql(COUNT).param("upload", upload).query(Long.class).single();
    }

    void drop(long upload) {
        sql.sql(DROP).param("upload", upload).update();
    }

    private static String place(long upload, long row) {
        return "correction:" + upload + ":" + row;
    }
}
