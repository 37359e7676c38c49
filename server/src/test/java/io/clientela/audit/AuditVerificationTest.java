package io.clientela.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.audit.AuditReport.Kind;
import io.clientela.audit.AuditReport.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

class AuditVerificationTest {

    /** Every column with a value that isn't the one written. */
    private static final Map<String, String> OTHER_VALUES = Map.ofEntries(
            Map.entry("xid", "'3'"),
            Map.entry("happened_at", "happened_at + interval '1 microsecond'"),
            Map.entry("actor_id", "8"),
            Map.entry("actor_name", "'wang.fang'"),
            Map.entry("action", "'customer.changed'"),
            Map.entry("file_id", "99"),
            Map.entry("head_id", "99"),
            Map.entry("subject", "'other'"),
            Map.entry("run_id", "1"),
            Map.entry("detail", "'{\"fields\": \"phone\"}'"),
            Map.entry("origin", "'10.0.0.9'"),
            Map.entry("channel", "'api'"),
            Map.entry("outcome", "'refused'"),
            Map.entry("stamp", "'\\x00'"));

    private final AuditBench bench = new AuditBench();

    @Test
    void wholeTrailIsFoundWholeWithItsNewestRowsSealedFirst() {
        assertThat(bench.verification.verify()).isEqualTo(new AuditReport(0, java.util.Optional.empty()));
        bench.tell(3);
        assertThat(bench.verification.verify().checked()).isEqualTo(3);
        bench.tell(2);
        AuditReport report = bench.verification.verify();
        assertThat(report.ok()).isTrue();
        assertThat(report.checked()).isEqualTo(5);
        assertThat(AuditStandalone.verify(bench.database, bench.home)).isEqualTo(report);
    }

    @Test
    void findsChangeOfAnyColumn() {
        bench.tell(3);
        bench.sealer.seal(true);
        assertThat(OTHER_VALUES.keySet())
                .as("columns of the trail but its number, which is looked for elsewhere")
                .containsExactlyInAnyOrderElementsOf(
                        bench.sql.sql("""
                                select c.column_name
                                from information_schema.columns c
                                where c.table_schema = 'audit'
                                  and c.table_name = 'event'
                                  and c.column_name <> 'event_id'
                                """).query(String.class).list());
        bench.sql.sql("create table public.kept as select * from audit.event").update();
        OTHER_VALUES.forEach((column, value) -> {
            bench.tamper("update audit.event set " + column + " = " + value + " where event_id = 2");
            assertThat(bench.trouble()).as(column).isEqualTo(new Trouble(Kind.CHANGED, 2, 2));
            bench.tamper("update audit.event e set " + column + " = k." + column
                    + " from public.kept k where k.event_id = e.event_id");
            assertThat(bench.verification.verify().ok()).as(column).isTrue();
        });
    }

    @Test
    void findsChangeOfSeal() {
        bench.tell(3);
        bench.sealer.seal(true);
        bench.tamper("update audit.seal set mac = '\\x00' where seal_no = 2");
        assertThat(bench.trouble()).isEqualTo(new Trouble(Kind.CHANGED, 2, 2));
    }

    @Test
    void findsRowPutInByHandHoweverItsTransactionIsDated() {
        bench.tell(3);
        bench.sealer.seal(true);
        for (String xid : List.of("pg_current_xact_id()", "'3'::xid8", "'999999999'::xid8")) {
            bench.tamper("""
                    insert into audit.event (event_id, xid, happened_at, actor_id, actor_name, action, file_id, head_id,
                                             subject, run_id, detail, origin, channel, outcome, stamp)
                    select 1000, %s, e.happened_at, e.actor_id, e.actor_name, e.action, e.file_id, e.head_id,
                           e.subject, e.run_id, e.detail, e.origin, e.channel, e.outcome, e.stamp
                    from audit.event e
                    where e.event_id = 2
                    """.formatted(xid));
            assertThat(bench.trouble()).as(xid).isEqualTo(new Trouble(Kind.INSERTED, 0, 1000));
            // What comes after it is sealed all the same, and it stays found.
            bench.tell(1);
            assertThat(bench.trouble()).as(xid).isEqualTo(new Trouble(Kind.INSERTED, 0, 1000));
            bench.tamper("delete from audit.event where event_id = 1000");
            assertThat(bench.verification.verify().ok()).as(xid).isTrue();
        }
    }

