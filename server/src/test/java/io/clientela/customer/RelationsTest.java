package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeLists;
import io.clientela.platform.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What may be said of how customers stand to each other: the household of 顾家, and companies that can't be their own parents. */
@ServerTest
class RelationsTest extends StructureCase {

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
    void everyKindThatIsShippedIsUnderstood() {
        assertThat(CodeLists.shipped().list("relation_kind").items())
                .extracting(CodeItem::code)
                .filteredOn(code -> !code.equals("other"))
                .containsExactlyInAnyOrderElementsOf(RelationKind.known());
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
