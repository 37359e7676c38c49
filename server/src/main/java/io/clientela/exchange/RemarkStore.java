package io.clientela.exchange;

import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
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
            copy exchange.remark (run_id, data_row, kind, about, body)
            from stdin (format binary)
            """;

    private static final String PAGE = """
            select m.data_row, m.body
            from exchange.remark m
            where m.run_id = :run
              and m.kind = :kind
              and m.data_row > :after
              and m.mended_run is null
              and (:about = '' or m.about @> array[cast(:about as text)])
            order by m.data_row
            limit :limit
            """;

    private static final String SOME = """
            select m.data_row, m.body
            from exchange.remark m
            where m.run_id = :run
              and m.kind = :kind
              and m.data_row = any(:rows)
              and m.mended_run is null
            order by m.data_row
            """;

    private static final String COUNTS = """
            select m.kind, a.about, count(*) as rows
            from exchange.remark m
            cross join unnest(m.about) as a (about)
            where m.run_id = :run
              and m.mended_run is null
            group by m.kind, a.about
            order by m.kind, rows desc, a.about
            """;

    /** A row that another run has in hand is free again once that one has ended without it. */
    private static final String TAKE = """
            update exchange.remark m
            set mending_run = :by
            where m.run_id = :run
              and m.kind = 'refused'
              and m.data_row = any(:rows)
              and m.mended_run is null
              and not exists (
                select 1
                from exchange.run r
                where r.run_id = m.mending_run
                  and r.state not in ('done', 'failed', 'cancelled')
              )
            """;

    private static final String IN_HAND = """
            select m.data_row
            from exchange.remark m
            where m.run_id = :run
              and m.kind = 'refused'
              and m.mending_run = :by
              and m.data_row > :after
            order by m.data_row
            """;

    private static final String PASSED = """
            update exchange.remark
            set mended_run = :by
            where run_id = :run
              and kind = 'refused'
              and mending_run = :by
              and data_row = any(:rows)
              and mended_run is null
            """;

    private static final String REPLACE = """
            update exchange.remark
            set about = :about,
                body = :body
            where run_id = :run
              and kind = 'refused'
              and mending_run = :by
              and data_row = :row
              and mended_run is null
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
            rows.row(5)
                    .bigint(run)
                    .bigint(remark.row())
                    .text(remark.kind())
                    .texts(about(remark.body()))
                    .bytes(key.seal(Json.bytes(remark.body()), place(run, remark.kind(), remark.row())));
        }
        copy.in(COPY, rows);
    }

    /** {@code about} narrows to rows with this finding, empty for all. */
    List<Remark> page(long run, String kind, String about, long after, int limit, SealKey key) {
        return sql.sql(PAGE)
                .param("run", run)
                .param("kind", kind)
                .param("about", about)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> remark(row, run, kind, key))
                .list();
    }

    /** What is said of these rows, those that have passed since left out. */
    List<Remark> some(long run, String kind, Collection<Long> rows, SealKey key) {
        return sql.sql(SOME)
                .param("run", run)
                .param("kind", kind)
                .param("rows", rows.toArray(Long[]::new))
                .query((row, n) -> remark(row, run, kind, key))
                .list();
    }

    private static Remark remark(ResultSet row, long run, String kind, SealKey key) throws SQLException {
        long number = row.getLong("data_row");
        return new Remark(
                number, kind, Json.read(key.open(row.getBytes("body"), place(run, kind, number)), Body.class));
    }

    /** How many rows there are of each finding. */
    List<Count> counts(long run) {
        return sql.sql(COUNTS)
                .param("run", run)
                .query((row, n) -> {
                    String about = row.getString("about");
                    int colon = about.lastIndexOf(':');
                    return new Count(
                            row.getString("kind"),
                            about.substring(0, colon),
                            about.substring(colon + 1),
                            row.getLong("rows"));
                })
                .list();
    }

    /** Takes refused rows in hand for the run {@code by}; answers how many were free. */
    int take(long run, Collection<Long> rows, long by) {
        return sql.sql(TAKE)
                .param("run", run)
                .param("rows", rows.toArray(Long[]::new))
                .param("by", by)
                .update();
    }

    List<Long> inHand(long run, long by, long after) {
        return sql.sql(IN_HAND)
                .param("run", run)
                .param("by", by)
                .param("after", after)
                .query(Long.class)
                .list();
    }

    /** Lets rows leave the refused ones of {@code run}; answers how many did. */
    int passed(long run, Collection<Long> rows, long by) {
        return sql.sql(PASSED)
                .param("run", run)
                .param("rows", rows.toArray(Long[]::new))
                .param("by", by)
                .update();
    }

    /** A row that was refused again keeps the cells it was last given, and the new reasons; answers how many rows did, one or none. */
    int replace(long run, Remark remark, long by, SealKey key) {
        return sql.sql(REPLACE)
                .param("run", run)
                .param("row", remark.row())
                .param("by", by)
                .param("about", about(remark.body()).toArray(String[]::new))
                .param("body", key.seal(Json.bytes(remark.body()), place(run, REFUSED, remark.row())))
                .update();
    }

    private static List<String> about(Body body) {
        return body.problems().stream()
                .map(problem -> about(problem.field(), problem.code()))
                .distinct()
                .toList();
    }

    static String about(String field, String code) {
        return field + ":" + code;
    }

    /** All of a kind in order, page by page. */
    void each(long run, String kind, SealKey key, Consumer<Remark> consumer) {
        long after = 0;
        while (true) {
            List<Remark> page = page(run, kind, "", after, 500, key);
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

    /** How many rows of a kind have this finding. */
    record Count(String kind, String field, String code, long rows) {}

    /** The original cells and the problems. */
    record Body(List<String> cells, List<FieldProblem> problems) {}
}
