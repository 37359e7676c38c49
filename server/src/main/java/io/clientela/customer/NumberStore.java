package io.clientela.customer;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many numbers were given out on a day. */
@Repository
class NumberStore {

    private static final String LAZY = """
            set local synchronous_commit = off
            """;

    private static final String TAKE = """
            insert into customer.number_day as d (day, last)
            values (:day, :count)
            on conflict (day) do update set last = d.last + excluded.last
            returning d.last
            """;

    private final JdbcClient sql;

    NumberStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Takes as many and returns the last of them; to be called in a transaction of its own. */
    long take(LocalDate day, int count) {
        // Not waiting for the disk is safe: the file's own commit comes later in the same log and carries this with it.
        sql.sql(LAZY).update();
        return sql.sql(TAKE)
                .param("day", day)
                .param("count", count)
                .query(Long.class)
                .single();
    }
}
