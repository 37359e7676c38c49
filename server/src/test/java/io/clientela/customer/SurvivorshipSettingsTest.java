package io.clientela.customer;

import static io.clientela.customer.Cast.unwish;
import static io.clientela.customer.Cast.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clientela.access.Actors;
import io.clientela.administration.SettingsDesk;
import io.clientela.administration.SettingsDesk.Wish;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Refusal;
import io.clientela.platform.ServerTest;
import io.clientela.platform.SettingGroup.Effect;
import io.clientela.schedule.Job;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Steering;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules of survivorship are settings: what another one would mean is seen before, and merged customers follow it. */
@ServerTest
// A database apart: other tests merge by the usual rules.
@TestPropertySource(properties = "clientela.test.apart=survivorship")
class SurvivorshipSettingsTest {

    private static final Map<String, String> USUAL = Map.of(
            SurvivorshipInForce.CRITERIA, "verified,trust,recency,completeness,longest",
            SurvivorshipInForce.TRUST, "page,api,import",
            SurvivorshipInForce.FIELDS, "");

    @Autowired
    WriteGate gate;

    @Autowired
    Merges merges;

    @Autowired
    Customers customers;

    @Autowired
    SettingsDesk desk;

    @Autowired
    Resettling resettling;

    @Autowired
    Jobs jobs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void begin() {
        put(USUAL);
        settled();
    }

    @Test
    void mergedCustomersFollowOtherRulesAndTheirFilesStayAsTheyAre() {
        CustomerNumber typed = entered("page", "name", "存真", "city", "杭州", "occupation", "教师");
        CustomerNumber imported = entered("import", "name", "存真", "city", "宁波市区", "occupation", "教师");
        // The more trusted is the newer one as well: both rules choose the same.
        CustomerNumber alikeToo = entered("import", "name", "存善", "city", "杭州");
        CustomerNumber alike = entered("page", "name", "存善", "city", "杭州");
        merge(typed, imported);
        merge(alike, alikeToo);
        long before = version(typed);
        long beforeAlike = version(alike);
        assertThat(city(typed)).isEqualTo("杭州");
        long entries = entries();

        // Other customers of these tests may be among them.
        assertThat(effects(Map.of(SurvivorshipInForce.CRITERIA, "longest,recency")))
                .anySatisfy(effect -> assertThat(effect.arguments()).containsEntry("field", "City"));
        put(Map.of(SurvivorshipInForce.CRITERIA, "longest,recency"));
        settled();

        assertThat(city(typed)).isEqualTo("宁波市区");
        assertThat(version(typed)).isEqualTo(before + 1);
        assertThat(version(alike)).isEqualTo(beforeAlike);
        assertThat(entries()).isEqualTo(entries);
        assertThat(sql.sql("select count(*) from audit.event e where e.action = 'customer.resettled'")
                        .query(Long.class)
                        .single())
                .isPositive();
        put(USUAL);
        settled();
        assertThat(city(typed)).isEqualTo("杭州");

        merges.unmerge(unwish(imported), Cast.CHEN);
        assertThat(city(typed)).isEqualTo("杭州");
        assertThat(city(imported)).isEqualTo("宁波市区");
    }

    @Test
    void fieldGoesByItsOwnRulesBeforeThoseOfItsType() {
        CustomerNumber typed = entered("page", "name", "守常", "city", "杭州", "occupation", "教师");
        CustomerNumber imported = entered("import", "name", "守常", "city", "宁波市区", "occupation", "大学教师");
        merge(typed, imported);

        put(Map.of(SurvivorshipInForce.FIELDS, "city>trust,type:text>longest"));
        settled();

        assertThat(city(typed)).isEqualTo("杭州");
        assertThat(value(typed, "occupation")).isEqualTo("大学教师");
    }

