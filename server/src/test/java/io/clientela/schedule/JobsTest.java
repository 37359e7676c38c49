package io.clientela.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Actors;
import io.clientela.platform.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServerTest
class JobsTest {

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionOperations transaction;

    @Test
    void aJobAskedForInATransactionIsUndoneWithIt() {
        transaction.executeWithoutResult(status -> {
            jobs.start("import", 987_654_321, "undone.csv", Actors.system());
            assertThat(count("select count(*) from schedule.scheduled_task where task_instance = 'import:987654321'"))
                    .isOne();
            status.setRollbackOnly();
        });
        assertThat(count("select count(*) from schedule.scheduled_task where task_instance = 'import:987654321'"))
                .isZero();
        assertThat(count("select count(*) from schedule.job where subject_id = 987654321"))
                .isZero();
    }

    private long count(String statement) {
        return sql.sql(statement).query(Long.class).single();
    }
}
