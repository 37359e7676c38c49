package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.UndoPreview.Why;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One change taken back through the gate: what comes back, what stays and why, and who may not. */
@ServerTest
class TakingBackTest {

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    ChangeUndo undo;

    @Autowired
    FileHistory history;

    @Autowired
    JdbcClient sql;

    @Test
    void givesTheValuesBeforeItBackWithWhereTheyCameFrom() {
        CustomerNumber number = entered("温归", "杭州");
        change(number, "city", "宁波");
        UndoPreview preview = undo.preview(number, 2, Cast.CHEN);
        assertThat(preview.possible()).isTrue();
        assertThat(preview.changes()).extracting(HistoryItem.Difference::field).containsExactly("city");
        assertThat(preview.changes().getFirst().now().text()).isEqualTo("杭州");
        Outcome outcome = takeBack(number, 2, Cast.CHEN);
        assertThat(outcome).isInstanceOf(Accepted.class);
        FileView view = customers.file(number, Cast.CHEN);
        assertThat(view.values().get("city").text()).isEqualTo("杭州");
        assertThat(view.origin().get("city").entry()).isEqualTo(1);
        List<HistoryItem> items =
                history.page(number, HistoryQuery.newest(), Cast.CHEN).items();
        assertThat(items.getFirst().takesBack()).isEqualTo(2);
        assertThat(items.getFirst().channel()).isEqualTo("undo");
        assertThat(items.get(1).takenBack().entry()).isEqualTo(3);
        assertThat(items.get(1).takenBack().partly()).isFalse();
        assertThat(items.get(1).takenBack().reason()).isEqualTo("打错了");
        assertThat(items.get(1).undoable()).isFalse();
        assertThat(sql.sql("""
                        select count(*)
                        from audit.event a
                        where a.action = 'customer.changed'
                          and a.subject = :number
                          and a.detail ->> 'takes_back' = '2'
                        """)
                        .param("number", number.text())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void leavesAndNamesWhatWasSaidAgainSince() {
        CustomerNumber number = entered("温后", "杭州");
        change(number, "city", "宁波", "employer", "纺织厂");
        change(number, "city", "温州");
        UndoPreview preview = undo.preview(number, 2, Cast.CHEN);
        assertThat(preview.kept()).extracting(UndoPreview.Kept::field).containsExactly("city");
        assertThat(preview.kept().getFirst().why()).isEqualTo(Why.LATER);
        assertThat(preview.kept().getFirst().since().entry()).isEqualTo(3);
        takeBack(number, 2, Cast.CHEN);
        FileView view = customers.file(number, Cast.CHEN);
        assertThat(view.values().get("city").text()).isEqualTo("温州");
        assertThat(view.values()).doesNotContainKey("employer");
        assertThat(history.page(number, HistoryQuery.newest(), Cast.CHEN)
                        .items()
                        .get(2)
                        .takenBack()
                        .partly())
                .isTrue();
    }

    @Test
    void refusesWhereNothingIsLeftToTakeBack() {
        CustomerNumber number = entered("温空", "杭州");
        change(number, "city", "宁波");
        change(number, "city", "温州");
        assertThat(undo.preview(number, 2, Cast.CHEN).possible()).isFalse();
        assertThat(((Refused) takeBack(number, 2, Cast.CHEN)).error()).isEqualTo(CustomerError.NOTHING_TO_TAKE_BACK);
    }

    @Test
    void refusesTheFirstEntryAndOneThatIsNotThere() {
        CustomerNumber number = entered("温首", "杭州");
        assertThat(((Refused) takeBack(number, 1, Cast.CHEN)).error()).isEqualTo(CustomerError.NOT_REVERSIBLE);
        assertThat(((Refused) takeBack(number, 9, Cast.CHEN)).error()).isEqualTo(CommonError.NOT_FOUND);
        assertThatThrownBy(() -> undo.preview(number, 1, Cast.CHEN))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.NOT_REVERSIBLE));
    }

