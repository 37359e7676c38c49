package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Accounts;
import io.clientela.access.Actors;
import io.clientela.access.Departments;
import io.clientela.access.People;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.SideBySide.Beside;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.matching.Decisions.Decision;
import io.clientela.matching.Likely.Candidate;
import io.clientela.matching.MatchingRun.State;
import io.clientela.matching.Queue.Between;
import io.clientela.matching.Queue.Item;
import io.clientela.matching.Verdict.Word;
import io.clientela.platform.Connections;
import io.clientela.platform.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers that are one are found: over the whole base, after a change, and while another is typed. */
@ServerTest
// A database apart: other tests' customers would be found too.
@TestPropertySource(properties = "clientela.test.apart=matching")
class MatchingTest {

    @Autowired
    WriteGate gate;

    @Autowired
    Accounts accounts;

    @Autowired
    Departments departments;

    @Autowired
    Actors actors;

    @Autowired
    People people;

    @Autowired
    MatchingRuns runs;

    @Autowired
    Following following;

    @Autowired
    Queue queue;

    @Autowired
    Decisions decisions;

    @Autowired
    Likely likely;

    @Autowired
    GroupTable table;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private MatchingDesk desk;
    private Actor steward;

    @BeforeEach
    void open() {
        desk = new MatchingDesk(new MatchingDesk.Tools(gate, accounts, departments, actors, people, runs, following));
        steward = desk.person("data_administrator");
    }

    @Test
    void findsWhoIsThereTwiceUnderTraditionalCharacters() {
        CustomerNumber first = desk.customer(
                steward, "name", "刘凤英", "mobile", "13800138101", "birth_date", "1966-03-12", "city", "杭州");
        CustomerNumber second = desk.customer(
                steward, "name", "劉鳳英", "mobile", "13900139101", "birth_date", "1966-03-12", "city", "杭州");
        desk.customer(steward, "name", "毛学军", "mobile", "13700137101", "birth_date", "1988-11-30", "city", "成都");
        desk.followed();

        Item found = between(first, second).orElseThrow();

        assertThat(found.agreement()).containsEntry("birth_date", List.of(1, 1)).containsEntry("mobile", List.of(1, 2));
        Between between = found.between().getFirst();
        assertThat(between.reasons()).extracting(Reason::code).contains("birth_date.equal");
        assertThat(between.reasons())
                .allSatisfy(reason -> assertThat(reason.text()).doesNotContain("match.reason"));
        double together = between.reasons().stream().mapToDouble(Reason::bits).sum();
        assertThat(together).isBetween(between.bits() - 1, between.bits() + 1);
    }

