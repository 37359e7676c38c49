package io.clientela.customer;

import static io.clientela.customer.Cast.unwish;
import static io.clientela.customer.Cast.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.audit.AuditVerification;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two files of one person, merged, worked on and taken apart. */
@ServerTest
class MergeTest {

    @Autowired
    WriteGate gate;

    @Autowired
    Merges merges;

    @Autowired
    Customers customers;

    @Autowired
    FileHistory history;

    @Autowired
    ReadGate lists;

    @Autowired
    FileStore files;

    @Autowired
    AuditVerification verification;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theMergedCustomerIsShownOnceAndFoundByWhatAnyOfItsFilesSays() {
        CustomerNumber one = entered("name", "并张伟", "mobile", "13811110001");
        CustomerNumber two = entered("name", "併張偉", "mobile", "13922220002", "city", "杭州");

        Merged merged = merge(one, two);

        assertThat(merged.number()).isEqualTo(one);
        assertThat(merged.members()).containsExactly(one, two);
        assertThat(found("并张伟")).containsExactly(one.text());
        assertThat(found("併張偉")).containsExactly(one.text());
        assertThat(found("13811110001")).containsExactly(one.text());
        assertThat(found("13922220002")).containsExactly(one.text());
        assertThat(found(two.text())).containsExactly(one.text());
        FileView view = customers.file(two, Cast.CHEN);
        assertThat(view.number()).isEqualTo(one.text());
        assertThat(view.aliases()).containsExactly(two.text());
        assertThat(view.values().get("city").text()).isEqualTo("杭州");
        assertThat(view.origin().get("city").number()).isEqualTo(two.text());
    }

    @Test
    void whatIsSaidUnderAnOldNumberIsSaidOfThatFile() {
        CustomerNumber one = entered("name", "并旧号", "city", "北京");
        CustomerNumber two = entered("name", "并旧号", "remarks", "原来的");
        merge(one, two);

        change(two, "remarks", "合并后说的");
        change(one, "city", "上海");
        assertThat(customers.file(one, Cast.CHEN).values().get("remarks").text())
                .isEqualTo("合并后说的");

        merges.unmerge(unwish(two), Cast.CHEN);
        assertThat(customers.file(one, Cast.CHEN).values().get("city").text()).isEqualTo("上海");
        assertThat(customers.file(one, Cast.CHEN).values()).doesNotContainKey("remarks");
        assertThat(customers.file(two, Cast.CHEN).values().get("remarks").text())
                .isEqualTo("合并后说的");
        assertThat(customers.file(two, Cast.CHEN).values()).doesNotContainKey("city");
        assertThat(history.page(two, HistoryQuery.newest(), Cast.CHEN).items())
                .extracting(HistoryItem::kind)
                .containsExactly("unlink", "changed", "link", "created");
    }

    @Test
    void whatIsClearedOnTheMergedCustomerStaysCleared() {
        CustomerNumber one = entered("name", "并清空", "city", "北京");
        CustomerNumber two = entered("name", "并清空", "city", "天津");
        merge(one, two);
        change(one, "city", "");
        assertThat(customers.file(one, Cast.CHEN).values()).doesNotContainKey("city");
        merges.unmerge(unwish(two), Cast.CHEN);
        assertThat(customers.file(two, Cast.CHEN).values().get("city").text()).isEqualTo("天津");
    }

    @Test
    void anEntryMadeMeanwhileGoesToTheOtherFile() {
        CustomerNumber one = entered("name", "并移动");
        CustomerNumber two = entered("name", "并移动");
        merge(one, two);
        change(one, "city", "苏州");
        UnmergePreview preview = merges.previewUnmerge(unwish(two), Cast.CHEN);
        assertThat(preview.entries()).hasSize(1);
        UnmergePreview.Made made = preview.entries().getFirst();
        assertThat(made.movable()).isTrue();
        assertThat(made.from()).isEqualTo(one.text());
        assertThat(made.to()).isEqualTo(two.text());
        assertThat(customers.file(two, Cast.CHEN).number()).isEqualTo(one.text());

        merges.unmerge(
                new UnmergeWish(
                        two,
                        OptionalLong.of(preview.version()),
                        List.of(new UnmergeWish.Move(one, made.entry())),
                        "",
                        Circumstances.of("page")),
                Cast.CHEN);

        assertThat(customers.file(one, Cast.CHEN).values()).doesNotContainKey("city");
        assertThat(customers.file(two, Cast.CHEN).values().get("city").text()).isEqualTo("苏州");
        assertThat(history.page(two, HistoryQuery.newest(), Cast.CHEN)
                        .items()
                        .getFirst()
                        .kind())
                .isEqualTo("reassignment");
    }

