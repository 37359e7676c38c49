package io.clientela.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Actors;
import io.clientela.platform.ServerTest;
import java.util.Optional;
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

    @Test
    void whatIsReportedIsOfTheNewestJobAboutASubjectOnly() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jobs.start("bulk_undo", 987_654_322, "", Actors.system());
            jobs.report("bulk_undo", 987_654_322, "failed", 3, 9, Optional.of("bulk_broke"));
            long first = jobs.of("bulk_undo", 987_654_322).orElseThrow().id();
            jobs.start("bulk_undo", 987_654_322, "", Actors.system());

            jobs.report("bulk_undo", 987_654_322, "running", 4, 9, Optional.empty());
            jobs.wantCancel("bulk_undo", 987_654_322);

            assertThat(jobs.of("bulk_undo", 987_654_322).orElseThrow().state()).isEqualTo("running");
            assertThat(count("select count(*) from schedule.job where state = 'failed' and processed = 3"
                            + " and wanted <> 'cancel' and job_id = " + first))
                    .isOne();
        });
    }

    private long count(String statement) {
        return sql.sql(statement).query(Long.class).single();
    }
}
