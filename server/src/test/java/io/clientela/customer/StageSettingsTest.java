package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Governed;
import io.clientela.platform.Json;
import io.clientela.platform.ServerTest;
import io.clientela.platform.SettingGroup.Effect;
import io.clientela.platform.SettingValues;
import io.clientela.platform.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class StageSettingsTest {

    @Autowired
    StageSettings rules;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    WriteGate gate;

    @Autowired
    Settings settings;

    @Autowired
    SettingValues inForce;

    @Autowired
    Clock clock;

    @AfterEach
    void asShipped() {
        rules.settings().forEach(setting -> set(setting.key(), setting.usual()));
    }

    private void set(String key, String value) {
        settings.set(key, Json.write(value), clock.instant(), 0, clock.instant(), "test");
        inForce.forget();
    }

    private CustomerNumber prospect() {
        return ((Accepted)
                        gate.submit(List.of(Cast.newIndividual("name", "程阶", "lifecycle_stage", "prospect")), Cast.CHEN)
                                .getFirst())
                .number();
    }

    private Outcome move(CustomerNumber number, String stage, Actor actor) {
        Submission submission = new Submission(
                new Target.Known(number, OptionalLong.empty()),
                "individual",
                Cast.values("lifecycle_stage", stage),
                Map.of(),
                Circumstances.of("page"));
        return gate.submit(List.of(submission), actor).getFirst();
    }

    private Map<String, String> usual() {
        Map<String, String> usual = new HashMap<>();
        rules.settings().forEach(setting -> usual.put(setting.key(), setting.usual()));
        return usual;
    }

    private Map<String, String> with(String key, String value) {
        Map<String, String> wanted = usual();
        wanted.put(key, value);
        return wanted;
    }

    private static Actor guarding(boolean may) {
        Actor chen = Cast.CHEN;
        Set<String> functions = new HashSet<>(chen.functions());
        functions.remove(Functions.CUSTOMERS_STAGE);
        if (may) {
            functions.add(Functions.CUSTOMERS_STAGE);
        }
        return new Actor(
                chen.userId(),
                chen.name(),
                chen.departmentId(),
                functions,
                chen.scope(),
                chen.rights(),
                chen.language(),
                chen.origin(),
                chen.channel());
    }

    @Test
    void whatNobodyHasSaidIsAsShipped() {
        assertThat(rules.now()).isEqualTo(StageRules.SHIPPED);
    }

    @Test
    void aGuardedStageIsEnteredByThoseOnlyWhoseRoleSaysSo() {
        set(StageSettings.GUARDED, "won");
        CustomerNumber number = prospect();
        assertThat(((Refused) move(number, "won", guarding(false))).problems())
                .extracting(FieldProblem::code)
                .containsExactly("stage_guarded");
        assertThat(lifecycle.moves(guarding(false))).noneMatch(one -> one.to().equals("won"));
        assertThat(lifecycle.moves(guarding(true))).anyMatch(one -> one.to().equals("won"));
        assertThat(move(number, "won", guarding(true))).isInstanceOf(Accepted.class);
    }

    @Test
    void aForbiddenMoveIsMadeByNobodyAndAnotherNeedsAReason() {
        set(StageSettings.FORBIDDEN, "prospect>loyal");
        set(StageSettings.REASON_MOVES, "prospect>won");
        CustomerNumber number = prospect();
        assertThat(((Refused) move(number, "loyal", Cast.CHEN)).problems())
                .extracting(FieldProblem::code)
                .containsExactly("move_not_allowed");
        assertThat(((Refused) move(number, "won", Cast.CHEN)).problems())
                .extracting(FieldProblem::code)
                .containsExactly("reason_needed");
    }

    @Test
    void refusesStagesThatAreNotThereStandTwiceOrMakeNoMove() {
        for (Map<String, String> wanted : List.of(
                with(StageSettings.GUARDED, "nowhere"),
                with(StageSettings.ORDER, "won,won"),
                with(StageSettings.FORBIDDEN, "won"),
                with(StageSettings.FORBIDDEN, "won>won"),
                with(StageSettings.REASON_MOVES, "won>lost>ended"))) {
            assertThatThrownBy(() -> rules.check(wanted, List.of(wanted)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.fields())
                                    .extracting(FieldProblem::code)
                                    .containsExactly("setting_stages"));
        }
        rules.check(with(StageSettings.FORBIDDEN, ">lost,won>"), List.of());
    }

    @Test
    void aListIsCodesAndNothingElse() {
        Governed list = Governed.list("test", List.of());
        assertThat(List.of("", "won", "won>lost", ">lost,won>")).allMatch(list::fits);
        assertThat(List.of("a b", "won;lost", "'", "<x>", "a\nb")).noneMatch(list::fits);
    }

    @Test
    void saysWhichMovesAChangeTouchesAndHowOftenTheyWereMade() {
        assertThat(move(prospect(), "repeat", Cast.CHEN)).isInstanceOf(Accepted.class);
        List<Effect> effects = rules.effects(usual(), with(StageSettings.REASON, "lost,ended,repeat"), "zh");
        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.text()).isEqualTo("stage_reason_begins");
            assertThat(effect.arguments().get("moves")).contains("潜在客户 → ");
            assertThat(Integer.parseInt(effect.arguments().get("made"))).isPositive();
        });
        assertThat(rules.effects(usual(), with(StageSettings.BACK, "free"), "zh"))
                .extracting(Effect::text)
                .containsExactly("stage_reason_ends");
        assertThat(rules.effects(usual(), usual(), "zh")).isEmpty();
    }
}