    @Test
    void wholeBaseFindsTheSameAndIsWrittenAsATable() throws IOException {
        CustomerNumber first = desk.customer(
                steward, "name", "欧阳克勤", "mobile", "13800138102", "birth_date", "1971-05-09", "external_id", "M-1");
        CustomerNumber second =
                desk.customer(steward, "name", "欧阳克勤", "mobile", "13800138102", "birth_date", "1971-05-09");
        CustomerNumber alone = desk.customer(steward, "name", "司徒美兰", "mobile", "13600136102");

        MatchingRun run = desk.compared(steward);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.files()).isGreaterThanOrEqualTo(3);
        assertThat(runs.estimate(0.99)).isPresent();
        String csv = csv(true, steward);
        assertThat(csv).startsWith("number,external_id,group,outcome,score,reasons");
        String[] one = row(csv, first);
        String[] other = row(csv, second);
        assertThat(one[1]).isEqualTo("M-1");
        assertThat(one[2]).isEqualTo(other[2]);
        assertThat(one[3]).isEqualTo("same");
        assertThat(row(csv, alone)[3]).isEqualTo("single");
        assertThat(row(csv, alone)[2]).isNotEqualTo(one[2]);
        assertThat(between(first, second)).isPresent();
    }

    @Test
    void whatWasCalledDifferentIsAskedAgainOnlyWhenSomethingElseIsFound() {
        CustomerNumber first =
                desk.customer(steward, "name", "钱守仁", "mobile", "13800138103", "birth_date", "1959-02-28");
        CustomerNumber second =
                desk.customer(steward, "name", "钱守仁", "mobile", "13800138103", "birth_date", "1959-02-28");
        desk.followed();
        assertThat(between(first, second)).isPresent();

        decisions.say(List.of(new Decision(first.text(), second.text(), Word.DIFFERENT, "twins")), steward);
        assertThat(between(first, second)).isEmpty();
        desk.edit(second, steward, "occupation", "教师");
        desk.followed();
        assertThat(between(first, second)).isEmpty();
        desk.compared(steward);
        assertThat(between(first, second)).isEmpty();

        desk.edit(second, steward, "email", "shouren@example.com");
        desk.edit(first, steward, "email", "shouren@example.com");
        desk.followed();
        assertThat(between(first, second)).isPresent();
        desk.compared(steward);
        assertThat(between(first, second)).isPresent();
    }

    @Test
    void verdictThatIsRetractedIsAskedAgain() {
        CustomerNumber first =
                desk.customer(steward, "name", "孙立本", "mobile", "13800138104", "birth_date", "1960-04-01");
        CustomerNumber second =
                desk.customer(steward, "name", "孙立本", "mobile", "13800138104", "birth_date", "1960-04-01");
        desk.followed();

        decisions.say(List.of(new Decision(second.text(), first.text(), Word.SAME, "")), steward);
        assertThat(between(first, second)).isEmpty();
        assertThat(items("proposed", steward)).anyMatch(item -> isOf(item, first, second));
        decisions.retract(List.of(first.text(), second.text()), steward);

        assertThat(between(first, second)).isPresent();
        assertThatThrownBy(() -> decisions.retract(List.of(first.text(), second.text()), steward))
                .isInstanceOf(Refusal.class);
        assertThat(sql.sql("select count(*) from matching.verdict where state = 'retracted'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void pairOfWhichOneIsOutOfScopeIsNotShownAndNamesOnlyTheDepartment() {
        Actor here = desk.person("department_head");
        Actor there = desk.person("department_head");
        CustomerNumber mine = desk.customer(here, "name", "慕容秋荻", "mobile", "13800138105", "birth_date", "1975-07-07");
        CustomerNumber theirs =
                desk.customer(there, "name", "慕容秋荻", "mobile", "13800138105", "birth_date", "1975-07-07");
        desk.followed();

        assertThat(items("open", here)).noneMatch(item -> isOf(item, mine, theirs));
        assertThat(items("open", steward)).anyMatch(item -> isOf(item, mine, theirs));
        assertThatThrownBy(() ->
                        decisions.say(List.of(new Decision(mine.text(), theirs.text(), Word.DIFFERENT, "")), here))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));

        List<Candidate> candidates =
                likely.of("individual", MatchingDesk.values("name", "慕容秋荻", "mobile", "13800138105"), there);
        assertThat(candidates).hasSize(2);
        assertThat(candidates)
                .filteredOn(candidate -> candidate.customer() == null)
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.reasons()).isNull();
                    assertThat(candidate.department()).isNotEmpty();
                });
    }

    @Test
    void whoTypesACustomerThatIsThereIsTold() {
        CustomerNumber there = desk.customer(
                steward, "name", "诸葛清芬", "mobile", "13800138106", "birth_date", "1983-09-19", "city", "苏州");
        desk.followed();

        List<Candidate> found = likely.of(
                "individual", MatchingDesk.values("name", "諸葛清芬", "birth_date", "1983-09-19", "city", "苏州"), steward);

        assertThat(found).first().satisfies(candidate -> {
            assertThat(Objects.requireNonNull(candidate.customer()).number()).isEqualTo(there.text());
            assertThat(candidate.reasons()).isNotEmpty();
        });
        assertThat(likely.of("individual", MatchingDesk.values("name", "完全不同"), steward))
                .isEmpty();
    }

    @Test
    void sealedNumbersFindEachOtherAndStandNowhereInClear() {
        String number = "11010519491231002X";
        CustomerNumber first =
                desk.customer(steward, "name", "令狐正平", "document_type", "resident_id", "document_number", number);
        CustomerNumber second =
                desk.customer(steward, "name", "令狐正萍", "document_type", "resident_id", "document_number", number);
        desk.followed();

        assertThat(between(first, second).orElseThrow().between().getFirst().reasons())
                .extracting(Reason::code)
                .contains("document.equal");
        assertThat(sql.sql("select string_agg(p::text, ' ') from matching.pair p")
                        .query(String.class)
                        .single())
                .doesNotContain(number)
                .doesNotContain("令狐");
        assertThat(sql.sql("select string_agg(l::text, ' ') from matching.looked_for l")
                        .query(String.class)
                        .single())
                .doesNotContain(number);
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
                // Nobody waits for the run yet, so the database has no reason to break it off: it gives way by itself.
                awaitAnotherThan(waiting());
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

    @Test
    void onlyOneRunGoesAtATimeAndACancelledOneLeavesWhatWasFound() {
        CustomerNumber first = desk.customer(steward, "name", "端木叔贤", "mobile", "13800138107");
        CustomerNumber second = desk.customer(steward, "name", "端木叔贤", "mobile", "13800138107");
        desk.compared(steward);
        sql.sql("insert into matching.run (state, started_by, created_at, same_from, ask_from)"
                        + " values ('waiting', 1, now(), 0.9, 0.5)")
                .update();

        assertThatThrownBy(() -> runs.start(steward))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(MatchingError.MATCHING_GOING));

        sql.sql("update matching.run set state = 'cancelled' where state = 'waiting'")
                .update();
        assertThat(between(first, second)).isPresent();
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

    private String csv(boolean explain, Actor actor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.check(actor);
        table.write(out, explain, actor);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String[] row(String csv, CustomerNumber number) {
        return csv.lines()
                .filter(line -> line.startsWith(number.text() + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
    }
}
