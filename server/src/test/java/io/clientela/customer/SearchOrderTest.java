package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.text.SearchTokens;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Of more hits than a page shows the best come first, whichever page is read and whether they are counted or not. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchOrderTest {

    private static final int EACH = 25;
    private static final int WHOLE = 3;
    private static final int PAGE = 10;

    @Autowired
    WriteGate gate;

    @Autowired
    ReadGate lists;

    @Autowired
    DSLContext dsl;

    @Autowired
    SearchStore search;

    private List<String> whole = List.of();
    private List<String> beginning = List.of();
    private List<String> holding = List.of();

    /** The best last, so that they aren't first by being older. */
    @BeforeAll
    void enter() {
        holding = some(EACH, "%s霖昊", 1_000);
        beginning = some(EACH, "霖昊%s", 2_000);
        whole = some(WHOLE, "霖昊", 3_000);
    }

    private List<String> some(int count, String pattern, int phones) {
        return IntStream.range(0, count)
                .mapToObj(i -> Cast.newIndividual(
                        "name",
                        pattern.formatted(Character.toString('伟' + 7 * i)),
                        "mobile",
                        "1381117%04d".formatted(phones + i)))
                .map(entry -> ((Accepted) gate.submit(List.of(entry), Cast.CHEN).getFirst()).number())
                .map(CustomerNumber::text)
                .toList();
    }

    private ListPage page(String text, @Nullable String cursor, boolean counted, Actor actor) {
        return lists.list(
                new ListQuery(
                        "", text, Map.of(), "", "created", cursor == null ? "" : cursor, PAGE, Set.of("name"), counted),
                actor);
    }

    private List<String> walked(String text, boolean counted, Actor actor) {
        List<String> numbers = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            ListPage page = page(text, cursor, counted, actor);
            page.items().forEach(row -> numbers.add(row.number()));
            cursor = page.next();
        } while (cursor != null);
        return numbers;
    }

    @Test
    void wholeNamesComeBeforeThoseThatBeginSoAndThoseBeforeOthers() {
        List<String> all = walked("霖昊", false, Cast.CHEN);
        assertThat(all).hasSize(WHOLE + EACH + EACH).doesNotHaveDuplicates();
        assertThat(all.subList(0, WHOLE)).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(all.subList(WHOLE, WHOLE + EACH)).containsExactlyInAnyOrderElementsOf(beginning);
        assertThat(all.subList(WHOLE + EACH, all.size())).containsExactlyInAnyOrderElementsOf(holding);
    }

    @Test
    void soTheyDoAsTheyAreSpoken() {
        List<String> all = walked("linhao", false, Cast.CHEN);
        assertThat(all).doesNotHaveDuplicates().containsAll(beginning).containsAll(holding);
        assertThat(all.subList(0, WHOLE)).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void countedOrNotTheOrderIsTheSameAndOnlyASmallOneIsCountedByTheWay() {
        assertThat(walked("霖昊", true, Cast.CHEN)).isEqualTo(walked("霖昊", false, Cast.CHEN));
        assertThat(page("霖昊", null, true, Cast.CHEN).total()).isEqualTo(new ListPage.Total(WHOLE + 2 * EACH, true));
        assertThat(page("霖昊", null, false, Cast.CHEN).total()).isNull();
        assertThat(page("霖昊伟", null, false, Cast.CHEN).total()).isEqualTo(new ListPage.Total(1, true));
    }

    @Test
    void digitsOfAPhoneFindAPageAndAllOfThem() {
        List<String> all = walked("1117", false, Cast.CHEN);
        assertThat(all)
                .doesNotHaveDuplicates()
                .containsAll(whole)
                .containsAll(beginning)
                .containsAll(holding);
    }

    /** Their departments are looked up in the index, or held against what it finds first, or both. */
    @Test
    void whoeverReadsManyDepartmentsFindsTheSameInTheSameOrder() {
        Scope many = new Scope.Departments(913, Set.of(1L, 90_001L, 90_002L, 90_003L, 90_004L, 90_005L));
        for (String text : List.of("霖昊", "linhao", "1117")) {
            assertThat(walked(text, false, Cast.actor(913, 1, many, Map.of())))
                    .isEqualTo(walked(text, false, Cast.actor(914, 1, new Scope.All(), Map.of())));
        }

        List<List<String>> common =
                SearchTokens.query("霖昊").tiers().stream().flatMap(List::stream).toList();
        // The last is no part of what another asks for, so that each is read by itself.
        List<List<String>> apart = common.subList(0, common.size() - 1);
        for (List<List<String>> ways : List.of(common, apart)) {
            List<Long> all = found(new CandidateStore(dsl), new Scope.All(), ways, 100);
            assertThat(all).hasSize(ways.equals(common) ? WHOLE + 2 * EACH : WHOLE + EACH);
            for (int first : List.of(1, WHOLE, EACH, EACH + WHOLE, 40, WHOLE + 2 * EACH, 1_000)) {
                for (int limit : List.of(1, WHOLE, PAGE, EACH + WHOLE, 40, 100)) {
                    assertThat(found(new CandidateStore(dsl, first), many, ways, limit))
                            .as("%s of the first %s", limit, first)
                            .isEqualTo(all.subList(0, Math.min(limit, all.size())));
                }
            }
        }
        List<Long> all = found(new CandidateStore(dsl), new Scope.All(), common, 100);
        Scope others = new Scope.Departments(913, Set.of(90_000L, 90_001L, 90_002L, 90_003L, 90_004L, 90_005L));
        assertThat(found(new CandidateStore(dsl, WHOLE), others, common, 100)).isEmpty();
        // As files stand that were entered before their departments stood beside their tokens.
        dsl.execute(
                "update customer.search set department_id = null, owner_id = null where file_id = any ({0})",
                DSL.val(all.toArray(Long[]::new)));
        // Written anew they lie elsewhere.
        for (List<List<String>> ways : List.of(common, apart)) {
            assertThat(found(new CandidateStore(dsl, 1_000), many, ways, 100))
                    .containsExactlyInAnyOrderElementsOf(found(new CandidateStore(dsl), new Scope.All(), ways, 100))
                    .isNotEmpty();
            assertThat(found(new CandidateStore(dsl, 1_000), others, ways, 100)).isEmpty();
        }
    }

    @Test
    void whatAServerOfTheVersionBeforeHandedOverIsSetRight() {
        some(1, "荀攸甪", 4_400);
        List<Long> ids = dsl.fetchValues(DSL.select(DSL.field("file_id", Long.class))
                .from("customer.file")
                .where("name like '荀攸甪%'"));
        dsl.execute(
                "update customer.search set department_id = 90_009, owner_id = 90_009 where file_id = {0}",
                DSL.val(ids.getFirst()));
        assertThat(search.setRight()).isEqualTo(1);
        assertThat(search.setRight()).isZero();
    }

    private List<Long> found(CandidateStore store, Scope scope, List<List<String>> ways, int limit) {
        Map<String, Field<String>> texts = Map.of("name", DSL.field("f.name", String.class));
        return store.some(scope, DSL.noCondition(), ways, texts, Optional.empty(), limit).stream()
                .map(CandidateStore.Candidate::fileId)
                .toList();
    }

    /** Whoever may not see what was hit gets nothing of it, and the others are looked for behind it. */
    @Test
    void hitsThatMayNotBeSeenMakeRoomForOthers() {
        FieldRight hidden = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);
        Actor clerk = Cast.actor(912, 1, new Scope.All(), Map.of("individual.mobile", hidden));
        String named = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "1117号")), Cast.CHEN)
                        .getFirst())
                .number()
                .text();
        assertThat(walked("1117", false, clerk)).containsExactly(named);
    }

    @Test
    void aWordMistypedIsFoundByItsHalvesAndTheOtherWords() {
        List<String> meant = some(1, "Antía Xurxeiro", 4_000);
        some(1, "Antía Xurxo", 4_100);
        some(1, "Brais Xurxeiro", 4_200);
        assertThat(walked("antia xurxiero", false, Cast.CHEN)).isEqualTo(meant);
        assertThat(walked("anita xurxeiro", false, Cast.CHEN)).isEqualTo(meant);
        // Two words with an error each.
        assertThat(walked("anita xurxiero", false, Cast.CHEN)).isEqualTo(meant);
        ListPage.Row row =
                page("antia xurxiero", null, false, Cast.CHEN).items().getFirst();
        assertThat(row.hit()).extracting(ListPage.Hit::why).isEqualTo("similar");
    }

    @Test
    void anotherCharacterOfTheSameSoundIsForgiven() {
        List<String> meant = some(1, "欧阳霁雯", 4_300);
        assertThat(walked("欧阳寂文", false, Cast.CHEN)).isEqualTo(meant);
    }
}
