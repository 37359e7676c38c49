package io.clientela.customer;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out customer numbers. They are taken in a short transaction of their own, so that a long import doesn't hold up a
 * form; a number taken for something that then failed is left out, never reused.
 */
@Repository
class Numbers {

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
    private final Clock clock;
    private final ZoneId zone;

    Numbers(JdbcClient sql, Clock clock, ZoneId zone) {
        this.sql = sql;
        this.clock = clock;
        this.zone = zone;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<CustomerNumber> take(int count) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        // Not waiting for the disk is safe: the file's own commit comes later in the same log and carries this with it.
        sql.sql(LAZY).update();
        long last = sql.sql(TAKE)
                .param("day", Date.valueOf(today))
                .param("count", count)
                .query(Long.class)
                .single();
        List<CustomerNumber> numbers = new ArrayList<>(count);
        for (long n = last - count + 1; n <= last; n++) {
            numbers.add(CustomerNumber.of(today, n));
        }
        return numbers;
    }
}
