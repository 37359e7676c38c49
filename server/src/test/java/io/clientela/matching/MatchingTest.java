package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.SideBySide.Beside;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.matching.Decisions.Decision;
import io.clientela.matching.Likely.Candidate;
import io.clientela.matching.Likely.Resembling;
import io.clientela.matching.MatchingRun.State;
import io.clientela.matching.Queue.Between;
import io.clientela.matching.Queue.Item;
import io.clientela.matching.Verdict.Word;
import io.clientela.platform.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Customers that are one are found: over the whole base, after a change, and while another is typed. */
@ServerTest
// A database apart: other tests' customers would be found too.
@TestPropertySource(properties = "clientela.test.apart=matching")
class MatchingTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    MatchingRuns runs;

    @Autowired
    Queue queue;

    @Autowired
    Decisions decisions;

    @Autowired
    Likely likely;

    @Autowired
    GroupTable table;

    @Autowired
    JdbcClient sql;

    private MatchingDesk desk;
    private Actor steward;

    @BeforeEach
    void open() {
        desk = MatchingDesk.of(beans);
        steward = desk.person("data_administrator");
    }

    @Test
    void findsWhoIsThereTwiceUnderTraditionalCharacters() {
        CustomerNumber first = desk.customer(
                steward, "name", "刘凤英", "mobile", "13800138101", "birth_date", "1966-03-12", "city", "杭州");
        CustomerNumber second = desk.customer(
                steward, "name", "劉鳳英", "mobile", "13900139101", "birth_date", "1966-03-12", "city", "杭州");
        desk.customer(steward, "name", "毛学军", "mobile", "13700137101", "birth_date", "1988-11-30", "city", "成都");
        desk.followed();

        Item found = between(first, second).orElseThrow();

        assertThat(found.agreement()).containsEntry("birth_date", List.of(1, 1)).containsEntry("mobile", List.of(1, 2));
        Between between = found.between().getFirst();
        assertThat(between.reasons()).extracting(Reason::code).contains("birth_date.equal");
        assertThat(between.reasons())
                .allSatisfy(reason -> assertThat(reason.text()).doesNotContain("match.reason"));
        double together = between.reasons().stream().mapToDouble(Reason::bits).sum();
        assertThat(together).isBetween(between.bits() - 1, between.bits() + 1);
    }

    @Test
    void wholeBaseFindsTheSameAndIsWrittenAsATable() throws IOException {
        CustomerNumber first = desk.customer(
                steward, "name", "欧阳克勤", "mobile", "13800138102", "birth_date", "1971-05-09", "external_id", "M-1");
        CustomerNumber second =
                desk.customer(steward, "name", "欧阳克勤", "mobile", "13800138102", "birth_date", "1971-05-09");
        CustomerNumber alone = desk.customer(steward, "name", "司徒美兰", "mobile", "13600136102");

        MatchingRun run = desk.compared(steward);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.files()).isGreaterThanOrEqualTo(3);
        assertThat(runs.estimate(0.99)).isPresent();
        String csv = csv(true, steward);
        assertThat(csv).startsWith("number,external_id,group,outcome,score,reasons");
        String[] one = row(csv, first);
        String[] other = row(csv, second);
        assertThat(one[1]).isEqualTo("M-1");
        assertThat(one[2]).isEqualTo(other[2]);
        assertThat(one[3]).isEqualTo("same");
        assertThat(row(csv, alone)[3]).isEqualTo("single");
        assertThat(row(csv, alone)[2]).isNotEqualTo(one[2]);
        assertThat(between(first, second)).isPresent();
    }

    @Test
    void whatWasCalledDifferentIsAskedAgainOnlyWhenSomethingElseIsFound() {
        CustomerNumber first =
                desk.customer(steward, "name", "钱守仁", "mobile", "13800138103", "birth_date", "1959-02-28");
        CustomerNumber second =
                desk.customer(steward, "name", "钱守仁", "mobile", "13800138103", "birth_date", "1959-02-28");
        desk.followed();
        assertThat(between(first, second)).isPresent();

        decisions.say(List.of(new Decision(first.text(), second.text(), Word.DIFFERENT, "twins")), steward);
        assertThat(between(first, second)).isEmpty();
        desk.edit(second, steward, "occupation", "教师");
        desk.followed();
        assertThat(between(first, second)).isEmpty();
        desk.compared(steward);
        assertThat(between(first, second)).isEmpty();

        desk.edit(second, steward, "email", "shouren@example.com");
        desk.edit(first, steward, "email", "shouren@example.com");
        desk.followed();
        assertThat(between(first, second)).isPresent();
        desk.compared(steward);
        assertThat(between(first, second)).isPresent();
    }

    @Test
    void verdictThatIsRetractedIsAskedAgain() {
        CustomerNumber first =
                desk.customer(steward, "name", "孙立本", "mobile", "13800138104", "birth_date", "1960-04-01");
        CustomerNumber second =
                desk.customer(steward, "name", "孙立本", "mobile", "13800138104", "birth_date", "1960-04-01");
        desk.followed();

        decisions.say(List.of(new Decision(second.text(), first.text(), Word.SAME, "")), steward);
        assertThat(between(first, second)).isEmpty();
        assertThat(items("proposed", steward)).anyMatch(item -> isOf(item, first, second));
        decisions.retract(List.of(first.text(), second.text()), steward);

        assertThat(between(first, second)).isPresent();
        assertThatThrownBy(() -> decisions.retract(List.of(first.text(), second.text()), steward))
                .isInstanceOf(Refusal.class);
        assertThat(sql.sql("select count(*) from matching.verdict where state = 'retracted'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void pairOfWhichOneIsOutOfScopeIsNotShownAndNamesOnlyTheDepartment() {
        Actor here = desk.person("department_head");
        Actor there = desk.person("department_head");
        CustomerNumber mine = desk.customer(here, "name", "慕容秋荻", "mobile", "13800138105", "birth_date", "1975-07-07");
        CustomerNumber theirs =
                desk.customer(there, "name", "慕容秋荻", "mobile", "13800138105", "birth_date", "1975-07-07");
        desk.followed();

        assertThat(items("open", here)).noneMatch(item -> isOf(item, mine, theirs));
        assertThat(items("open", steward)).anyMatch(item -> isOf(item, mine, theirs));
        assertThatThrownBy(() ->
                        decisions.say(List.of(new Decision(mine.text(), theirs.text(), Word.DIFFERENT, "")), here))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));

        List<Candidate> candidates =
                likely.of("individual", MatchingDesk.values("name", "慕容秋荻", "mobile", "13800138105"), there);
        assertThat(candidates).hasSize(2);
        assertThat(candidates)
                .filteredOn(candidate -> candidate.customer() == null)
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.reasons()).isNull();
                    assertThat(candidate.department()).isNotEmpty();
                });
    }

    @Test
    void whoTypesACustomerThatIsThereIsTold() {
        CustomerNumber there = desk.customer(
                steward, "name", "诸葛清芬", "mobile", "13800138106", "birth_date", "1983-09-19", "city", "苏州");
        desk.followed();

        List<Candidate> found = likely.of(
                "individual", MatchingDesk.values("name", "諸葛清芬", "birth_date", "1983-09-19", "city", "苏州"), steward);

        assertThat(found).first().satisfies(candidate -> {
            assertThat(Objects.requireNonNull(candidate.customer()).number()).isEqualTo(there.text());
            assertThat(candidate.reasons()).isNotEmpty();
        });
        assertThat(likely.of("individual", MatchingDesk.values("name", "完全不同"), steward))
                .isEmpty();
    }

    @Test
    void whoMerelyBearsTheNameIsToldOfQuietlyUnlessManyDo() {
        CustomerNumber there = desk.customer(
                steward, "name", "诸葛倩芸", "mobile", "13800138116", "birth_date", "1951-01-30", "gender", "female");
        desk.followed();
        Map<String, List<String>> typed = MatchingDesk.values(
                "name", "诸葛倩芸", "mobile", "13500135116", "birth_date", "1999-12-09", "gender", "male");

        assertThat(likely.of("individual", typed, steward)).singleElement().satisfies(candidate -> {
            assertThat(candidate.outcome()).isEqualTo("name");
            assertThat(Objects.requireNonNull(candidate.customer()).number()).isEqualTo(there.text());
        });
        Actor elsewhere = desk.person("department_head");
        assertThat(likely.of("individual", typed, elsewhere)).isEmpty();

        for (int day = 10; day < 16; day++) {
            desk.customer(
                    steward,
                    "name",
                    "诸葛倩芸",
                    "mobile",
                    "137001371" + day,
                    "birth_date",
                    "19" + (day * 6) + "-06-" + day,
                    "gender",
                    "female");
        }
        desk.followed();
        assertThat(likely.of("individual", typed, steward))
                .extracting(Candidate::outcome)
                .doesNotContain("name");
    }

    @Test
    void customerWhoIsThereIsToldWhomTheyResembleUntilSomebodySaysDifferent() {
        CustomerNumber first = desk.customer(
                steward, "name", "上官望舒", "mobile", "13800138117", "birth_date", "1972-07-07", "gender", "female");
        CustomerNumber second = desk.customer(
                steward, "name", "上官望舒", "mobile", "13800138117", "birth_date", "1972-07-07", "gender", "female");
        CustomerNumber namesake = desk.customer(
                steward, "name", "上官望舒", "mobile", "13600136117", "birth_date", "2001-10-25", "gender", "male");
        desk.followed();

        assertThat(likely.resembling(second.text(), steward))
                .satisfiesExactly(
                        one -> {
                            assertThat(one.number()).isEqualTo(first.text());
                            assertThat(one.name()).isEqualTo("上官望舒");
                            assertThat(one.outcome()).isNotEqualTo("name");
                        },
                        one -> {
                            assertThat(one.number()).isEqualTo(namesake.text());
                            assertThat(one.outcome()).isEqualTo("name");
                        });

        decisions.say(List.of(new Decision(first.text(), second.text(), Word.DIFFERENT, "twins")), steward);
        assertThat(likely.resembling(second.text(), steward))
                .extracting(Resembling::number)
                .containsExactly(namesake.text());
        Actor elsewhere = desk.person("department_head");
        assertThatThrownBy(() -> likely.resembling(second.text(), elsewhere))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
    }

    @Test
    void whatSomebodyDoesNotSeeIsNotToldByWhatTwoHaveInCommon() {
        CustomerNumber first = desk.customer(
                steward, "name", "上官听雪", "mobile", "13800138118", "birth_date", "1972-08-08", "gender", "female");
        desk.customer(steward, "name", "上官听雪", "mobile", "13800138118", "birth_date", "1972-08-09", "gender", "female");
        desk.customer(steward, "name", "上官听雪", "mobile", "13600136118", "birth_date", "2001-10-25", "gender", "male");
        desk.followed();

        assertThat(aspects(first, steward)).contains("birth_date", "phone");
        assertThat(aspects(first, seeing("individual.birth_date", Visibility.HIDDEN)))
                .contains("phone")
                .doesNotContain("birth_date");
        // A day beside the day tells more than whether it is the same.
        assertThat(aspects(first, seeing("individual.birth_date", Visibility.MASKED)))
                .doesNotContain("birth_date");
        assertThat(aspects(first, seeing("individual.mobile", Visibility.MASKED)))
                .contains("phone");
        assertThat(likely.resembling(first.text(), seeing("individual.birth_date", Visibility.HIDDEN))
                        .getFirst()
                        .probability())
                .isNull();
        assertThat(likely.resembling(first.text(), seeing("individual.name", Visibility.MASKED)))
                .extracting(Resembling::outcome)
                .doesNotContain("name");
    }

    private Actor seeing(String field, Visibility sight) {
        Map<String, FieldRight> one = Map.of(field, new FieldRight(sight, false, sight));
        return new Actor(
                steward.userId(),
                steward.name(),
                steward.departmentId(),
                steward.functions(),
                steward.scope(),
                new FieldRights(one),
                steward.language(),
                steward.origin(),
                steward.channel());
    }

    private List<String> aspects(CustomerNumber number, Actor reader) {
        return Objects.requireNonNull(
                        likely.resembling(number.text(), reader).getFirst().reasons())
                .stream()
                .map(reason -> reason.code().substring(0, reason.code().indexOf('.')))
                .toList();
    }

    @Test
    void sealedNumbersFindEachOtherAndStandNowhereInClear() {
        String number = "11010519491231002X";
        CustomerNumber first =
                desk.customer(steward, "name", "令狐正平", "document_type", "resident_id", "document_number", number);
        CustomerNumber second =
                desk.customer(steward, "name", "令狐正萍", "document_type", "resident_id", "document_number", number);
        desk.followed();

        assertThat(between(first, second).orElseThrow().between().getFirst().reasons())
                .extracting(Reason::code)
                .contains("document.equal");
        assertThat(sql.sql("select string_agg(p::text, ' ') from matching.pair p")
                        .query(String.class)
                        .single())
                .doesNotContain(number)
                .doesNotContain("令狐");
        assertThat(sql.sql("select string_agg(l::text, ' ') from matching.looked_for l")
                        .query(String.class)
                        .single())
                .doesNotContain(number);
    }

    @Test
    void onlyOneRunGoesAtATimeAndACancelledOneLeavesWhatWasFound() {
        CustomerNumber first = desk.customer(steward, "name", "端木叔贤", "mobile", "13800138107");
        CustomerNumber second = desk.customer(steward, "name", "端木叔贤", "mobile", "13800138107");
        desk.compared(steward);
        sql.sql("insert into matching.run (state, started_by, created_at, same_from, ask_from)"
                        + " values ('waiting', 1, now(), 0.9, 0.5)")
                .update();

        assertThatThrownBy(() -> runs.start(steward))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(MatchingError.MATCHING_GOING));

        sql.sql("update matching.run set state = 'cancelled' where state = 'waiting'")
                .update();
        assertThat(between(first, second)).isPresent();
    }

    private Optional<Item> between(CustomerNumber one, CustomerNumber other) {
        return items("open", steward).stream()
                .filter(item -> isOf(item, one, other))
                .findFirst();
    }

    private List<Item> items(String state, Actor actor) {
        return queue.page(new Queue.Question(Optional.empty(), state.equals("proposed")), 0, 200, actor)
                .items();
    }

    private static boolean isOf(Item item, CustomerNumber one, CustomerNumber other) {
        return item.members().stream().map(Beside::number).toList().containsAll(List.of(one.text(), other.text()));
    }

    private String csv(boolean explain, Actor actor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.check(actor);
        table.write(out, explain, actor);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String[] row(String csv, CustomerNumber number) {
        return csv.lines()
                .filter(line -> line.startsWith(number.text() + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
    }
}