    @Test
    void whoMayNotSeeOrWriteAFieldDoesNotTakeItBack() {
        CustomerNumber number = entered("温权", "杭州");
        change(number, "city", "宁波", "employer", "纺织厂", "occupation", "会计", "document_number", "110101199003070134");
        Actor clerk = Cast.actor(
                905,
                1,
                new Scope.All(),
                Map.of(
                        "individual.employer", new FieldRight(Visibility.HIDDEN, true, Visibility.HIDDEN),
                        "individual.occupation", new FieldRight(Visibility.CLEAR, false, Visibility.HIDDEN),
                        "individual.document_number", new FieldRight(Visibility.MASKED, true, Visibility.HIDDEN)));
        UndoPreview preview = undo.preview(number, 2, clerk);
        assertThat(preview.changes()).extracting(HistoryItem.Difference::field).containsExactly("city");
        assertThat(preview.kept())
                .extracting(UndoPreview.Kept::why)
                .containsExactlyInAnyOrder(Why.NO_RIGHT, Why.MASKED);
        assertThat(preview.hidden()).isTrue();
        assertThat(preview.toString()).doesNotContain("纺织厂").doesNotContain("employer");
        assertThat(takeBack(number, 2, clerk)).isInstanceOf(Accepted.class);
        FileView view = customers.file(number, Cast.CHEN);
        assertThat(view.values().get("city").text()).isEqualTo("杭州");
        assertThat(view.values().get("employer").text()).isEqualTo("纺织厂");
        assertThat(view.values().get("occupation").text()).isEqualTo("会计");
        assertThat(view.values()).containsKey("document_number");
    }

    @Test
    void whoDoesNotSeeTheFileFindsNothing() {
        CustomerNumber number = entered("温外", "杭州");
        change(number, "city", "宁波");
        assertThatThrownBy(() -> takeBack(number, 2, Cast.MARTA))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
    }

    @Test
    void countsOnceForOneKeyAndNotForAnOldVersion() {
        CustomerNumber number = entered("温重", "杭州");
        change(number, "city", "宁波");
        change(number, "employer", "纺织厂");
        assertThat(((Refused) undo.takeBack(number, 2, OptionalLong.of(2), "打错了", "", Cast.CHEN)).error())
                .isEqualTo(CommonError.STALE_VERSION);
        undo.takeBack(number, 2, OptionalLong.of(3), "打错了", "undo-key-1", Cast.CHEN);
        undo.takeBack(number, 2, OptionalLong.of(3), "打错了", "undo-key-1", Cast.CHEN);
        assertThat(customers.file(number, Cast.CHEN).version()).isEqualTo(4);
        assertThatThrownBy(() -> undo.takeBack(number, 2, OptionalLong.empty(), " ", "", Cast.CHEN))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.REASON_REQUIRED));
    }

    @Test
    void aContactTakenAwayComesBackUnderItsOldIdAndPlace() {
        CustomerNumber number = ((Accepted) gate.submit(
                                List.of(Cast.newEnterprise("温联公司", "name", "甲", "mobile", "13700000002")), Cast.CHEN)
                        .getFirst())
                .number();
        gate.submit(List.of(Cast.addContact(number, "name", "乙")), Cast.CHEN);
        FileView view = customers.file(number, Cast.CHEN);
        long first = view.lists().get("contacts").getFirst().id();
        gate.submit(
                List.of(new Submission(
                        new Submission.Target.Known(number, OptionalLong.empty()),
                        "enterprise",
                        Map.of(),
                        Map.of("contacts", new Submission.ListChange(List.of(), List.of(first))),
                        Submission.Circumstances.of("page"))),
                Cast.CHEN);
        takeBack(number, 3, Cast.CHEN);
        FileView.ItemView back =
                customers.file(number, Cast.CHEN).lists().get("contacts").getFirst();
        assertThat(back.id()).isEqualTo(first);
        assertThat(back.values().get("name").text()).isEqualTo("甲");
    }

    private CustomerNumber entered(String name, String city) {
        return ((Accepted) gate.submit(List.of(Cast.newIndividual("name", name, "city", city)), Cast.CHEN)
                        .getFirst())
                .number();
    }

    private void change(CustomerNumber number, String... values) {
        assertThat(gate.submit(List.of(Cast.change(number, OptionalLong.empty(), values)), Cast.CHEN)
                        .getFirst())
                .isInstanceOf(Accepted.class);
    }

    private Outcome takeBack(CustomerNumber number, int entry, Actor actor) {
        return undo.takeBack(number, entry, OptionalLong.empty(), "打错了", "", actor);
    }
}
