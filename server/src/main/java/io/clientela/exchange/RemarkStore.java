package io.clientela.exchange;

import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows a run refused or warned about, whole and sealed, so that they come back as the same sheet. */
@Repository
class RemarkStore {

    static final String REFUSED = "refused";
    static final String WARNING = "warning";

    private static final String COPY = """
            copy exchange.remark (run_id, data_row, kind, body)
            from stdin (format binary)
            """;

    private static final String PAGE = """
            select m.data_row, m.body
            from exchange.remark m
            where m.run_id = :run
              and m.kind = :kind
              and m.data_row > :after
            order by m.data_row
            limit :limit
            """;

    private final JdbcClient sql;
    private final Copy copy;

    RemarkStore(JdbcClient sql, Copy copy) {
        this.sql = sql;
        this.copy = copy;
    }

    void insertAll(long run, List<Remark> remarks, SealKey key) {
        CopyRows rows = new CopyRows();
        for (Remark remark : remarks) {
            rows.row(4)
                    .bigint(run)
                    .bigint(remark.row())
                    .text(remark.kind())
                    .bytes(key.seal(Json.bytes(remark.body()), place(run, remark.kind(), remark.row())));
        }
        copy.in(COPY, rows);
    }

    List<Remark> page(long run, String kind, long after, int limit, SealKey key) {
        return sql.sql(PAGE)
                .param("run", run)
                .param("kind", kind)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Remark(
                        row.getLong("data_row"),
                        kind,
                        Json.read(
                                key.open(row.getBytes("body"), place(run, kind, row.getLong("data_row"))), Body.class)))
                .list();
    }

    /** All of a kind in order, page by page. */
    void each(long run, String kind, SealKey key, Consumer<Remark> consumer) {
        long after = 0;
        while (true) {
            List<Remark> page = page(run, kind, after, 500, key);
            page.forEach(consumer);
            if (page.size() < 500) {
                return;
            }
            after = page.getLast().row();
        }
    }

    private static String place(long run, String kind, long row) {
        return "remark:" + run + ":" + kind + ":" + row;
    }

    /** A row with what is said of it; {@code row} counts data rows from 1. */
    record Remark(long row, String kind, Body body) {}

    /** The original cells and the problems. */
    record Body(List<String> cells, List<FieldProblem> problems) {}
}
