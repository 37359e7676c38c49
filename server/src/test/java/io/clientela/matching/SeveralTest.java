package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.MergeWish;
import io.clientela.customer.Merges;
import io.clientela.customer.SideBySide.Beside;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.matching.Queue.Item;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Several customers that may be one stand beside each other, and what is said of them is said of every two. */
@ServerTest
@TestPropertySource(properties = "clientela.test.apart=matching")
class SeveralTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Queue queue;

    @Autowired
    Decisions decisions;

    @Autowired
    Merges merges;

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
    void severalLikelyToBeOneAreOneItemWithEveryTwoOfThemExplained() {
        // What other tests have left to be followed.
        desk.followed();
        long before = queue.page(OPEN, 0, 1, steward).left();
        List<CustomerNumber> four = copies(4, "宇文昭仪", steward);
        desk.followed();

        Item item = item(OPEN, four.getFirst(), steward).orElseThrow();

        assertThat(numbers(item)).containsExactlyElementsOf(texts(four));
        assertThat(item.between())
                .hasSize(6)
                .allSatisfy(two -> assertThat(two.reasons()).isNotEmpty());
        assertThat(item.agreement())
                .containsEntry("name", List.of(1, 1, 1, 1))
                .containsEntry("email", List.of(1, 2, 3, 4));
        assertThat(queue.page(OPEN, 0, 1, steward).left()).isEqualTo(before + 1);
    }

    @Test
    void whatIsSaidOfAGroupIsSaidOfEveryTwoAndLeavesTheRest() {
        List<CustomerNumber> four = copies(4, "尉迟恭谨", steward);
        desk.followed();

        decisions.say(sorted(four.subList(0, 2), four.subList(2, 3), List.of()), steward);

        assertThat(claims(four)).containsExactlyInAnyOrder("0=1", "0≠2", "1≠2");
        // The fourth and the one taken out may still be the first, or each other.
        assertThat(item(OPEN, four.get(3), steward)).isPresent();
        Item proposed = item(PROPOSED, four.getFirst(), steward).orElseThrow();
        assertThat(numbers(proposed)).containsExactlyElementsOf(texts(four.subList(0, 2)));

        decisions.say(sorted(List.of(four.get(3)), four.subList(2, 3), List.of()), steward);
        decisions.say(sorted(List.of(four.get(0), four.get(1), four.get(3)), List.of(), List.of()), steward);
        assertThat(claims(four)).containsExactlyInAnyOrder("0=1", "0=3", "1=3", "0≠2", "1≠2", "2≠3");
        assertThat(item(OPEN, four.get(2), steward)).isEmpty();
        assertThat(item(PROPOSED, four.get(3), steward).map(SeveralTest::numbers))
                .contains(texts(List.of(four.get(0), four.get(1), four.get(3))));
        desk.compared(steward);
        assertThat(item(OPEN, four.get(2), steward)).isEmpty();
    }

    @Test
    void groupCalledTheSameIsMergedAtOnceAndWhatWasTakenBackIsAskedAgain() {
        List<CustomerNumber> three = copies(3, "长孙无忌讳", steward);
        desk.followed();
        decisions.say(sorted(three, List.of(), List.of()), steward);
        decisions.retract(texts(three), steward);
        assertThat(claims(three)).isEmpty();
        assertThat(item(OPEN, three.getFirst(), steward)).isPresent();
        assertThatThrownBy(() -> decisions.retract(texts(three), steward)).isInstanceOf(Refusal.class);

        decisions.say(sorted(three, List.of(), List.of()), steward);
        List<MergeWish.Part> parts = three.stream()
                .map(number -> new MergeWish.Part(number, OptionalLong.empty()))
                .toList();
        merges.merge(new MergeWish(parts, null, Map.of(), "", Circumstances.of("page")), steward);
        desk.followed();

        assertThat(item(OPEN, three.getFirst(), steward)).isEmpty();
        assertThat(item(PROPOSED, three.getFirst(), steward)).isEmpty();
    }

    @Test
    void noneOfThemIsTheSameAndLaterGoesToTheEnd() {
        List<CustomerNumber> three = copies(3, "闻人倾慕", steward);
        desk.followed();

        decisions.say(sorted(List.of(), List.of(), three), steward);
        assertThat(item(OPEN, three.getFirst(), steward).orElseThrow().later()).isTrue();
        assertThat(claims(three)).containsExactlyInAnyOrder("0?1", "0?2", "1?2");

        decisions.say(sorted(List.of(), three, List.of()), steward);
        assertThat(claims(three)).containsExactlyInAnyOrder("0≠1", "0≠2", "1≠2");
        decisions.say(sorted(List.of(), List.of(), three), steward);
        // What isn't asked can't be put off.
        assertThat(claims(three)).containsExactlyInAnyOrder("0≠1", "0≠2", "1≠2");
        assertThat(item(OPEN, three.getFirst(), steward)).isEmpty();
    }

    @Test
    void memberOutOfScopeIsNeitherShownNorDecidedOnAndNothingIsHalfSaid() {
        Actor here = desk.person("department_head");
        Actor there = desk.person("department_head");
        List<CustomerNumber> all = new ArrayList<>(copies(3, "钟离眜然", here));
        all.addAll(copies(1, "钟离眜然", there));
        desk.followed();

        Item mine = item(OPEN, all.getFirst(), here).orElseThrow();
        assertThat(numbers(mine)).containsExactlyElementsOf(texts(all.subList(0, 3)));
        assertThat(mine.between()).hasSize(3);
        assertThat(queue.page(OPEN, 0, 10, here).left()).isEqualTo(1);
        assertThat(item(OPEN, all.getLast(), there)).isEmpty();
        assertThat(numbers(item(OPEN, all.getLast(), steward).orElseThrow())).hasSize(4);

        assertThatThrownBy(() -> decisions.say(sorted(all, List.of(), List.of()), here))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
        assertThatThrownBy(() -> decisions.retract(texts(all), here)).isInstanceOf(Refusal.class);
        assertThat(claims(all)).isEmpty();
    }

    @Test
    void refusesWhatSaysNothingTooMuchOrTheSameTwice() {
        List<CustomerNumber> two = copies(2, "澹台明镜", steward);
        CustomerNumber firm = desk.enterprise(steward, "name", "澹台商贸有限公司");

        refused(sorted(List.of(two.getFirst()), List.of(), List.of()), CommonError.BAD_REQUEST);
        refused(sorted(List.of(), List.of(), List.of()), CommonError.BAD_REQUEST);
        refused(sorted(two, List.of(two.getFirst()), List.of()), MatchingError.VERDICT_ITSELF);
        refused(sorted(List.of(two.getFirst(), firm), List.of(), List.of()), MatchingError.VERDICT_TYPES);
        refused(
                new Sorted(IntStream.range(0, 21).mapToObj(i -> "C20260101" + i).toList(), List.of(), List.of(), ""),
                CommonError.BAD_REQUEST);
        assertThat(claims(two)).isEmpty();
    }

    @Test
    void ofTwoWhoSpeakOfOneGroupAtOnceTheLaterOneCounts() throws Exception {
        List<CustomerNumber> three = copies(3, "赫连勃发", steward);
        desk.followed();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int turn = 0; turn < 10; turn++) {
                Callable<Boolean> same = () -> said(sorted(three, List.of(), List.of()));
                Callable<Boolean> different = () -> said(sorted(List.of(), three, List.of()));
                for (Future<Boolean> done : both.invokeAll(List.of(same, different))) {
                    assertThat(done.get()).isTrue();
                }
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(claims(three)).isIn(List.of("0=1", "0=2", "1=2"), List.of("0≠1", "0≠2", "1≠2"));
    }

    private boolean said(Sorted sorted) {
        decisions.say(sorted, steward);
        return true;
    }

    private static final Queue.Question OPEN = new Queue.Question(Optional.empty(), false);
    private static final Queue.Question PROPOSED = new Queue.Question(Optional.empty(), true);

    private void refused(Sorted sorted, io.clientela.kernel.ErrorCode code) {
        assertThatThrownBy(() -> decisions.say(sorted, steward))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(code));
    }

    private List<CustomerNumber> copies(int many, String name, Actor actor) {
        String mobile = "138" + String.format("%08d", Math.floorMod(name.hashCode(), 100_000_000));
        return IntStream.range(0, many)
                .mapToObj(i -> desk.customer(
                        actor,
                        "name",
                        name,
                        "mobile",
                        mobile,
                        "birth_date",
                        "1971-05-09",
                        "city",
                        "杭州",
                        "email",
                        mobile + i + "@example.com"))
                .toList();
    }

    private Optional<Item> item(Queue.Question asked, CustomerNumber number, Actor actor) {
        return queue.page(asked, 0, 200, actor).items().stream()
                .filter(item -> numbers(item).contains(number.text()))
                .findFirst();
    }

    /** What stands between them, by their places. */
    private List<String> claims(List<CustomerNumber> numbers) {
        List<String> texts = texts(numbers);
        return sql.sql("""
                        select a.number as one, b.number as other, v.verdict
                        from matching.verdict v
                        join customer.file a on a.file_id = v.one_head_id
                        join customer.file b on b.file_id = v.other_head_id
                        where v.state <> 'retracted'
                          and a.number = any(:numbers)
                          and b.number = any(:numbers)
                        order by a.file_id, b.file_id
                        """)
                .param("numbers", texts.toArray(String[]::new))
                .query((row, n) -> texts.indexOf(row.getString("one"))
                        + Map.of("same", "=", "different", "≠", "maybe", "?").getOrDefault(row.getString("verdict"), "")
                        + texts.indexOf(row.getString("other")))
                .list();
    }

    private static Sorted sorted(
            List<CustomerNumber> same, List<CustomerNumber> different, List<CustomerNumber> later) {
        return new Sorted(texts(same), texts(different), texts(later), "");
    }

    private static List<String> numbers(Item item) {
        return item.members().stream().map(Beside::number).toList();
    }

    private static List<String> texts(List<CustomerNumber> numbers) {
        return numbers.stream().map(CustomerNumber::text).toList();
    }
}