    @Test
    void runThatWasBrokenOffGoesOnWhereItCameTo() {
        CustomerNumber typed = entered("page", "name", "复行", "city", "杭州");
        CustomerNumber imported = entered("import", "name", "复行", "city", "宁波市区");
        merge(typed, imported);
        put(Map.of(SurvivorshipInForce.CRITERIA, "longest"));
        settled();
        long run = sql.sql("insert into customer.resettling (created_at, total, after_file, processed)"
                        + " select now(), 9, max(f.file_id), 9 from customer.file f returning run_id")
                .query(Long.class)
                .single();
        long version = version(typed);

        resettling.run(run);
        resettling.run(run);

        assertThat(sql.sql("select r.state || ' ' || r.processed || ' ' || r.changed from customer.resettling r"
                                + " where r.run_id = :run")
                        .param("run", run)
                        .query(String.class)
                        .single())
                .isEqualTo("done 9 0");
        assertThat(version(typed)).isEqualTo(version);
    }

    @Test
    void customerWhomACancelledRunDidNotReachFollowsWithItsNextChange() {
        CustomerNumber typed = entered("page", "name", "待改", "city", "杭州");
        CustomerNumber imported = entered("import", "name", "待改", "city", "宁波市区");
        merge(typed, imported);
        // As if the run had been cancelled before it came here.
        sql.sql("insert into platform.setting (key, value, valid_from, set_by, set_at, reason)"
                        + " values ('survivorship.criteria', '\"longest\"', now(), 1, now(), 'test')")
                .update();
        assertThat(city(typed)).isEqualTo("杭州");

        gate.submit(List.of(Cast.change(typed, OptionalLong.empty(), "occupation", "司机")), Cast.CHEN);

        assertThat(city(typed)).isEqualTo("宁波市区");
    }

    @Test
    void customerThatWasWrittenWhileTheRulesWereBeingSavedFollowsThem() {
        CustomerNumber typed = entered("page", "name", "同时", "city", "杭州");
        CustomerNumber imported = entered("import", "name", "同时", "city", "宁波市区");
        merge(typed, imported);

        transaction.executeWithoutResult(status -> {
            put(Map.of(SurvivorshipInForce.CRITERIA, "longest"));
            // The rules hold already, and nobody else can see them before they are committed.
            CompletableFuture.runAsync(() -> gate.submit(
                            List.of(Cast.change(typed, OptionalLong.empty(), "occupation", "司机")), Cast.CHEN))
                    .join();
        });
        settled();

        assertThat(value(typed, "occupation")).isEqualTo("司机");
        assertThat(city(typed)).isEqualTo("宁波市区");
    }

    @Test
    void mergeThatWaitedWhileRulesCameIntoForceFollowsThem() {
        CustomerNumber typed = entered("page", "name", "久等", "city", "杭州");
        CustomerNumber imported = entered("import", "name", "久等", "city", "宁波市区");

        CompletableFuture<Void> merging = transaction.execute(status -> {
            sql.sql("select f.file_id from customer.file f where f.number = :number for update")
                    .param("number", typed.text())
                    .query(Long.class)
                    .single();
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> merge(typed, imported));
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            sql.sql("insert into platform.setting (key, value, valid_from, set_by, set_at, reason)"
                            + " values ('survivorship.criteria', '\"longest\"', :at, 1, :at, 'test')")
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            return waiting;
        });
        merging.join();

