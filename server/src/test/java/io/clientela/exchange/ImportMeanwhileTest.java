package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Actors;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.MergeWish;
import io.clientela.customer.Merges;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import io.clientela.platform.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports whose customers somebody merges while a batch waits for them. */
@ServerTest
class ImportMeanwhileTest {

    @Autowired
    Uploads uploads;

    @Autowired
    Imports imports;

    @Autowired
    WriteGate gate;

    @Autowired
    Merges merges;

    @Autowired
    Customers customers;

    @Autowired
    Actors actors;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    private final ExecutorService others = Executors.newFixedThreadPool(2);
    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private Actor admin = Actors.system();

    @BeforeEach
    void signIn() {
        long id = sql.sql("select a.account_id from access.account a where a.name = 'admin'")
                .query(Long.class)
                .single();
        admin = actors.actor(id, "127.0.0.1", "page");
    }

    @AfterEach
    void close() {
        others.shutdownNow();
    }

    @Test
    void batchThatIsBrokenOffIsWrittenAfreshWithoutARowLostOrDoubled() throws Exception {
        CustomerNumber one = entered("一号");
        CustomerNumber two = entered("二号");
        String list = "编号,姓名,备注,负责人\n%s-甲,新来甲,,无此人\n%s-二号,二号,导入说的,无此人\n%s-乙,新来乙,,无此人\n".formatted(key, key, key);

        Future<?> inTheWay = transaction.execute(status -> {
            merges.merge(
                    new MergeWish(List.of(part(one), part(two)), null, Map.of(), "同一人", Circumstances.of("page")),
                    admin);
            Future<?> begun = others.submit(() -> imports.start(wish(list), admin));
            awaitWaiting(1);
            Future<?> holding = others.submit(() -> holdTheHeadAndWantTheOther(one, two));
            awaitWaiting(2);
            assertThat(begun).succeedsWithin(Duration.ofSeconds(30));
            return holding;
        });
        inTheWay.get(60, TimeUnit.SECONDS);

        Run run = ended();
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.counts().created()).isEqualTo(2);
        assertThat(run.counts().updated()).isEqualTo(1);
        assertThat(sql.sql("select string_agg(e.run_row::text, ',' order by e.run_row) from customer.entry e"
                                + " where e.run_id = :run")
                        .param("run", run.id())
                        .query(String.class)
                        .single())
                .isEqualTo("1,2,3");
        assertThat(customers.file(two, admin).number()).isEqualTo(one.text());
        assertThat(customers.file(two, admin).values().get("remarks").text()).isEqualTo("导入说的");
        // A person nobody knows is told of once in a file, also when the batch was begun twice.
        assertThat(imports.remarks(run.id(), "warning", 0, 10, admin))
                .filteredOn(remark -> remark.problems().stream()
                        .anyMatch(problem -> problem.code().equals("unknown_owner")))
                .singleElement()
                .satisfies(remark -> assertThat(remark.row()).isEqualTo(1));
    }

    /**
     * As whoever changes the merged customer does, the head before the others; it waits longer than the import before the database looks
     * for two that wait for each other, so it is the import that is broken off.
     */
    private void holdTheHeadAndWantTheOther(CustomerNumber head, CustomerNumber other) {
        transaction.executeWithoutResult(status -> {
            sql.sql("set local deadlock_timeout = '30s'").update();
            lock(head);
            awaitWaiting(1);
            lock(other);
        });
    }

    private void lock(CustomerNumber number) {
        sql.sql("select f.file_id from customer.file f where f.number = :number for update")
                .param("number", number.text())
                .query(Long.class)
                .single();
    }

    /** Until so many wait for the transaction of this thread. */
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

    private ImportWish wish(String list) {
        try {
            byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
            long upload = uploads.take(key + ".csv", new ByteArrayInputStream(bytes), admin)
                    .id();
            Map<Integer, String> mapping = Map.of(0, "external_id", 1, "name", 2, "remarks", 3, "owner");
            return new ImportWish(upload, "individual", "upsert", "external_id", "", mapping, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run ended() throws InterruptedException {
        long id = sql.sql("select max(r.run_id) from exchange.run r join exchange.upload u on u.upload_id = r.upload_id"
                        + " where u.name = :name")
                .param("name", key + ".csv")
                .query(Long.class)
                .single();
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!imports.find(id).state().over()) {
            assertThat(System.nanoTime()).as("the run ends").isLessThan(patience);
            Thread.sleep(50);
        }
        return imports.find(id);
    }

    private CustomerNumber entered(String name) {
        Submission said = new Submission(
                new Target.NewFile(),
                "individual",
                Map.of("name", List.of(name), "external_id", List.of(key + "-" + name)),
                Map.of(),
                Circumstances.of("page"));
        return ((Accepted) gate.submit(List.of(said), admin).getFirst()).number();
    }

    private static MergeWish.Part part(CustomerNumber number) {
        return new MergeWish.Part(number, OptionalLong.empty());
    }
}
