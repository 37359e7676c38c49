package io.clientela.customer;

import static io.clientela.customer.Cast.unwish;
import static io.clientela.customer.Cast.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.kernel.CommonError;
import io.clientela.platform.ServerTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits for a file while somebody merges it, on connections of their own. */
@ServerTest
class MergeMeanwhileTest {

    @Autowired
    WriteGate gate;

    @Autowired
    Merges merges;

    @Autowired
    Customers customers;

    @Autowired
    FileHistory history;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private final ExecutorService others = Executors.newFixedThreadPool(3);

    @AfterEach
    void close() {
        others.shutdownNow();
    }

    @Test
    void aChangeThatWaitsForAMergeLandsOnTheMergedCustomer() throws Exception {
        CustomerNumber one = entered("同时一");
        CustomerNumber two = entered("同时一");
        List<Future<Outcome>> waited =
                whileMerging(one, two, () -> change(two, OptionalLong.empty(), "remarks", "等着的"));

        Accepted accepted = (Accepted) outcome(waited.getFirst());

        assertThat(accepted.number()).isEqualTo(one);
        assertThat(text(one, "remarks")).isEqualTo("等着的");
        assertThat(history.page(two, HistoryQuery.newest(), Cast.CHEN).items())
                .extracting(HistoryItem::kind)
                .containsExactly("changed", "link", "created");
        merges.unmerge(unwish(two), Cast.CHEN);
        assertThat(text(two, "remarks")).isEqualTo("等着的");
        assertThat(customers.file(one, Cast.CHEN).values()).doesNotContainKey("remarks");
    }

    @Test
    void aChangeOfWhatSomebodyLookedAtBeforeIsRefusedAsOutOfDate() throws Exception {
        CustomerNumber one = entered("同时二");
        CustomerNumber two = entered("同时二");
        OptionalLong seen = OptionalLong.of(customers.file(two, Cast.CHEN).version());
        List<Future<Outcome>> waited = whileMerging(one, two, () -> change(two, seen, "remarks", "旧的"));

        assertThat(((Refused) outcome(waited.getFirst())).error()).isEqualTo(CommonError.STALE_VERSION);

        assertThat(customers.file(one, Cast.CHEN).values()).doesNotContainKey("remarks");
    }

    @Test
    void changesThatWaitForBothFilesAreBothThere() throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            CustomerNumber one = entered("同时三");
            CustomerNumber two = entered("同时三");
            List<Future<Outcome>> waited = whileMerging(
                    one,
                    two,
                    () -> change(two, OptionalLong.empty(), "remarks", "甲说的"),
                    () -> change(one, OptionalLong.empty(), "city", "绍兴"));

            for (Future<Outcome> each : waited) {
                assertThat(((Accepted) outcome(each)).number()).isEqualTo(one);
            }
            assertThat(text(one, "remarks")).isEqualTo("甲说的");
            assertThat(text(one, "city")).isEqualTo("绍兴");
        }
    }

    @Test
    void aMergeThatWaitsForAMergeTakesTheWholeCustomer() throws Exception {
        CustomerNumber one = entered("同时四");
        CustomerNumber two = entered("同时四");
        CustomerNumber three = entered("同时四");
        List<Future<Merged>> waited =
                whileMerging(one, two, () -> merges.merge(wish(null, Map.of(), two, three), Cast.CHEN));

        assertThat(waited.getFirst().get(30, TimeUnit.SECONDS).members()).containsExactly(one, two, three);

        assertThat(customers.file(three, Cast.CHEN).number()).isEqualTo(one.text());
    }

    /** Does something else on other connections, which waits until the merge of two is committed. */
    @SafeVarargs
    private <T> List<Future<T>> whileMerging(CustomerNumber one, CustomerNumber two, Supplier<T>... each) {
        return Objects.requireNonNull(transaction.execute(status -> {
            merges.merge(wish(null, Map.of(), one, two), Cast.CHEN);
            List<Future<T>> begun = new ArrayList<>();
            for (Supplier<T> something : each) {
                begun.add(others.submit(something::get));
                awaitWaiting(begun.size());
            }
            return begun;
        }));
    }

    private void awaitWaiting(int count) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        long waiting;
        do {
            assertThat(System.nanoTime()).isLessThan(patience);
            waiting = sql.sql("""
                            select count(*)
                            from pg_catalog.pg_stat_activity a
                            where a.datname = current_database()
                              and a.wait_event_type = 'Lock'
                              and pg_backend_pid() = any(pg_blocking_pids(a.pid))
                            """).query(Long.class).single();
        } while (waiting < count);
    }

    private Outcome change(CustomerNumber number, OptionalLong version, String... values) {
        return gate.submit(List.of(Cast.change(number, version, values)), Cast.CHEN)
                .getFirst();
    }

    private static Outcome outcome(Future<Outcome> waited) throws Exception {
        return waited.get(30, TimeUnit.SECONDS);
    }

    private String text(CustomerNumber number, String field) {
        return customers.file(number, Cast.CHEN).values().get(field).text();
    }

    private CustomerNumber entered(String name) {
        return ((Accepted) gate.submit(List.of(Cast.newIndividual("name", name)), Cast.CHEN)
                        .getFirst())
                .number();
    }
}
