package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.FileRef;
import io.clientela.customer.Merges;
import io.clientela.customer.Selections;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.UnmergeWish;
import io.clientela.kernel.Actor;
import io.clientela.matching.Decisions.Decision;
import io.clientela.matching.Verdict.Word;
import io.clientela.platform.Json;
import io.clientela.platform.ServerTest;
import io.clientela.platform.SettingValues;
import io.clientela.platform.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What is the same is merged without anybody looking only where that was allowed, and never against what somebody said. */
@ServerTest
@TestPropertySource(properties = "clientela.test.apart=matching")
class AutomaticTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Automatic automatic;

    @Autowired
    Decisions decisions;

    @Autowired
    Merges merges;

    @Autowired
    Selections selections;

    @Autowired
    Settings settings;

    @Autowired
    SettingValues inForce;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    private MatchingDesk desk;
    private Actor steward;

    @BeforeEach
    void open() {
        desk = MatchingDesk.of(beans);
        steward = desk.person("data_administrator");
    }

    @AfterEach
    void off() {
        set("off");
    }

    @Test
    void mergesNothingUnlessItIsAllowed() {
        CustomerNumber first = twin("单于承志", "13800138201");
        CustomerNumber second = twin("单于承志", "13800138201");
        desk.followed();

        assertThat(automatic.step()).isFalse();
        assertThat(head(second)).isEqualTo(file(second)).isNotEqualTo(head(first));
    }

    @Test
    void whatIsTheSameIsMergedByTheProductAndToldInTheTrail() {
        CustomerNumber first = twin("公孙怀瑾", "13800138202");
        CustomerNumber second = twin("公孙怀瑾", "13800138202");
        CustomerNumber namesake =
                desk.customer(steward, "name", "公孙怀瑾", "mobile", "13700137202", "birth_date", "1999-12-01");
        set("on");
        awaitTied(first, second);

        assertThat(head(namesake)).isEqualTo(file(namesake));
        assertThat(sql.sql("select count(*) from audit.event where action = 'customer.merged' and actor_id = 0"
                                + " and subject = :number")
                        .param("number", second.text())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(sql.sql("select distinct channel from customer.entry where file_id = :file and kind = 'link'")
                        .param("file", file(second))
                        .query(String.class)
                        .list())
                .containsExactly(Automatic.CHANNEL);
    }

    @Test
    void whatWasTakenApartIsNotMergedAgainWhateverIsFoundLater() {
        CustomerNumber first = twin("南宫书屏", "13800138203");
        CustomerNumber second = twin("南宫书屏", "13800138203");
        set("on");
        awaitTied(first, second);

        merges.unmerge(
                new UnmergeWish(second, OptionalLong.empty(), List.of(), "twins", Circumstances.of("page")), steward);
        settle();
        assertThat(head(second)).isEqualTo(file(second));

        desk.edit(first, steward, "email", "shuping@example.com");
        desk.edit(second, steward, "email", "shuping@example.com");
        settle();
        desk.compared(steward);
        settle();
        assertThat(head(second)).isEqualTo(file(second));
    }

    @Test
    void whatSomebodyCalledDifferentOrPutOffIsLeft() {
        CustomerNumber first = twin("东方既白", "13800138204");
        CustomerNumber second = twin("东方既白", "13800138204");
        CustomerNumber third = twin("西门长风", "13800138205");
        CustomerNumber fourth = twin("西门长风", "13800138205");
        desk.followed();
        decisions.say(
                List.of(
                        new Decision(first.text(), second.text(), Word.DIFFERENT, ""),
                        new Decision(third.text(), fourth.text(), Word.MAYBE, "")),
                steward);
        set("on");
        settle();

        assertThat(head(second)).isEqualTo(file(second));
        assertThat(head(fourth)).isEqualTo(file(fourth));
    }

    private CustomerNumber twin(String name, String mobile) {
        return desk.customer(
                steward, "name", name, "mobile", mobile, "birth_date", "1971-05-09", "address", "解放路 18 号");
    }

    /** Until nothing is left to follow or to merge. */
    private void settle() {
        do {
            desk.followed();
        } while (automatic.step());
    }

    /** The product's own task may be at it as well. */
    private void awaitTied(CustomerNumber first, CustomerNumber second) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        do {
            settle();
            assertThat(System.nanoTime()).isLessThan(patience);
        } while (head(second) != head(first));
    }

    private long head(CustomerNumber number) {
        return ref(number).headId();
    }

    private long file(CustomerNumber number) {
        return ref(number).fileId();
    }

    private FileRef ref(CustomerNumber number) {
        return selections.named(List.of(number.text()), steward).getFirst();
    }

    private void set(String value) {
        settings.set(MatchingRules.AUTOMATIC, Json.write(value), clock.instant(), 0, clock.instant(), "test");
        inForce.forget();
    }
}
