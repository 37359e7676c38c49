package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.CustomerGroup.Figure;
import io.clientela.customer.CustomerGroup.Member;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How customers stand to each other, and the groups they make: 华东集团 with its companies. */
@ServerTest
class StructuresTest extends StructureCase {

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
}