    @Test
    void aPickIsMadeWithoutSeeingTheValueAndGoesWithTheLink() {
        CustomerNumber one = entered("name", "并选定", "mobile", "13811110003");
        CustomerNumber two = entered("name", "并选定", "mobile", "13922220004");
        Actor masked = Cast.actor(
                906,
                1,
                new Scope.All(),
                Map.of("individual.mobile", new FieldRight(Visibility.MASKED, true, Visibility.MASKED)));
        MergePreview preview = merges.preview(wish(null, Map.of("mobile", one), one, two), masked);
        MergePreview.Row row = preview.fields().stream()
                .filter(field -> field.field().equals("mobile"))
                .findFirst()
                .orElseThrow();
        assertThat(row.cells()).allSatisfy(cell -> assertThat(cell.isMasked()).isTrue());
        assertThat(row.value().isMasked()).isTrue();
        assertThat(row.why()).isEqualTo("picked");
        assertThat(row.from()).isEqualTo(one.text());

        merges.merge(wish(null, Map.of("mobile", one), one, two), masked);
        assertThat(customers.file(one, Cast.CHEN).values().get("mobile").text()).contains("138");
        merges.unmerge(unwish(two), Cast.CHEN);
        merge(one, two);
        assertThat(customers.file(one, Cast.CHEN).values().get("mobile").text()).contains("139");
    }

    @Test
    void theOwnerIsWhoseTheFileIsAndNotWhomARegisterNamed() {
        CustomerNumber one = entered("name", "并归属", "owner", "名册上的人");
        CustomerNumber two = entered("name", "并归属");
        MergePreview preview = merges.preview(wish(null, Map.of(), one, two), Cast.CHEN);
        MergePreview.Row row = preview.fields().stream()
                .filter(field -> field.field().equals("owner"))
                .findFirst()
                .orElseThrow();
        assertThat(row.cells())
                .hasSize(2)
                .allSatisfy(cell -> assertThat(cell.value()).isEqualTo(Long.toString(Cast.CHEN.userId())));
        assertThat(row.value().value()).isEqualTo(Long.toString(Cast.CHEN.userId()));
        assertThat(row.differs()).isFalse();
    }

    @Test
    void mergesOfMergedFilesAreTakenApartAsTheyWerePutTogether() {
        CustomerNumber one = entered("name", "并连一");
        CustomerNumber two = entered("name", "并连二");
        CustomerNumber three = entered("name", "并连三");
        CustomerNumber four = entered("name", "并连四");
        merge(one, two);
        merge(three, four);
        assertThat(merge(two, four).members()).hasSize(4);
        assertThat(customers.file(four, Cast.CHEN).number()).isEqualTo(one.text());
        Unmerged parted = merges.unmerge(unwish(three), Cast.CHEN);
        assertThat(parted.sides().getLast().members()).containsExactly(three, four);
        assertThat(customers.file(four, Cast.CHEN).number()).isEqualTo(three.text());
        assertThat(customers.file(two, Cast.CHEN).number()).isEqualTo(one.text());
    }

