package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Outcome;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Scope;
import io.clientela.matching.Likely.Resembling;
import io.clientela.matching.Queue.Between;
import io.clientela.platform.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What people said of how customers stand to each other counts when it is asked whether they are one. */
@ServerTest
// A database apart: other tests' customers would be found too.
@TestPropertySource(properties = "clientela.test.apart=matching")
class RelatedTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WriteGate gate;

    @Autowired
    Queue queue;

    @Autowired
    Likely likely;

    @Autowired
    Comparing comparing;

    @Autowired
    JdbcClient sql;

    private MatchingDesk desk;
    private Actor steward;

    @BeforeEach
    void open() {
        desk = MatchingDesk.of(beans);
        steward = desk.person("data_administrator");
    }

    private void relate(CustomerNumber number, String record, String kind, CustomerNumber other) {
        Submission said = new Submission(
                new Target.Known(number, OptionalLong.empty()),
                record,
                Map.of(),
                Map.of(
                        "relations",
                        new ListChange(
                                List.of(new ItemChange(
                                        OptionalLong.empty(),
                                        MatchingDesk.values("kind", kind, "customer", other.text()))),
                                List.of())),
                Circumstances.of("page"));
        assertThat(gate.submit(List.of(said), steward).getFirst()).isInstanceOf(Outcome.Accepted.class);
    }

    private Optional<Between> asked(CustomerNumber one, CustomerNumber other) {
        List<String> both = List.of(one.text(), other.text());
        return queue.page(new Queue.Question(Optional.empty(), false), 0, 100, steward).items().stream()
                .flatMap(item -> item.between().stream())
                .filter(between -> both.contains(between.one()) && both.contains(between.other()))
                .findFirst();
    }

    private long id(CustomerNumber number) {
        return sql.sql("select f.file_id from customer.file f where f.number = :number")
                .param("number", number.text())
                .query(Long.class)
                .single();
    }

    private List<String> resembling(CustomerNumber number) {
        return likely.resembling(number.text(), steward).stream()
                .map(Resembling::number)
                .toList();
    }

    @Test
    void fatherAndSonOfOneNameAndTelephoneAreTwoOnceSomebodySaysSo() {
        CustomerNumber father =
                desk.customer(steward, "name", "潘德林", "mobile", "13811138201", "address", "解放路 8 号 3 单元", "city", "无锡");
        CustomerNumber son =
                desk.customer(steward, "name", "潘德林", "mobile", "13811138201", "address", "解放路 8 号 3 单元", "city", "无锡");
        desk.followed();
        assertThat(asked(father, son)).isPresent();
        assertThat(resembling(father)).contains(son.text());

        relate(son, "individual", "parent", father);
        desk.followed();
        assertThat(asked(father, son)).isEmpty();
        assertThat(resembling(father)).doesNotContain(son.text());
        desk.compared(steward);
        assertThat(asked(father, son)).isEmpty();
    }

    @Test
    void whatAHouseholdSharesIsNoEvidenceBetweenItsMembersFromWhicheverFileItIsKnown() {
        CustomerNumber head =
                desk.customer(steward, "name", "裘万山", "mobile", "13811138202", "address", "人民路 20 号", "city", "绍兴");
        CustomerNumber sister =
                desk.customer(steward, "name", "裘雅珍", "mobile", "13811138202", "address", "人民路 20 号", "city", "绍兴");
        CustomerNumber twin =
                desk.customer(steward, "name", "裘雅珍", "mobile", "13811138202", "address", "人民路 20 号", "city", "绍兴");
        desk.followed();
        Between before = asked(sister, twin).orElseThrow();
        assertThat(before.outcome()).isEqualTo("same");

        relate(head, "individual", "household_member", sister);
        relate(head, "individual", "household_member", twin);
        desk.followed();
        FoundPair after = comparing.between(id(sister), id(twin)).orElseThrow();
        assertThat(after.bits()).isLessThan(before.bits() - 5);
        assertThat(after.findings().all())
                .extracting(finding -> finding.aspect())
                .contains("relation");
        // Nothing but the file of the head was written.
        assertThat(asked(sister, twin).map(Between::outcome)).isNotEqualTo(Optional.of("same"));
    }

    @Test
    void noMachineMakesOneOfTwoMembersWhateverElseSpeaksForIt() {
        CustomerNumber head = desk.customer(steward, "name", "裘百川", "mobile", "13811138203");
        CustomerNumber one = desk.customer(
                steward,
                "name",
                "裘雅琴",
                "mobile",
                "13811138203",
                "email",
                "yaqin@example.com",
                "birth_date",
                "1990-01-02");
        CustomerNumber other = desk.customer(
                steward,
                "name",
                "裘雅琴",
                "mobile",
                "13811138203",
                "email",
                "yaqin@example.com",
                "birth_date",
                "1990-01-02");
        relate(one, "individual", "household_head", head);
        relate(other, "individual", "household_head", head);
        desk.compared(steward);
        Between between = asked(one, other).orElseThrow();
        assertThat(between.outcome()).isEqualTo("ask");
        assertThat(between.probability()).isGreaterThan(0.99);
        assertThat(between.reasons()).extracting(Reason::code).contains("relation.household");
        // Who sees the two but not every file isn't told that a third one makes them a household.
        Actor colleague = steward.seeing(new Scope.Own(steward.userId()));
        Between told = queue.page(new Queue.Question(Optional.empty(), false), 0, 100, colleague).items().stream()
                .flatMap(item -> item.between().stream())
                .filter(two -> List.of(one.text(), other.text()).contains(two.one())
                        && List.of(one.text(), other.text()).contains(two.other()))
                .findFirst()
                .orElseThrow();
        assertThat(told.reasons())
                .extracting(Reason::code)
                .contains("household.relatives")
                .noneMatch(code -> code.startsWith("relation"));
    }

    @Test
    void aSubsidiaryIsNotItsParentWhateverTheyShare() {
        CustomerNumber parent = desk.enterprise(
                steward, "name", "绍兴越华机电有限公司", "phone", "0575-88881234", "address", "越华路 1 号", "city", "绍兴");
        CustomerNumber subsidiary = desk.enterprise(
                steward, "name", "绍兴越华机电有限公司", "phone", "0575-88881234", "address", "越华路 1 号", "city", "绍兴");
        desk.followed();
        assertThat(asked(parent, subsidiary)).isPresent();
        relate(parent, "enterprise", "subsidiary", subsidiary);
        desk.followed();
        assertThat(asked(parent, subsidiary)).isEmpty();
        desk.compared(steward);
        assertThat(asked(parent, subsidiary)).isEmpty();
    }
}
