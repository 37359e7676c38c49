package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import io.clientela.kit.check.Context;
import io.clientela.platform.Json;
import io.clientela.platform.ServerTest;
import io.clientela.platform.SettingValues;
import io.clientela.platform.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PoolTest {

    private static final long DEPARTMENT = 77;
    private static final Actor GAO = seller(931);
    private static final Actor HUA = seller(932);
    private static final Actor FAR = Cast.actor(933, 78, new Scope.Own(933), Map.of());

    @Autowired
    Pool pool;

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    ReadGate lists;

    @Autowired
    FileHistory history;

    @Autowired
    Settings settings;

    @Autowired
    SettingValues inForce;

    @Autowired
    PoolSettings limitsAsSettings;

    @Autowired
    Clock clock;

    private static Actor seller(long id) {
        return Cast.actor(id, DEPARTMENT, new Scope.Own(id), Map.of());
    }

    private CustomerNumber pooled(String name) {
        CustomerNumber number = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", name)), GAO)
                        .getFirst())
                .number();
        pool.release(number, "离职交接", GAO);
        return number;
    }

    private List<String> seen(Actor actor) {
        return pool.page(new ListQuery("", "", Map.of(), "-created", "", 200), actor).items().stream()
                .map(ListPage.Row::number)
                .toList();
    }

    private static void refused(Runnable act, ErrorCode error) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private void limits(int most, int perDay, int coolingDays) {
        set(PoolSettings.MOST, Integer.toString(most));
        set(PoolSettings.PER_DAY, Integer.toString(perDay));
        set(PoolSettings.COOLING, Integer.toString(coolingDays));
    }

    private void set(String key, String value) {
        settings.set(key, Json.write(value), clock.instant(), 0, clock.instant(), "test");
        inForce.forget();
    }

    @AfterEach
    void usualLimits() {
        limits(200, 20, 7);
        set(PoolSettings.UNKNOWN, PoolRules.IMPORTER);
    }

    @Test
    void aFileGivenBackStandsInThePoolOfItsDepartmentAndIsClaimedThere() {
        CustomerNumber number = pooled("无主甲");
        refused(() -> customers.file(number, GAO), CommonError.NOT_FOUND);
        assertThat(seen(HUA)).contains(number.text());
        assertThat(seen(FAR)).doesNotContain(number.text());
        refused(() -> pool.claim(number, FAR), CommonError.NOT_FOUND);

        pool.claim(number, HUA);

        assertThat(customers.file(number, HUA).owner().id()).isEqualTo(HUA.userId());
        assertThat(seen(HUA)).doesNotContain(number.text());
        List<HistoryItem> entries =
                history.page(number, HistoryQuery.newest(), HUA).items();
        assertThat(entries).extracting(HistoryItem::source).startsWith("claim", "release");
        assertThat(entries.get(1).reason()).isEqualTo("离职交接");
    }

    @Test
    void ofTwoWhoClaimAtOnceOneGetsItAndTheOtherIsToldPlainly() throws Exception {
        for (int round = 0; round < 8; round++) {
            CustomerNumber number = pooled("抢" + round);
            List<Actor> both = List.of(seller(940 + round * 2), seller(941 + round * 2));
            List<Object> answers = new ArrayList<>();
            try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
                List<Future<Object>> asked = new ArrayList<>();
                for (Actor one : both) {
                    Callable<Object> claim = () -> {
                        try {
                            return pool.claim(number, one);
                        } catch (Refusal refusal) {
                            return refusal.error();
                        }
                    };
                    asked.add(hands.submit(claim));
                }
                for (Future<Object> answer : asked) {
                    answers.add(answer.get());
                }
            }
            assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(CustomerError.ALREADY_CLAIMED::equals)
                    .hasSize(1);
        }
    }

    @Test
    void nobodyClaimsMoreThanTheLimitsSayAlsoNotAtOnce() throws Exception {
        Actor eager = seller(960);
        List<CustomerNumber> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(pooled("多" + i));
        }
        limits(2, 20, 0);
        Set<Object> errors = new HashSet<>();
        int taken = 0;
        try (ExecutorService hands = Executors.newFixedThreadPool(5)) {
            List<Future<Object>> asked = new ArrayList<>();
            for (CustomerNumber number : numbers) {
                Callable<Object> claim = () -> {
                    try {
                        return pool.claim(number, eager);
                    } catch (Refusal refusal) {
                        return refusal.error();
                    }
                };
                asked.add(hands.submit(claim));
            }
            for (Future<Object> answer : asked) {
                Object said = answer.get();
                taken += said instanceof Accepted ? 1 : 0;
                if (!(said instanceof Accepted)) {
                    errors.add(said);
                }
            }
        }
        assertThat(taken).isEqualTo(2);
        assertThat(errors).containsExactly(CustomerError.CLAIM_LIMIT);
        assertThat(pool.limits(eager).held()).isEqualTo(2);
        assertThat(seen(eager))
                .containsAnyElementsOf(
                        numbers.stream().map(CustomerNumber::text).toList());
    }

    @Test
    void aDayHasItsLimitTooAndWhatWasGivenBackCoolsDown() {
        Actor one = seller(961);
        CustomerNumber number = pooled("凉");
        limits(10, 1, 3);
        pool.claim(number, one);
        refused(() -> pool.claim(pooled("再"), one), CustomerError.CLAIM_DAILY_LIMIT);
        pool.release(number, "无暇", one);
        limits(10, 10, 3);
        refused(() -> pool.claim(number, one), CustomerError.CLAIM_COOLING);
        assertThat(seen(one)).contains(number.text());
        pool.claim(number, HUA);
    }

    @Test
    void whatWasAssignedAndGivenBackCoolsDownAsWellAndCountsAsTakenOnNoDay() {
        Actor one = Cast.actor(963, DEPARTMENT, new Scope.Own(963), Map.of());
        limits(10, 1, 3);
        CustomerNumber number = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "分配")), one)
                        .getFirst())
                .number();
        pool.release(number, "无暇", one);
        refused(() -> pool.claim(number, one), CustomerError.CLAIM_COOLING);
        pool.claim(pooled("另一位"), one);
        limits(10, 10, 3);
        pool.claim(number, HUA);
    }

    @Test
    void onlyOnesOwnIsGivenBackAndForAReason() {
        CustomerNumber number = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "有主")), GAO)
                        .getFirst())
                .number();
        refused(() -> pool.release(number, " ", GAO), CustomerError.REASON_REQUIRED);
        refused(() -> pool.release(number, "想要", HUA), CommonError.NOT_FOUND);
        refused(() -> pool.release(number, "想要", Cast.CHEN), CustomerError.NOT_YOURS);
        refused(() -> pool.claim(number, HUA), CommonError.NOT_FOUND);
        refused(() -> pool.claim(number, Cast.CHEN), CustomerError.ALREADY_CLAIMED);
        Actor without = new Actor(
                931,
                "user931",
                OptionalLong.of(DEPARTMENT),
                Set.of(Functions.CUSTOMERS_READ),
                new Scope.Own(931),
                GAO.rights(),
                "en",
                "127.0.0.1",
                "api");
        refused(() -> pool.release(number, "想要", without), CommonError.NO_RIGHT);
        assertThat(seen(without)).isEmpty();
    }

    @Test
    void whoMayChooseOwnersMayLeaveAFileWithoutOneForAReason() {
        CustomerNumber number = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "待分配")), Cast.CHEN)
                        .getFirst())
                .number();
        Submission without = Cast.change(number, OptionalLong.empty(), "owner", "");
        Submission named = Cast.change(number, OptionalLong.empty(), "owner", "999999");
        gate.submit(List.of(named), Cast.CHEN);
        Refused refused = (Refused) gate.submit(List.of(without), Cast.CHEN).getFirst();
        assertThat(refused.problems()).extracting(FieldProblem::code).containsExactly("reason_needed");
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "individual",
                        Cast.values("owner", ""),
                        Map.of(),
                        Circumstances.of("page").because("待分配"))),
                Cast.CHEN);
        FileView view = customers.file(number, Cast.CHEN);
        assertThat(view.unowned()).isTrue();
        assertThat(view.values()).doesNotContainKey("owner");
        assertThat(view.owner()).isNull();
        assertThat(lists.list(new ListQuery("", "", Map.of("owner.empty", "yes"), "-created", "", 200), Cast.CHEN)
                        .items())
                .extracting(ListPage.Row::number)
                .contains(number.text());
    }

    /** Whoever reads many departments has whose customer it is held against them before anything else is read of it. */
    @Test
    void aFileThatChangesHandsIsFoundByItsOwnerAmongManyDepartments() {
        ListQuery query = new ListQuery("", "罕见姓氏甪", Map.of(), "-created", "", 50);
        CustomerNumber number = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "罕见姓氏甪")), GAO)
                        .getFirst())
                .number();
        assertThat(lists.list(query, elsewhere(GAO)).items())
                .extracting(ListPage.Row::number)
                .containsExactly(number.text());
        pool.release(number, "离职交接", GAO);
        assertThat(lists.list(query, elsewhere(GAO)).items()).isEmpty();
        pool.claim(number, HUA);
        assertThat(lists.list(query, elsewhere(GAO)).items()).isEmpty();
        assertThat(lists.list(query, elsewhere(HUA)).items())
                .extracting(ListPage.Row::number)
                .containsExactly(number.text());
    }

    /** One who reads many departments, the customer's not among them. */
    private static Actor elsewhere(Actor one) {
        return Cast.actor(
                one.userId(), 80, new Scope.Departments(one.userId(), Set.of(80L, 81L, 82L, 83L, 84L, 85L)), Map.of());
    }

    @Test
    void importedFilesOfAnUnknownOwnerGoWhereTheSettingSays() {
        assertThat(imported("甲").unowned()).isNull();
        set(PoolSettings.UNKNOWN, PoolRules.POOL);
        assertThat(imported("乙").unowned()).isTrue();
    }

    private FileView imported(String name) {
        Circumstances how = new Circumstances("import", "file", "", "", 4711, 1, Context.NONE);
        Submission row = new Submission(
                new Target.NewFile(), "individual", Cast.values("name", "导入" + name, "owner", "查无此人"), Map.of(), how);
        return customers.file(((Accepted) gate.submit(List.of(row), Cast.CHEN).getFirst()).number(), Cast.CHEN);
    }

    @Test
    void aNarrowerLimitIsSaidBeforehandToMeetWhoeverHoldsThatMany() {
        Actor keeper = seller(99_011);
        pool.claim(pooled("在手"), keeper);
        Map<String, String> now = Map.of(PoolSettings.MOST, "200");
        assertThat(limitsAsSettings.effects(now, Map.of(PoolSettings.MOST, "1"), "zh"))
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.text()).isEqualTo("pool_most");
                    assertThat(Integer.parseInt(effect.arguments().get("count")))
                            .isPositive();
                });
        assertThat(limitsAsSettings.effects(now, now, "zh")).isEmpty();
    }
}
