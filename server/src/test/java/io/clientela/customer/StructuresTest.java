package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.CustomerGroup.Figure;
import io.clientela.customer.CustomerGroup.Member;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeLists;
import io.clientela.platform.ServerTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How customers stand to each other: 华东集团 with its companies, and the household of 顾家. */
@ServerTest
class StructuresTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    Merges merges;

    @Autowired
    Structures structures;

    @Autowired
    Dossiers dossiers;

    private CustomerNumber entered(String record, Actor actor, String... values) {
        Submission said =
                new Submission(new Target.NewFile(), record, Cast.values(values), Map.of(), Circumstances.of("page"));
        return ((Accepted) gate.submit(List.of(said), actor).getFirst()).number();
    }

    private CustomerNumber company(String name, String... more) {
        List<String> values = new ArrayList<>(List.of("name", name));
        values.addAll(List.of(more));
        return entered("enterprise", Cast.CHEN, values.toArray(String[]::new));
    }

    private CustomerNumber person(String name) {
        return entered("individual", Cast.CHEN, "name", name);
    }

    private Outcome relate(CustomerNumber number, String kind, CustomerNumber other, String... more) {
        List<String> values = new ArrayList<>(List.of("kind", kind, "customer", other.text()));
        values.addAll(List.of(more));
        return submit(
                number,
                new ListChange(
                        List.of(new ItemChange(OptionalLong.empty(), Cast.values(values.toArray(String[]::new)))),
                        List.of()),
                Cast.CHEN);
    }

    private Outcome submit(CustomerNumber number, ListChange change, Actor actor) {
        String record = customers.file(number, Cast.CHEN).type();
        return gate.submit(
                        List.of(new Submission(
                                new Target.Known(number, OptionalLong.empty()),
                                record,
                                Map.of(),
                                Map.of("relations", change),
                                Circumstances.of("page"))),
                        actor)
                .getFirst();
    }

    private static String refusal(Outcome outcome) {
        FieldProblem problem = ((Refused) outcome).problems().getFirst();
        return problem.field() + " " + problem.code();
    }

    private List<String> relations(CustomerNumber number, Actor actor) {
        return dossiers.of(number, actor).relations().items().stream()
                .map(one -> one.label() + ": "
                        + (one.name() == null ? one.number() : one.name().text()) + (one.over() ? " (over)" : ""))
                .toList();
    }

    private CustomerGroup group(CustomerNumber number, String circle, Actor actor) {
        return structures.group(number, circle, actor);
    }

    private static List<String> tree(CustomerGroup group) {
        return group.members().stream()
                .map(member -> "  ".repeat(member.depth())
                        + (member.name() == null
                                ? member.number()
                                : member.name().text()))
                .toList();
    }

    private static Figure figure(CustomerGroup group, String code) {
        return group.figures().stream()
                .filter(figure -> figure.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRelationIsSeenFromBothSides() {
        CustomerNumber parent = company("华东集团");
        CustomerNumber subsidiary = company("华东物流");
        assertThat(relate(subsidiary, "parent_company", parent, "share", "51", "since_on", "2020-01-01"))
                .isInstanceOf(Accepted.class);
        assertThat(relations(subsidiary, Cast.CHEN)).containsExactly("Parent company: 华东集团");
        assertThat(relations(parent, Cast.CHEN)).containsExactly("Subsidiary: 华东物流");
        RelationView seen = dossiers.of(parent, Cast.CHEN).relations().items().getFirst();
        assertThat(seen.values().get("share").text()).isEqualTo("51");
        assertThat(seen.holder()).isEqualTo(subsidiary.text());
        assertThat(seen.change()).isTrue();
    }

    @Test
    void sumsAGroupOfCompaniesOverItsTree() {
        CustomerNumber top = company(
                "海河控股", "annual_amount", "1000", "registered_capital", "500", "registered_capital_currency", "CNY");
        CustomerNumber middle = company("海河实业", "annual_amount", "200.5");
        CustomerNumber low = company(
                "海河运输", "annual_amount", "30", "registered_capital", "70", "registered_capital_currency", "EUR");
        CustomerNumber branch = company("海河实业天津分公司");
        relate(middle, "parent_company", top);
        // Written in the file above as well as in that below.
        relate(middle, "subsidiary", low);
        relate(branch, "head_office", middle);

        for (CustomerNumber member : List.of(top, middle, low, branch)) {
            CustomerGroup group = group(member, "company", Cast.CHEN);
            assertThat(group.number()).isEqualTo(top.text());
            assertThat(tree(group)).containsExactly("海河控股", "  海河实业", "    海河运输", "    海河实业天津分公司");
            assertThat(figure(group, "annual_amount").total()).isEqualTo("1230.5");
            assertThat(figure(group, "annual_amount").of()).isEqualTo(3);
            assertThat(figure(group, "registered_capital:CNY").total()).isEqualTo("500");
            assertThat(figure(group, "registered_capital:EUR").total()).isEqualTo("70");
            assertThat(figure(group, "open_duplicates").total()).isEqualTo("0");
            Member second = group.members().get(1);
            assertThat(second.relation()).isEqualTo("Subsidiary");
            assertThat(second.own()).containsEntry("annual_amount", "200.5");
            assertThat(second.with()).containsEntry("annual_amount", "230.5");
            assertThat(group.members().get(2).with()).isEmpty();
            assertThat(group.members().get(3).relation()).isEqualTo("Branch");
        }
    }

    @Test
    void aHouseholdHasOneHeadAndNobodyBelongsToTwo() {
        CustomerNumber head = person("顾家明");
        CustomerNumber wife = person("沈月琴");
        CustomerNumber son = person("顾小明");
        CustomerNumber stranger = person("薛文龙");
        relate(head, "household_member", wife, "role", "妻子");
        relate(son, "household_head", head);
        assertThat(tree(group(wife, "household", Cast.CHEN))).containsExactly("顾家明", "  沈月琴", "  顾小明");
        assertThat(refusal(relate(son, "household_head", stranger))).isEqualTo("relations.customer second_household");
        assertThat(refusal(relate(stranger, "household_member", son))).isEqualTo("relations.customer second_household");
        assertThat(refusal(relate(son, "household_member", stranger)))
                .isEqualTo("relations.customer household_in_household");
        assertThat(refusal(relate(head, "household_member", wife))).isEqualTo("relations.customer relation_twice");
        assertThat(refusal(relate(wife, "household_head", head))).isEqualTo("relations.customer relation_twice");
        assertThat(relate(wife, "spouse", head)).isInstanceOf(Accepted.class);
        // Alone, one is nobody's group but one's own.
        assertThat(tree(group(stranger, "household", Cast.CHEN))).containsExactly("薛文龙");
    }

    @Test
    void refusesWhatCannotBe() {
        CustomerNumber one = company("江南纺织");
        CustomerNumber two = company("江南印染");
        CustomerNumber human = person("陆长庚");
        CustomerNumber third = company("江南成衣");
        assertThat(refusal(relate(one, "subsidiary", one))).isEqualTo("relations.customer related_to_itself");
        assertThat(refusal(relate(one, "parent_company", human))).isEqualTo("relations.kind relation_misfits");
        assertThat(refusal(relate(human, "household_head", one))).isEqualTo("relations.kind relation_misfits");
        assertThat(refusal(relate(one, "holding", two, "share", "100.5")))
                .isEqualTo("relations.share share_out_of_range");
        assertThat(refusal(relate(one, "holding", two, "share", "0"))).isEqualTo("relations.share share_out_of_range");
        assertThat(refusal(relate(one, "holding", two, "since_on", "2025-02-01", "until_on", "2025-01-31")))
                .isEqualTo("relations.until_on over_before_begun");
        assertThat(refusal(relate(one, "subsidiary", new CustomerNumber("C19990101001"))))
                .isEqualTo("relations.customer unknown_customer");
        assertThat(refusal(submit(
                        one,
                        new ListChange(
                                List.of(new ItemChange(OptionalLong.empty(), Cast.values("kind", "partner"))),
                                List.of()),
                        Cast.CHEN)))
                .isEqualTo("relations.customer required");
        relate(one, "subsidiary", two);
        relate(two, "subsidiary", third);
        assertThat(refusal(relate(third, "subsidiary", one))).isEqualTo("relations.customer relation_in_circle");
        assertThat(refusal(relate(one, "parent_company", third))).isEqualTo("relations.customer relation_in_circle");
        assertThat(refusal(relate(third, "head_office", one))).isEqualTo("relations.customer second_parent");
        assertThat(relate(human, "employer", one, "role", "厂长")).isInstanceOf(Accepted.class);
        assertThat(relate(human, "holding", one, "share", "12.5")).isInstanceOf(Accepted.class);
        assertThat(relations(one, Cast.CHEN)).containsExactly("Subsidiary: 江南印染", "Employee: 陆长庚", "Shareholder: 陆长庚");
    }

    @Test
    void whatIsOverHoldsNothingTogetherAndLetsTheNextOneIn() {
        CustomerNumber before = company("旧主集团");
        CustomerNumber after = company("新主集团");
        CustomerNumber sold = company("易手机械");
        relate(sold, "parent_company", before);
        long item = customers
                .file(sold, Cast.CHEN)
                .lists()
                .get("relations")
                .getFirst()
                .id();
        assertThat(refusal(relate(sold, "parent_company", after))).isEqualTo("relations.customer second_parent");
        Outcome ended = submit(
                sold,
                new ListChange(
                        List.of(new ItemChange(
                                OptionalLong.of(item),
                                Cast.values("until_on", TODAY.minusDays(1).toString()))),
                        List.of()),
                Cast.CHEN);
        assertThat(ended).isInstanceOf(Accepted.class);
        assertThat(relate(sold, "parent_company", after)).isInstanceOf(Accepted.class);
        assertThat(relations(sold, Cast.CHEN)).containsExactly("Parent company: 新主集团", "Parent company: 旧主集团 (over)");
        assertThat(tree(group(sold, "company", Cast.CHEN))).containsExactly("新主集团", "  易手机械");
        assertThat(tree(group(before, "company", Cast.CHEN))).containsExactly("旧主集团");
    }

    @Test
    void whoSeesOneOfTheTwoIsToldTheRelationAndOfTheOtherOnlyTheNumber() {
        CustomerNumber own = entered("enterprise", Cast.LIU, "name", "本部客户", "annual_amount", "10");
        CustomerNumber far = company("别部客户", "annual_amount", "999");
        CustomerNumber farther = company("别部之子", "annual_amount", "777");
        relate(own, "parent_company", far, "share", "60");
        relate(far, "subsidiary", farther);
        CustomerNumber named = entered("enterprise", Cast.LIU, "name", "被指客户");
        relate(far, "subsidiary", named, "share", "40", "remarks", "别部备注");

        // The same whichever of the two files says it; what the other's file says more of it isn't told.
        assertThat(relations(own, Cast.LIU)).containsExactly("Parent company: " + far.text());
        assertThat(relations(named, Cast.LIU)).containsExactly("Parent company: " + far.text());
        RelationView said = dossiers.of(own, Cast.LIU).relations().items().getFirst();
        assertThat(said.type()).isNull();
        assertThat(said.values()).containsKey("share");
        RelationView heard = dossiers.of(named, Cast.LIU).relations().items().getFirst();
        assertThat(heard.values()).isEmpty();
        assertThat(heard.change()).isFalse();

        CustomerGroup group = group(own, "company", Cast.LIU);
        assertThat(tree(group)).containsExactly(far.text(), "  本部客户", "  被指客户");
        assertThat(group.members().getFirst().seen()).isFalse();
        assertThat(group.members().getLast().values()).isEmpty();
        assertThat(figure(group, "annual_amount").total()).isEqualTo("10");
        assertThatThrownBy(() -> group(far, "company", Cast.LIU))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.error()).isEqualTo(CommonError.NOT_FOUND));
        assertThat(refusal(submit(
                        own,
                        new ListChange(
                                List.of(new ItemChange(
                                        OptionalLong.empty(),
                                        Cast.values("kind", "partner", "customer", farther.text()))),
                                List.of()),
                        Cast.LIU)))
                .isEqualTo("relations.customer unknown_customer");
    }

    @Test
    void whoDoesNotReadRelationsOrAmountsIsToldNeither() {
        CustomerNumber top = company("密级集团", "annual_amount", "5");
        CustomerNumber low = company("密级子公司", "annual_amount", "6");
        relate(low, "parent_company", top);
        Actor blind = Cast.actor(
                911,
                1,
                new Scope.All(),
                Map.of(
                        "*", new FieldRight(Visibility.CLEAR, true, Visibility.CLEAR),
                        "enterprise.relations", new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN)));
        assertThat(relations(low, blind)).isEmpty();
        assertThatThrownBy(() -> group(low, "company", blind)).isInstanceOf(Refusal.class);
        Actor masked = Cast.actor(
                912,
                1,
                new Scope.All(),
                Map.of(
                        "*", new FieldRight(Visibility.CLEAR, true, Visibility.CLEAR),
                        "enterprise.annual_amount", new FieldRight(Visibility.MASKED, false, Visibility.HIDDEN)));
        assertThat(group(low, "company", masked).figures())
                .extracting(Figure::code)
                .doesNotContain("annual_amount");
        assertThat(group(low, "company", masked).members())
                .allSatisfy(member -> assertThat(member.own()).doesNotContainKey("annual_amount"));
    }

    @Test
    void relationsFollowAMergeAndComeBackAsTheyWere() {
        CustomerNumber parent = company("合并母公司");
        CustomerNumber first = company("合并子公司");
        CustomerNumber double1 = company("合并子公司");
        CustomerNumber below = company("合并孙公司");
        relate(first, "parent_company", parent);
        relate(double1, "parent_company", parent);
        relate(below, "parent_company", double1);
        List<String> before = relations(double1, Cast.CHEN);
        merges.merge(Cast.wish(null, Map.of(), first, double1), Cast.CHEN);
        assertThat(relations(double1, Cast.CHEN)).containsExactly("Parent company: 合并母公司", "Subsidiary: 合并孙公司");
        assertThat(relations(below, Cast.CHEN)).containsExactly("Parent company: 合并子公司");
        assertThat(tree(group(below, "company", Cast.CHEN))).containsExactly("合并母公司", "  合并子公司", "    合并孙公司");
        merges.unmerge(Cast.unwish(double1), Cast.CHEN);
        assertThat(relations(double1, Cast.CHEN)).isEqualTo(before);
        assertThat(relations(first, Cast.CHEN)).containsExactly("Parent company: 合并母公司");
    }

    @Test
    void aMergeOfTwoThatStandInARelationLeavesNoneToItself() {
        CustomerNumber one = company("自指甲公司");
        CustomerNumber two = company("自指乙公司");
        CustomerNumber three = company("自指丙公司");
        relate(two, "parent_company", one);
        relate(three, "parent_company", two);
        assertThat(merges.preview(Cast.wish(null, Map.of(), one, two), Cast.CHEN)
                        .related())
                .containsExactly(new MergePreview.RelatedTwo(two.text(), one.text(), "Parent company"));
        assertThat(merges.preview(Cast.wish(null, Map.of(), one, three), Cast.CHEN)
                        .related())
                .isEmpty();
        merges.merge(Cast.wish(null, Map.of(), one, three), Cast.CHEN);
        // Each stands above the other now; nobody is lost or looked for without end.
        assertThat(group(one, "company", Cast.CHEN).members()).hasSize(2);
        assertThat(group(two, "company", Cast.CHEN).members()).hasSize(2);
        merges.merge(Cast.wish(null, Map.of(), one, two), Cast.CHEN);
        assertThat(relations(one, Cast.CHEN)).isEmpty();
        assertThat(tree(group(one, "company", Cast.CHEN))).hasSize(1);
    }

    @Test
    void whatFilesThatAreOneSayTwiceMayStillBeChanged() {
        CustomerNumber parent = company("双档母公司");
        CustomerNumber first = company("双档子公司");
        CustomerNumber second = company("双档子公司");
        relate(first, "parent_company", parent);
        relate(second, "parent_company", parent);
        merges.merge(Cast.wish(null, Map.of(), first, second), Cast.CHEN);
        long item = customers
                .file(first, Cast.CHEN)
                .lists()
                .get("relations")
                .getFirst()
                .id();
        Outcome until = submit(
                first,
                new ListChange(
                        List.of(new ItemChange(
                                OptionalLong.of(item),
                                Cast.values("until_on", TODAY.plusDays(30).toString()))),
                        List.of()),
                Cast.CHEN);
        assertThat(until).isInstanceOf(Accepted.class);
        assertThat(tree(group(parent, "company", Cast.CHEN))).containsExactly("双档母公司", "  双档子公司");
    }

    @Test
    void nobodyHasTwoParentsBecauseOneIsOutOfReachAndNoRefusalTellsATypeThatIs() {
        CustomerNumber own = entered("enterprise", Cast.LIU, "name", "试探客户");
        CustomerNumber near = entered("enterprise", Cast.LIU, "name", "试探母公司");
        CustomerNumber far = company("试探别部");
        relate(far, "subsidiary", own);
        assertThat(refusal(submit(
                        own,
                        new ListChange(
                                List.of(new ItemChange(
                                        OptionalLong.empty(),
                                        Cast.values("kind", "parent_company", "customer", near.text()))),
                                List.of()),
                        Cast.LIU)))
                .isEqualTo("relations.customer second_parent");
        // Nor is it found out of which type somebody is whom a colleague entered.
        CustomerNumber stranger = person("试探别人");
        relate(own, "shareholder", stranger);
        long item = customers.file(own, Cast.CHEN).lists().get("relations").stream()
                .filter(one -> one.values().get("customer").text().equals(stranger.text()))
                .findFirst()
                .orElseThrow()
                .id();
        for (String kind : List.of("subsidiary", "employee")) {
            assertThat(submit(
                            own,
                            new ListChange(
                                    List.of(new ItemChange(OptionalLong.of(item), Cast.values("kind", kind))),
                                    List.of()),
                            Cast.LIU))
                    .isInstanceOf(Accepted.class);
        }
    }

    @Test
    void aFileHandedOverAgainSaysTheSameRelationOnce() {
        CustomerNumber parent = company("重导母公司");
        String key = "REL-" + parent.text();
        for (int time = 0; time < 2; time++) {
            Submission row = new Submission(
                    new Target.ByKey("external_id", true),
                    "enterprise",
                    Cast.values("name", "重导子公司", "external_id", key, "city", "城市" + time),
                    Map.of(
                            "relations",
                            new ListChange(
                                    List.of(new ItemChange(
                                            OptionalLong.empty(),
                                            Cast.values("kind", "母公司", "customer", parent.text()))),
                                    List.of())),
                    new Circumstances("import", "csv", "", "", 870_000 + time, 1, Context.NONE));
            assertThat(gate.submit(List.of(row), Cast.CHEN).getFirst()).isInstanceOf(Accepted.class);
        }
        assertThat(relations(parent, Cast.CHEN)).containsExactly("Subsidiary: 重导子公司");
        CustomerNumber child = new CustomerNumber(
                dossiers.of(parent, Cast.CHEN).relations().items().getFirst().number());
        assertThat(customers.file(child, Cast.CHEN).lists().get("relations")).hasSize(1);
        assertThat(customers.file(child, Cast.CHEN).values().get("city").text()).isEqualTo("城市1");
    }

    @Test
    void anEmployerOfVeryManyStillHasOneParentAndSaysThatThereAreMore() {
        CustomerNumber employer = company("万人厂");
        CustomerNumber parent = company("万人厂集团");
        relate(employer, "parent_company", parent);
        for (int i = 0; i < 105; i++) {
            relate(person("工人" + i), "employer", employer);
        }
        CustomerRelations all = dossiers.of(employer, Cast.CHEN).relations();
        assertThat(all.whole()).isFalse();
        assertThat(all.items()).hasSize(101);
        assertThat(all.items().getFirst().number()).isEqualTo(parent.text());
        assertThat(refusal(relate(employer, "head_office", company("另一总部"))))
                .isEqualTo("relations.customer second_parent");
        assertThat(tree(group(parent, "company", Cast.CHEN))).containsExactly("万人厂集团", "  万人厂");
    }

    @Test
    void everyKindThatIsShippedIsUnderstood() {
        assertThat(CodeLists.shipped().list("relation_kind").items())
                .extracting(CodeItem::code)
                .filteredOn(code -> !code.equals("other"))
                .containsExactlyInAnyOrderElementsOf(RelationKind.known());
    }

    @Test
    void takingBackARelationTakesItFromBothSides() {
        CustomerNumber one = company("撤回甲公司");
        CustomerNumber two = company("撤回乙公司");
        relate(one, "guarantor", two);
        assertThat(relations(two, Cast.CHEN)).hasSize(1);
        Outcome back = gate.submit(
                        List.of(new Submission(
                                new Target.Known(one, OptionalLong.empty()),
                                "enterprise",
                                Map.of(),
                                Map.of(),
                                Circumstances.takingBack(2, "误记"))),
                        Cast.CHEN)
                .getFirst();
        assertThat(back).isInstanceOf(Accepted.class);
        assertThat(relations(one, Cast.CHEN)).isEmpty();
        assertThat(relations(two, Cast.CHEN)).isEmpty();
    }

    @Test
    void offersEachTypeOfCustomerItsKinds() {
        List<String> people = structures.kinds("individual", Cast.CHEN).stream()
                .map(RelationKindView::code)
                .toList();
        List<String> companies = structures.kinds("enterprise", Cast.CHEN).stream()
                .map(RelationKindView::code)
                .toList();
        assertThat(people)
                .contains("household_head", "spouse", "employer", "holding", "other")
                .doesNotContain("subsidiary", "employee");
        assertThat(companies)
                .contains("parent_company", "branch", "employee", "shareholder", "other")
                .doesNotContain("spouse", "employer");
    }
}