    @Test
    void refusesWhatCannotBeOneCustomer() {
        CustomerNumber person = entered("name", "并拒人");
        CustomerNumber other = entered("name", "并拒人二");
        CustomerNumber firm = ((Accepted) gate.submit(List.of(Cast.newEnterprise("并拒公司", "name", "某")), Cast.CHEN)
                        .getFirst())
                .number();
        Actor without = new Actor(
                907,
                "user907",
                OptionalLong.of(1),
                Functions.ALL.stream()
                        .filter(function -> !function.equals(Functions.CUSTOMERS_MERGE))
                        .collect(Collectors.toSet()),
                new Scope.All(),
                new FieldRights(Map.of()),
                "en",
                "127.0.0.1",
                "api");
        assertThat(refusal(wish(null, Map.of(), person, firm), Cast.CHEN)).isEqualTo(CustomerError.MERGE_TYPES);
        assertThat(refusal(wish(null, Map.of(), person, person), Cast.CHEN)).isEqualTo(CustomerError.ALREADY_MERGED);
        assertThat(refusal(wish(null, Map.of(), person, other), Cast.MARTA)).isEqualTo(CommonError.NOT_FOUND);
        assertThat(refusal(wish(null, Map.of(), person, other), without)).isEqualTo(CommonError.NO_RIGHT);
        assertThat(refusal(wish(firm, Map.of(), person, other), Cast.CHEN)).isEqualTo(CustomerError.MERGE_HEAD);
        assertThat(refusal(wish(null, Map.of("city", other), person, other), Cast.CHEN))
                .isEqualTo(CommonError.INVALID_VALUES);
        MergeWish stale = new MergeWish(
                List.of(new MergeWish.Part(person, OptionalLong.of(1)), new MergeWish.Part(other, OptionalLong.of(7))),
                null,
                Map.of(),
                "",
                Circumstances.of("page"));
        assertThat(refusal(stale, Cast.CHEN)).isEqualTo(CommonError.STALE_VERSION);
        assertThatThrownBy(() -> merges.unmerge(unwish(person), Cast.CHEN))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.error()).isEqualTo(CustomerError.NOT_MERGED));
        assertThat(customers.file(other, Cast.CHEN).number()).isEqualTo(other.text());
    }

    @Test
    void aStaleBaseIsToldAcrossMergeAndUnmerge() {
        CustomerNumber one = entered("name", "并版本");
        CustomerNumber two = entered("name", "并版本");
        long before = customers.file(two, Cast.CHEN).version();
        merge(one, two);
        long together = customers.file(two, Cast.CHEN).version();
        merges.unmerge(unwish(two), Cast.CHEN);
        for (long old : List.of(before, together)) {
            Outcome outcome = gate.submit(List.of(Cast.change(two, OptionalLong.of(old), "city", "无锡")), Cast.CHEN)
                    .getFirst();
            assertThat(((Outcome.Refused) outcome).error()).isEqualTo(CommonError.STALE_VERSION);
        }
    }

    @Test
    void anItemShownOnceIsChangedInAllFilesThatHaveIt() {
        CustomerNumber one = enterprise("并名单甲", "同一人");
        CustomerNumber two = enterprise("并名单乙", "同一人");
        merge(one, two);
        FileView view = customers.file(one, Cast.CHEN);
        assertThat(view.lists().get("contacts")).hasSize(1);
        long item = view.lists().get("contacts").getFirst().id();
        gate.submit(
                List.of(new Submission(
                        new Target.Known(one, OptionalLong.empty()),
                        "enterprise",
                        Map.of(),
                        Map.of("contacts", new Submission.ListChange(List.of(), List.of(item))),
                        Circumstances.of("page"))),
                Cast.CHEN);
        assertThat(customers.file(one, Cast.CHEN).lists().get("contacts")).isEmpty();
    }

    @Test
    void theTrailIsWholeAfterMergeAndUnmerge() {
        CustomerNumber one = entered("name", "并留痕");
        CustomerNumber two = entered("name", "并留痕");
        CustomerNumber three = entered("name", "并留痕");
        assertThat(verification.verify().trouble()).isEmpty();
        merge(two, three);
        merge(one, three);
        change(three, "city", "湖州");
        assertThat(verification.verify().trouble()).isEmpty();
        merges.unmerge(unwish(two), Cast.CHEN);
        merges.unmerge(unwish(three), Cast.CHEN);
        assertThat(verification.verify().trouble()).isEmpty();
        assertThat(sql.sql("""
                        select e.action
                        from audit.event e
                        where e.file_id = :file
                          and e.action in ('customer.merged', 'customer.unmerged')
                        order by e.event_id
                        """)
                        .param("file", files.exactly(two).orElseThrow().fileId())
                        .query(String.class)
                        .list())
                .contains("customer.merged", "customer.unmerged");
    }

    @Test
    void followersLearnOfMergeAndUnmerge() {
        CustomerNumber one = entered("name", "并事件");
        CustomerNumber two = entered("name", "并事件");
        merge(one, two);
        merges.unmerge(unwish(two), Cast.CHEN);
        long first = files.exactly(one).orElseThrow().fileId();
        List<String> kinds =
                sql.sql("""
                        select o.kind
                        from platform.outbox o
                        where o.ids @> array[cast(:file as bigint)]
                        order by o.event_id
                        """).param("file", first).query(String.class).list();
        assertThat(kinds).containsSubsequence("customer.created", "customer.merged", "customer.unmerged");
    }

    @Test
    void everyColumnThatFollowsIsFoundByAnIndex() {
        for (HeadRows.Place place : new HeadRows(sql, transaction).places()) {
            long indexes = sql.sql("""
                            select count(*)
                            from pg_catalog.pg_index i
                            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                            where i.indrelid = cast(:table as regclass)
                              and a.attname in (:columns)
                            """)
                    .param("table", place.table())
                    .param("columns", Set.of(place.head(), place.file()))
                    .query(Long.class)
                    .single();
            assertThat(indexes).as(place.toString()).isPositive();
        }
    }

    private ErrorCode refusal(MergeWish wish, Actor actor) {
        ErrorCode[] codes = new ErrorCode[2];
        List<Runnable> ways = List.of(() -> merges.preview(wish, actor), () -> merges.merge(wish, actor));
        for (int i = 0; i < 2; i++) {
            try {
                ways.get(i).run();
            } catch (Refusal refused) {
                codes[i] = refused.error();
            }
        }
        assertThat(codes[0]).isEqualTo(codes[1]);
        return codes[1];
    }

    private CustomerNumber entered(String... values) {
        return ((Accepted) gate.submit(List.of(Cast.newIndividual(values)), Cast.CHEN)
                        .getFirst())
                .number();
    }

    private CustomerNumber enterprise(String name, String contact) {
        return ((Accepted) gate.submit(List.of(Cast.newEnterprise(name, "name", contact)), Cast.CHEN)
                        .getFirst())
                .number();
    }

    private void change(CustomerNumber number, String... values) {
        Outcome outcome = gate.submit(List.of(Cast.change(number, OptionalLong.empty(), values)), Cast.CHEN)
                .getFirst();
        assertThat(outcome).isInstanceOf(Accepted.class);
    }

    private List<String> found(String text) {
        return lists.list(new ListQuery("", text, Map.of(), "created", "", 50), Cast.CHEN).items().stream()
                .map(ListPage.Row::number)
                .toList();
    }

    private Merged merge(CustomerNumber... numbers) {
        return merges.merge(wish(null, Map.of(), numbers), Cast.CHEN);
    }
}
