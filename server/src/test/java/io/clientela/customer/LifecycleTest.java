package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class LifecycleTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    WriteGate gate;

    @Autowired
    ReadGate lists;

    @Autowired
    Customers customers;

    @Autowired
    FileHistory history;

    @Autowired
    PastValues pasts;

    private CustomerNumber entered(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "name";
        all[1] = "程潜";
        System.arraycopy(more, 0, all, 2, more.length);
        return ((Accepted)
                        gate.submit(List.of(Cast.newIndividual(all)), Cast.CHEN).getFirst())
                .number();
    }

    private Outcome move(CustomerNumber number, String reason, String... values) {
        Submission submission = new Submission(
                new Target.Known(number, OptionalLong.empty()),
                "individual",
                Cast.values(values),
                Map.of(),
                Circumstances.of("page").because(reason));
        return gate.submit(List.of(submission), Cast.CHEN).getFirst();
    }

    private static void refused(Outcome outcome, String field, String code) {
        assertThat(((Refused) outcome).problems())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(Assertions.tuple(field, code));
    }

    private String stage(CustomerNumber number) {
        Cell cell = customers.file(number, Cast.CHEN).values().get("lifecycle_stage");
        return cell == null ? "" : String.valueOf(cell.value());
    }

    @Test
    void goingOnNeedsNoReasonAndGoingBackDoes() {
        CustomerNumber number = entered("lifecycle_stage", "潜在客户");
        assertThat(move(number, "", "lifecycle_stage", "成交")).isInstanceOf(Accepted.class);
        refused(move(number, " ", "lifecycle_stage", "prospect"), "lifecycle_stage", "reason_needed");
        assertThat(stage(number)).isEqualTo("won");
        assertThat(move(number, "合同未生效", "lifecycle_stage", "prospect")).isInstanceOf(Accepted.class);
        assertThat(history.page(number, HistoryQuery.newest(), Cast.CHEN)
                        .items()
                        .getFirst()
                        .reason())
                .isEqualTo("合同未生效");
    }

    @Test
    void whoeverIsLostIsLostOnADayThatHasBeen() {
        CustomerNumber number = entered("lifecycle_stage", "won");
        refused(move(number, "两季未下单", "lifecycle_stage", "lost"), "stage_on", "stage_day_missing");
        refused(
                move(
                        number,
                        "两季未下单",
                        "lifecycle_stage",
                        "lost",
                        "stage_on",
                        TODAY.plusDays(2).toString()),
                "stage_on",
                "stage_day_ahead");
        refused(
                move(number, "", "lifecycle_stage", "lost", "stage_on", TODAY.toString()),
                "lifecycle_stage",
                "reason_needed");
        assertThat(move(number, "两季未下单", "lifecycle_stage", "lost", "stage_on", TODAY.toString()))
                .isInstanceOf(Accepted.class);
        refused(move(number, "", "stage_on", ""), "stage_on", "stage_day_missing");
    }

    @Test
    void theDayStaysBehindWithTheStageItConfirmed() {
        CustomerNumber number = entered("lifecycle_stage", "ended", "stage_on", "2026-01-31");
        move(number, "重新合作", "lifecycle_stage", "won");
        assertThat(customers.file(number, Cast.CHEN).values()).doesNotContainKey("stage_on");
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "individual",
                        Map.of(),
                        Map.of(),
                        Circumstances.takingBack(2, "录错"))),
                Cast.CHEN);
        assertThat(stage(number)).isEqualTo("ended");
        assertThat(customers.file(number, Cast.CHEN).values().get("stage_on").value())
                .isEqualTo("2026-01-31");
    }

    @Test
    void tagsByRuleAreTypedByNobody() {
        Refused refused =
                (Refused) gate.submit(List.of(Cast.newIndividual("name", "程规", "rule_tags", "久未联系")), Cast.CHEN)
                        .getFirst();
        assertThat(refused.problems()).extracting(FieldProblem::code).containsExactly("field_not_writable");
    }

    @Test
    void oneCanAskWhoWasInAStageOnADay() {
        CustomerNumber number = entered("lifecycle_stage", "at_risk", "external_id", "LC-1");
        move(number, "已挽回", "lifecycle_stage", "loyal");
        Map<String, String> today = Map.of("external_id", "LC-1", "lifecycle_stage.was", "at_risk@" + TODAY);
        Map<String, String> since =
                Map.of("external_id", "LC-1", "lifecycle_stage.was", "潜在流失,dormant@" + TODAY + ".." + TODAY);
        Map<String, String> before =
                Map.of("external_id", "LC-1", "lifecycle_stage.was", "at_risk@.." + TODAY.minusDays(2));
        assertThat(found(today, Cast.CHEN)).isEmpty();
        assertThat(found(since, Cast.CHEN)).containsExactly(number.text());
        assertThat(found(before, Cast.CHEN)).isEmpty();
        assertThat(found(Map.of("external_id", "LC-1", "lifecycle_stage.was", "loyal@" + TODAY), Cast.CHEN))
                .containsExactly(number.text());
    }

    @Test
    void thePastOfAFieldIsAskedOnlyByThoseWhoReadIt() {
        Actor blind = Cast.actor(
                905,
                1,
                new Scope.All(),
                Map.of("individual.lifecycle_stage", new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN)));
        Map<String, String> asked = Map.of("lifecycle_stage.was", "at_risk@" + TODAY);
        Assertions.assertThatThrownBy(() -> lists.list(new ListQuery("individual", "", asked, "name", "", 10), blind))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.FILTER_NOT_ALLOWED));
        CustomerNumber number = entered("lifecycle_stage", "won", "level", "vip");
        assertThat(pasts.of(number, blind)).extracting(PeriodView::field).containsExactly("level");
        assertThat(pasts.of(number, Cast.CHEN))
                .extracting(PeriodView::field)
                .containsExactlyInAnyOrder("level", "lifecycle_stage");
    }

    @Test
    void unreadableQuestionsAboutThePastAreRefused() {
        for (String value :
                List.of("at_risk", "@2026-01-01", "at_risk@soon", "at_risk@2026-13-01", "at_risk@0000-01-01")) {
            Map<String, String> asked = Map.of("lifecycle_stage.was", value);
            Assertions.assertThatThrownBy(
                            () -> lists.list(new ListQuery("individual", "", asked, "name", "", 10), Cast.CHEN))
                    .as(value)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.FILTER_VALUE));
        }
    }

    private List<String> found(Map<String, String> filters, Actor actor) {
        return lists.list(new ListQuery("individual", "", filters, "name", "", 10), actor).items().stream()
                .map(ListPage.Row::number)
                .toList();
    }
}
