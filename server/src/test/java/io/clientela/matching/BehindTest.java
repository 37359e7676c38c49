package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kernel.Actor;
import io.clientela.platform.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Where far more has happened than can be followed soon, customers are left to the next run, which finds them. */
@ServerTest
@TestPropertySource(properties = "clientela.test.apart=matching")
class BehindTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoeverCameBeforeVeryMuchElseWaitsForTheNextRun() {
        MatchingDesk desk = MatchingDesk.of(beans);
        Actor steward = desk.person("data_administrator");
        // Nothing of it can be followed before all of it is there.
        List<Long> twins = transaction.execute(status -> {
            List<Long> both = List.of(twin(desk, steward), twin(desk, steward));
            happened(5_600);
            return both;
        });
        desk.followed();
        assertThat(uncompared(twins)).isEqualTo(2);
        assertThat(pairs(twins)).isZero();

        desk.compared(steward);
        assertThat(uncompared(twins)).isZero();
        assertThat(pairs(twins)).isEqualTo(1);
    }

    private long twin(MatchingDesk desk, Actor steward) {
        return sql.sql("select c.file_id from customer.file c where c.number = :number")
                .param(
                        "number",
                        desk.customer(steward, "name", "落后甲", "mobile", "13911120045", "birth_date", "1981-04-06")
                                .text())
                .query(Long.class)
                .single();
    }

    private void happened(int events) {
        sql.sql("""
                insert into platform.outbox (kind, ids, run_id, happened_at, expires_at)
                select 'test.happened', '{}', 0, now(), now() + interval '1 day'
                from generate_series(1, :events)
                """).param("events", events).update();
    }

    private long uncompared(List<Long> files) {
        return count("select count(*) from matching.uncompared u where u.file_id = any(:files)", files);
    }

    private long pairs(List<Long> files) {
        return count("""
                select count(*)
                from matching.pair p
                where p.one_id = any(:files)
                  and p.other_id = any(:files)
                """, files);
    }

    private long count(String statement, List<Long> files) {
        return sql.sql(statement)
                .param("files", files.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
