package io.clientela.matching;

import io.clientela.kit.match.Outcome;
import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which customers are one by the last run. */
@Repository
class GroupStore {

    private static final String COPY = """
            copy matching.grouped (file_id, head_id, group_id, group_head_id, record_type, outcome, probability)
            from stdin (format binary)
            """;

    private static final String FORGET_ALL = """
            delete from matching.grouped g
            where g.record_type = :record
            """;

    private static final String OF = """
            select g.file_id, g.group_id, g.record_type, g.outcome, g.probability
            from matching.grouped g
            where g.file_id = any(:ids)
            """;

    private static final String SAME = """
            select g.file_id, g.group_id, g.record_type, g.outcome, g.probability
            from matching.grouped g
            where g.outcome = 'same'
              and g.group_id > :after
              and g.head_id = g.file_id
            order by g.group_id, g.file_id
            limit :limit
            """;

    private final JdbcClient sql;
    private final Copy copy;

    GroupStore(JdbcClient sql, Copy copy) {
        this.sql = sql;
        this.copy = copy;
    }

    void forgetAll(String record) {
        sql.sql(FORGET_ALL).param("record", record).update();
    }

    void insert(List<Grouped> files) {
        CopyRows rows = new CopyRows();
        for (Grouped file : files) {
            rows.row(7)
                    .bigint(file.fileId())
                    .bigint(file.fileId())
                    .bigint(file.group())
                    .bigint(file.group())
                    .text(file.record())
                    .text(file.outcome().name().toLowerCase(Locale.ROOT))
                    .real(file.probability());
        }
        copy.in(COPY, rows);
    }

    /** By customer; those alone are absent. */
    Map<Long, Grouped> of(Collection<Long> files) {
        Map<Long, Grouped> grouped = new HashMap<>();
        if (!files.isEmpty()) {
            sql.sql(OF).param("ids", files.toArray(Long[]::new)).query(row -> {
                grouped.put(row.getLong("file_id"), grouped(row));
            });
        }
        return grouped;
    }

    /** Customers in groups that are the same, group by group. */
    List<Grouped> same(long afterGroup, int limit) {
        return sql.sql(SAME)
                .param("after", afterGroup)
                .param("limit", limit)
                .query((row, n) -> grouped(row))
                .list();
    }

    private static Grouped grouped(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Grouped(
                row.getLong("file_id"),
                row.getLong("group_id"),
                row.getString("record_type"),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getDouble("probability"));
    }

    /** {@code group} is the first customer of the group, {@code probability} that of its least sure joint. */
    record Grouped(long fileId, long group, String record, Outcome outcome, double probability) {}
}
