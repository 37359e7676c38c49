package io.clientela.customer.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.Cell;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.FileHistory;
import io.clientela.customer.HistoryItem;
import io.clientela.customer.HistoryQuery;
import io.clientela.customer.Outcome;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.customer.tagging.TagRule.Said;
import io.clientela.customer.tagging.TagRules.Seen;
import io.clientela.exchange.spi.ImportTarget.Undone;
import io.clientela.exchange.spi.ImportTarget.UndoneBatch;
import io.clientela.exchange.spi.ImportTarget.UndoneEffect;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.Texts;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class TagRulesTest {

    /** 严管理, who administers the catalogue and reads everything. */
    private static final Actor YAN = actor(961, Set.copyOf(Functions.ALL), new Scope.All(), Map.of());

    /** More than two steps of the follower take. */
    private static final int MANY = 47;

    @Autowired
    TagRules rules;

    @Autowired
    TagFollower follower;

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    FileHistory history;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private final List<Long> kept = new ArrayList<>();

    private static Actor actor(long id, Set<String> functions, Scope scope, Map<String, FieldRight> rights) {
        return new Actor(
                id,
                "user" + id,
                OptionalLong.of(1),
                functions,
                scope,
                new FieldRights(rights),
                "zh",
                "127.0.0.1",
                "api");
    }

    @AfterEach
    void noRuleStays() {
        kept.forEach(id -> rules.delete(id, YAN));
        await(() -> rules.lastRun().orElseThrow().run().isOver());
    }

    private CustomerNumber entered(String name, String city) {
        return ((Accepted) submit(new Target.NewFile(), Map.of("name", List.of(name), "city", List.of(city)), YAN))
                .number();
    }

    private Outcome submit(Target target, Map<String, List<String>> values, Actor actor) {
        Submission submission = new Submission(target, "individual", values, Map.of(), Circumstances.of("page"));
        return gate.submit(List.of(submission), actor).getFirst();
    }

    private Outcome changed(CustomerNumber number, String field, String value) {
        return submit(new Target.Known(number, OptionalLong.empty()), Map.of(field, List.of(value)), YAN);
    }

    private Seen kept(Said said) {
        Seen seen = rules.keep(said, true, YAN);
        kept.add(seen.rule().id());
        await(() -> rules.lastRun().orElseThrow().run().isOver());
        return seen;
    }

    private static Said inCity(String city, String tag) {
        return said("{\"field\": \"city\", \"op\": \"is\", \"value\": \"" + city + "\"}", tag);
    }

    private static Said said(String condition, String tag) {
        return new Said(new Texts("规则", "Rule", "Regla"), "individual", "{\"all\": [" + condition + "]}", tag);
    }

    private String tags(CustomerNumber number) {
        Cell cell = customers.file(number, YAN).values().get("rule_tags");
        return cell == null ? "" : cell.text();
    }

    private static void await(Callable<Boolean> done) {
        long patience = System.nanoTime() + 30_000_000_000L;
        try {
            while (!done.call()) {
                assertThat(System.nanoTime()).isLessThan(patience);
                Thread.sleep(50);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(Runnable act, String field, String code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(FieldProblem::field, FieldProblem::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, code)));
    }

    @Test
    void setsItsTagOnWhoeverFitsAndTakesItAwayFromWhoNoLongerDoes() {
        CustomerNumber there = entered("甲", "规则城一");
        CustomerNumber elsewhere = entered("乙", "别城一");
        kept(inCity("规则城一", "本地一"));
        assertThat(tags(there)).isEqualTo("本地一");
        assertThat(tags(elsewhere)).isEmpty();

        changed(elsewhere, "city", "规则城一");
        changed(there, "city", "别城一");
        follower.follow();
        await(() -> tags(elsewhere).equals("本地一") && tags(there).isEmpty());

        List<HistoryItem> entries =
                history.page(there, HistoryQuery.newest(), YAN).items();
        assertThat(entries.getFirst().channel()).isEqualTo("rule");
    }

    @Test
    void manyChangesAreFollowedTogetherAndNoneIsPassedOver() {
        kept(inCity("规则城众", "众"));
        List<CustomerNumber> all = IntStream.range(0, MANY)
                .mapToObj(n -> entered("众" + n, n % 2 == 0 ? "规则城众" : "别城众"))
                .toList();
        follower.follow();
        for (int n = 0; n < MANY; n++) {
            CustomerNumber number = all.get(n);
            String wanted = n % 2 == 0 ? "众" : "";
            await(() -> tags(number).equals(wanted));
        }
    }

    @Test
    void whatTwoRulesSetStaysWhileEitherFits() {
        CustomerNumber number = entered("丙", "规则城二");
        changed(number, "occupation", "教师");
        kept(inCity("规则城二", "双重"));
        Seen second = kept(said(
                "{\"field\": \"occupation\", \"op\": \"is\", \"value\": \"教师\"}, "
                        + "{\"field\": \"city\", \"op\": \"filled\"}",
                "双重"));
        changed(number, "city", "别城二");
        follower.follow();
        assertThat(tags(number)).isEqualTo("双重");
        rules.change(
                second.rule().id(),
                second.rule().said(),
                false,
                OptionalLong.of(second.rule().version()),
                YAN);
        await(() -> rules.lastRun().orElseThrow().run().isOver());
        assertThat(tags(number)).isEmpty();
    }

    @Test
    void holdingAllFilesAgainstTheRulesAgainChangesNothing() {
        CustomerNumber number = entered("丁", "规则城三");
        kept(inCity("规则城三", "再来"));
        int entries = history.page(number, HistoryQuery.newest(), YAN).items().size();
        rules.run(YAN);
        await(() -> rules.lastRun().orElseThrow().run().isOver());
        follower.follow();
        assertThat(rules.lastRun().orElseThrow().run().changed()).isZero();
        assertThat(history.page(number, HistoryQuery.newest(), YAN).items()).hasSize(entries);
    }

    @Test
    void aPersonNeitherTypesSuchATagNorTakesItBack() {
        CustomerNumber number = entered("戊", "规则城四");
        kept(inCity("规则城四", "不可手填"));
        assertThat(((Refused) changed(number, "rule_tags", "手填")).problems())
                .extracting(FieldProblem::code)
                .containsExactly("field_not_writable");
        Submission back = new Submission(
                new Target.Known(number, OptionalLong.empty()),
                "individual",
                Map.of(),
                Map.of(),
                Circumstances.takingBack(2, "不要"));
        assertThat(gate.submit(List.of(back), YAN).getFirst()).isInstanceOf(Refused.class);
        Submission disguised = new Submission(
                new Target.Known(number, OptionalLong.empty()),
                "individual",
                Map.of("rule_tags", List.of("冒充")),
                Map.of(),
                Circumstances.of(Circumstances.RULE));
        assertThat(gate.submit(List.of(disguised), YAN).getFirst()).isInstanceOf(Refused.class);
        assertThat(tags(number)).isEqualTo("不可手填");
    }

    @Test
    void anImportIsTakenBackAlthoughRulesHaveTaggedWhatItBrought() {
        long run = 7_310_001;
        Circumstances how = new Circumstances("import", "file", "", "", run, 1, Context.NONE);
        Submission row = new Submission(
                new Target.NewFile(),
                "individual",
                Map.of("name", List.of("庚"), "city", List.of("规则城十")),
                Map.of(),
                how);
        CustomerNumber number = ((Accepted) gate.submit(List.of(row), YAN).getFirst()).number();
        kept(inCity("规则城十", "导入后"));
        assertThat(tags(number)).isEqualTo("导入后");
        UndoneBatch undone = transaction.execute(status -> gate.takeBack(run, 0, 10, YAN));
        assertThat(undone.files()).extracting(Undone::effect).containsExactly(UndoneEffect.WITHDRAWN);
    }

    @Test
    void aRuleNeedsAConditionATagAndNothingThatRulesSet() {
        refused(() -> rules.keep(said("", "空"), true, YAN), "where", "rule_empty");
        refused(() -> rules.keep(inCity("规则城五", " "), true, YAN), "tag", "rule_tag");
        refused(
                () -> rules.keep(said("{\"field\": \"rule_tags\", \"op\": \"empty\"}", "来回"), true, YAN),
                "where",
                "rule_circle");
    }

    @Test
    void whoDoesNotSeeAFieldInClearNeitherAsksForItNorIsToldOfIt() {
        Map<String, FieldRight> masked =
                new HashMap<>(Map.of("individual.city", new FieldRight(Visibility.MASKED, true, Visibility.MASKED)));
        Actor narrow = actor(962, Set.copyOf(Functions.ALL), new Scope.All(), masked);
        refused(() -> rules.keep(inCity("规则城六", "窥视"), true, narrow), "where", "rule_field");
        refused(() -> rules.preview("individual", inCity("规则城六", "x").where(), narrow), "where", "rule_field");
        Seen rule = kept(inCity("规则城六", "看不到"));
        Seen seen = rules.all(narrow).stream()
                .filter(one -> one.rule().id() == rule.rule().id())
                .findFirst()
                .orElseThrow();
        assertThat(seen.withheld()).isTrue();
        assertThat(seen.rule().said().where()).isEmpty();
        assertThatThrownBy(() -> rules.delete(rule.rule().id(), narrow))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NO_RIGHT));
    }

    @Test
    void onlyWhoAdministersTheCatalogueWritesOne() {
        Set<String> functions = new HashSet<>(Functions.ALL);
        functions.remove(Functions.CATALOGUE_MANAGE);
        Actor looker = actor(963, functions, new Scope.All(), Map.of());
        assertThatThrownBy(() -> rules.keep(inCity("规则城七", "无权"), true, looker))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NO_RIGHT));
    }

    @Test
    void thePreviewCountsWhatItsAuthorSees() {
        entered("己", "规则城八");
        Actor own = actor(964, Set.copyOf(Functions.ALL), new Scope.Own(964), Map.of());
        String where = inCity("规则城八", "x").where();
        assertThat(rules.preview("individual", where, YAN).total().count()).isEqualTo(1);
        assertThat(rules.preview("individual", where, own).items()).isEmpty();
    }

    @Test
    void conditionsStandNowhereInClear() {
        kept(inCity("规则城九密", "密"));
        assertThat(sql.sql("""
                        select count(*)
                        from customer.tag_rule r
                        where position(cast('规则城九密' as bytea) in r.conditions) > 0
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void aRunThatGoesOnGivesWayToTheNext() {
        rules.run(YAN);
        TagRun next = rules.run(YAN);
        await(() -> rules.lastRun().orElseThrow().run().isOver());
        assertThat(rules.lastRun().orElseThrow().run().id()).isEqualTo(next.id());
        assertThat(sql.sql("select count(*) from customer.tag_run r where r.state = 'running'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
