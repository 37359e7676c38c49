package io.clientela.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientela.access.Actors;
import io.clientela.platform.ServerTest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
    TwiceWanted work;

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

    @Test
    void aJobWokenWhileItsWorkIsEndingRunsOnceMoreAndNoMore() throws InterruptedException {
        jobs.start(TwiceWanted.KIND, 987_654_323, "", Actors.system());
        assertThat(work.begun.await(30, TimeUnit.SECONDS)).isTrue();

        jobs.wake(TwiceWanted.KIND, 987_654_323);
        jobs.wake(TwiceWanted.KIND, 987_654_323);
        work.mayEnd.countDown();

        assertThat(work.ranAgain.await(30, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> count("""
                select count(*)
                from schedule.scheduled_task
                where task_instance = 'twice_wanted:987654323'
                """) == 0);
        assertThat(work.runs).containsExactly(987_654_323L, 987_654_323L);
    }

    private long count(String statement) {
        return sql.sql(statement).query(Long.class).single();
    }
}