    @Test
    void findsRowTakenOutWithItsSealOrWithout() {
        bench.tell(3);
        bench.sealer.seal(true);
        bench.tamper("delete from audit.event where event_id = 2");
        assertThat(bench.trouble()).isEqualTo(new Trouble(Kind.REMOVED, 2, 2));
        bench.tamper("delete from audit.seal where event_id = 2");
        assertThat(bench.trouble()).isEqualTo(new Trouble(Kind.REMOVED, 2, 0));
        bench.tamper("update audit.seal set seal_no = 2 where seal_no = 3");
        assertThat(bench.trouble()).isEqualTo(new Trouble(Kind.CHANGED, 2, 3));
    }

    @Test
    void findsRowsTakenOutAtTheEndAndSealsNoFurtherOverTheGap() {
        bench.tell(3);
        bench.sealer.seal(true);
        bench.tamper("delete from audit.event where event_id = 3");
        assertThat(bench.trouble()).isEqualTo(new Trouble(Kind.REMOVED, 3, 3));
        bench.tamper("delete from audit.seal where event_id = 3");
        assertThat(bench.trouble()).isEqualTo(new Trouble(Kind.REMOVED, 3, 0));
        bench.tell(1);
        assertThat(bench.sealer.seal(true)).isZero();
        assertThat(bench.trouble()).isEqualTo(new Trouble(Kind.REMOVED, 3, 0));
    }

    @Test
    void findsThatEverythingIsGone() {
        bench.tell(3);
        bench.sealer.seal(true);
        bench.tamper("truncate audit.event, audit.seal");
        assertThat(bench.trouble()).isEqualTo(new Trouble(Kind.REMOVED, 1, 0));
    }

    @Test
    void anchorMayBeBehindAfterCrashButNotMissing() throws IOException {
        Path anchor = bench.home.resolve(Anchors.FILE);
        bench.tell(2);
        bench.sealer.seal(true);
        byte[] old = Files.readAllBytes(anchor);
        bench.tell(2);
        bench.sealer.seal(true);
        Files.write(anchor, old);
        assertThat(bench.verification.verify().checked()).isEqualTo(4);
        Files.delete(anchor);
        assertThat(bench.trouble().kind()).isEqualTo(Kind.ANCHOR_MISSING);
    }

    @Test
    void sealsRowThatCommitsLateOnceItCanBeSeen() {
        bench.transaction.executeWithoutResult(late -> {
            bench.trail.record(AuditBench.event());
            bench.apart.executeWithoutResult(early -> bench.trail.record(AuditBench.event()));
            assertThat(bench.sealer.seal(true)).isZero();
            assertThat(bench.verification.verify().ok()).isTrue();
        });
        assertThat(bench.verification.verify()).isEqualTo(new AuditReport(2, java.util.Optional.empty()));
    }

    @Test
    void refusesRowWithoutTransaction() {
        assertThatThrownBy(() -> bench.trail.record(AuditBench.event()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void databaseRefusesOrdinaryChanges() {
        bench.tell(1);
        bench.sealer.seal(true);
        for (String statement : List.of(
                "update audit.event set action = 'x'",
                "delete from audit.event",
                "truncate audit.event",
                "update audit.seal set mac = '\\x00'",
                "delete from audit.seal",
                "truncate audit.seal")) {
            assertThatThrownBy(() -> bench.sql.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void sealsTwoThousandRowsASecondEvenOnBusyMachine() {
        // Thirty thousand were seen once warm; the first round warms up.
        bench.tell(20_000);
        assertThat(bench.sealer.seal(true)).isEqualTo(20_000);
        bench.tell(20_000);
        long start = System.nanoTime();
        assertThat(bench.sealer.seal(true)).isEqualTo(20_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(bench.verification.verify().checked()).isEqualTo(40_000);
    }
}
