package io.clientela.customer;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far going through the contacts there were has come; no row when there is nothing to do. */
@Repository
class ComingDayFillingStore {

    private static final String LOCK = """
            select n.after_file, n.files_done
            from customer.coming_day_filling n
            where n.filling_id = :id
            for update
            """;

    private static final String REACHED = """
            update customer.coming_day_filling
            set after_file = :after,
                files_done = :done
            where filling_id = :id
            """;

    private static final String END = """
            delete from customer.coming_day_filling n
            where n.filling_id = :id
            """;

    private static final String NEXT_FILES = """
            select distinct i.file_id
            from customer.item i
            where i.file_id > :after
              and i.list_key = 'contacts'
              and jsonb_exists(i.parts, 'important_dates')
            order by i.file_id
            limit :limit
            """;

    private final JdbcClient sql;

    ComingDayFillingStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Reached> lock(long id) {
        return sql.sql(LOCK)
                .param("id", id)
                .query((row, n) -> new Reached(row.getLong("after_file"), row.getLong("files_done")))
                .optional();
    }

    void reached(long id, long after, long done) {
        sql.sql(REACHED)
                .param("after", after)
                .param("done", done)
                .param("id", id)
                .update();
    }

    void end(long id) {
        sql.sql(END).param("id", id).update();
    }

    List<Long> filesAfter(long after, int limit) {
        return sql.sql(NEXT_FILES)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** The last file that was gone through, and how many were. */
    record Reached(long after, long done) {}
}
