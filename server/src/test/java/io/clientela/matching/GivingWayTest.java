package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.SideBySide.Beside;
import io.clientela.kernel.Actor;
import io.clientela.matching.MatchingRun.State;
import io.clientela.matching.Queue.Item;
import io.clientela.platform.Connections;
import io.clientela.platform.ServerTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever works on pairs by itself lets somebody who merges go first, and does its work afterwards. */
@ServerTest
@TestPropertySource(properties = "clientela.test.apart=matching")
class GivingWayTest {

    /** More often than a change by somebody who waits is tried. */
    private static final int LONG = 7;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Following following;

    @Autowired
    Queue queue;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private MatchingDesk desk;
    private Actor steward;

    @BeforeEach
    void open() {
        desk = MatchingDesk.of(beans);
        steward = desk.person("data_administrator");
    }

    @Test
    void whoFollowsGivesWayToAMergeAndDoesItAfterwards() throws Exception {
        CustomerNumber first = twin();
        CustomerNumber second = twin();
        CustomerNumber third = twin();
        desk.followed();
        long[] ids = {file(first), file(second), file(third)};
        desk.edit(first, steward, "occupation", "会计");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            // Somebody who merges has the one row, wants the other, and must not be the one who is broken off.
            Future<Boolean> following = transaction.execute(status -> {
                touch(ids[0], ids[2]);
                Future<Boolean> begun = other.submit(this::brokenOff);
                awaitWaiting();
                touch(ids[0], ids[1]);
                return begun;
            });
            assertThat(Objects.requireNonNull(following).get(30, TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            other.shutdownNow();
        }
        desk.followed();
        assertThat(between(first, second)).isPresent();
        assertThat(between(first, third)).isPresent();
    }

    @Test
    void wholeBaseGivesWayToAMergeAndIsStoredAfterwards() throws Exception {
        CustomerNumber first = twin("公冶守静", "13800138111");
        CustomerNumber second = twin("公冶守静", "13800138111");
        CustomerNumber third = twin("公冶守静", "13800138111");
        desk.followed();
        long[] ids = {file(first), file(second), file(third)};
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<MatchingRun> comparing = transaction.execute(status -> {
                touch(ids[0], ids[2]);
                Future<MatchingRun> begun = other.submit(() -> desk.compared(steward));
                awaitWaiting();
                // Nobody waits for the run yet, so the database has no reason to break it off: it gives way by itself,
                // again and again.
                for (int time = 0; time < LONG; time++) {
                    awaitAnotherThan(waiting());
                }
                touch(ids[0], ids[1]);
                return begun;
            });
            assertThat(Objects.requireNonNull(comparing)
                            .get(60, TimeUnit.SECONDS)
                            .state())
                    .isEqualTo(State.DONE);
        } finally {
            other.shutdownNow();
        }
        assertThat(between(first, second)).isPresent();
        assertThat(between(first, third)).isPresent();
    }

    /** The transactions that wait for that of this thread. */
    private String waiting() {
        // Within a transaction the database shows what it has shown before.
        sql.sql("select pg_stat_clear_snapshot()").query((row, n) -> 0).list();
        return sql.sql("""
                        select coalesce(string_agg(a.pid || ' ' || a.xact_start, ',' order by a.pid), '')
                        from pg_catalog.pg_stat_activity a
                        where a.datname = current_database()
                          and pg_backend_pid() = any(pg_blocking_pids(a.pid))
                        """).query(String.class).single();
    }

    private void awaitAnotherThan(String before) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String now = before;
        while (now.isEmpty() || now.equals(before)) {
            assertThat(System.nanoTime()).isLessThan(patience);
            now = waiting();
        }
    }

    private CustomerNumber twin() {
        return twin("轩辕守拙", "13800138110");
    }

    private CustomerNumber twin(String name, String mobile) {
        return desk.customer(steward, "name", name, "mobile", mobile, "birth_date", "1949-10-01");
    }

    private long file(CustomerNumber number) {
        return sql.sql("select f.file_id from customer.file f where f.number = :number")
                .param("number", number.text())
                .query(Long.class)
                .single();
    }

    private void touch(long one, long other) {
        assertThat(sql.sql("update matching.pair set found_at = found_at where one_id = :one and other_id = :other")
                        .param("one", one)
                        .param("other", other)
                        .update())
                .isEqualTo(1);
    }

    /** The product's own task may be at it as well; either of them gives way. */
    private boolean brokenOff() {
        try {
            for (int turn = 0; turn < 50; turn++) {
                following.step();
            }
            return false;
        } catch (RuntimeException e) {
            return Connections.isBrokenOff(e);
        }
    }

    private void awaitWaiting() {
        awaitAnotherThan("");
    }

    private Optional<Item> between(CustomerNumber one, CustomerNumber other) {
        return items("open", steward).stream()
                .filter(item -> isOf(item, one, other))
                .findFirst();
    }

    private List<Item> items(String state, Actor actor) {
        return queue.page(new Queue.Question(Optional.empty(), state.equals("proposed")), 0, 200, actor)
                .items();
    }

    private static boolean isOf(Item item, CustomerNumber one, CustomerNumber other) {
        return item.members().stream().map(Beside::number).toList().containsAll(List.of(one.text(), other.text()));
    }
}