        assertThat(city(typed)).isEqualTo("宁波市区");
    }

    @Test
    void runThatFailedIsBegunAnewByWhoeverResumesIt() {
        CustomerNumber typed = entered("page", "name", "再来", "city", "杭州");
        CustomerNumber imported = entered("import", "name", "再来", "city", "宁波市区");
        merge(typed, imported);
        // As if the last run had broken off before it came here.
        sql.sql("insert into platform.setting (key, value, valid_from, set_by, set_at, reason)"
                        + " values ('survivorship.criteria', '\"longest\"', now(), 1, now(), 'test')")
                .update();
        Job last = last();
        assertThat(resettling.abilities(last)).isEmpty();
        jobs.report(Resettling.JOB, last.subject(), "failed", 0, 0, Optional.of("resettling_broke"));
        assertThat(resettling.abilities(last())).containsExactly(Steering.RESUME);

        jobs.steer(last.id(), Steering.RESUME, Actors.system());
        settled();

        assertThat(city(typed)).isEqualTo("宁波市区");
        assertThat(last().subject()).isGreaterThan(last.subject());
        assertThat(jobs.of(Resettling.JOB, last.subject()).map(resettling::abilities))
                .contains(Set.of());
    }

    @Test
    void whatTheProductMakesOfTheSameRulesIsFollowedOnce() {
        merge(entered("page", "name", "来版", "city", "杭州"), entered("import", "name", "来版", "city", "宁波"));
        sql.sql("update customer.resettling set edition = 0").update();
        assertThat(resettling.tidy(clock.instant())).isOne();
        settled();
        assertThat(resettling.tidy(clock.instant())).isZero();
    }

    @Test
    void rulesThatLayAheadAreFollowedOnceTheyHold() {
        CustomerNumber typed = entered("page", "name", "来日", "city", "杭州");
        CustomerNumber imported = entered("import", "name", "来日", "city", "宁波市区");
        merge(typed, imported);
        resettling.tidy(clock.instant());
        settled();
        assertThat(resettling.tidy(clock.instant())).isZero();
        desk.put(
                Actors.system(),
                "survivorship",
                new Wish(
                        Map.of(SurvivorshipInForce.CRITERIA, "longest"),
                        Optional.of(clock.instant().plusMillis(300)),
                        "test"),
                OptionalLong.empty());
        assertThat(city(typed)).isEqualTo("杭州");
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (resettling.tidy(clock.instant()) == 0) {
            assertThat(System.nanoTime()).isLessThan(patience);
            Thread.onSpinWait();
        }
        settled();

        assertThat(city(typed)).isEqualTo("宁波市区");
        assertThat(resettling.tidy(clock.instant())).isZero();
    }

    @Test
    void refusesWhatIsNotOffered() {
        refused(SurvivorshipInForce.CRITERIA, "longest,longest");
        refused(SurvivorshipInForce.CRITERIA, "luck");
        refused(SurvivorshipInForce.TRUST, "page,rumour");
        refused(SurvivorshipInForce.FIELDS, "city");
        refused(SurvivorshipInForce.FIELDS, ">longest");
        refused(SurvivorshipInForce.FIELDS, "no_such_field>longest");
        refused(SurvivorshipInForce.FIELDS, "contacts>longest");
        refused(SurvivorshipInForce.FIELDS, "city>longest,city>recency");
    }

    private void refused(String key, String value) {
        assertThatThrownBy(() -> put(Map.of(key, value)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.FieldProblem::code)
                                .contains("setting_survivorship"));
    }

    private List<Effect> effects(Map<String, String> wanted) {
        return desk.effects(Actors.system(), "survivorship", wanted);
    }

    private void put(Map<String, String> values) {
        desk.put(Actors.system(), "survivorship", new Wish(values, Optional.empty(), "test"), OptionalLong.empty());
    }

    private Job last() {
        long run = sql.sql("select max(r.run_id) from customer.resettling r")
                .query(Long.class)
                .single();
        return jobs.of(Resettling.JOB, run).orElseThrow();
    }

    private boolean somebodyWaits() {
        return sql.sql("select exists (select 1 from pg_catalog.pg_stat_activity a"
                        + " where a.datname = current_database() and a.wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    /** Waits until no run goes on. */
    private void settled() {
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (going()) {
            assertThat(System.nanoTime()).isLessThan(patience);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private boolean going() {
        return sql.sql("select exists (select 1 from customer.resettling r where r.state = 'running')")
                .query(Boolean.class)
                .single();
    }

    private CustomerNumber entered(String channel, String... values) {
        Submission said = new Submission(
                new Target.NewFile(), "individual", Cast.values(values), Map.of(), Circumstances.of(channel));
        return ((Accepted) gate.submit(List.of(said), Cast.CHEN).getFirst()).number();
    }

    private void merge(CustomerNumber... numbers) {
        merges.merge(wish(null, Map.of(), numbers), Cast.CHEN);
    }

    private String city(CustomerNumber number) {
        return value(number, "city");
    }

    private String value(CustomerNumber number, String field) {
        return customers.file(number, Cast.CHEN).values().get(field).text();
    }

    private long version(CustomerNumber number) {
        return customers.file(number, Cast.CHEN).version();
    }

    private long entries() {
        return sql.sql("select count(*) from customer.entry").query(Long.class).single();
    }
}
