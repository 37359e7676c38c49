package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.HistoryItem.Difference;
import io.clientela.customer.HistoryItem.What;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal as its readers see it: differences, pages, filters, and the file as it was. */
@ServerTest
class FileHistoryTest {

    private static final int LONG = 2_000;

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    FileHistory history;

    @Autowired
    JdbcClient sql;

    @Test
    void tellsOfAListItemByItemAndPartByPart() {
        CustomerNumber number = ((Accepted)
                        gate.submit(List.of(Cast.newEnterprise("温列公司", "name", "甲", "position", "采购员")), Cast.CHEN)
                                .getFirst())
                .number();
        long id = customers
                .file(number, Cast.CHEN)
                .lists()
                .get("contacts")
                .getFirst()
                .id();
        contacts(number, new ItemChange(OptionalLong.of(id), Cast.values("position", "采购经理", "mobile", "１３７００００００１９")));
        contacts(number, new ItemChange(OptionalLong.empty(), Cast.values("name", "乙")));
        List<HistoryItem> items = all(number, Cast.CHEN);
        HistoryItem.ItemDifference changed = onlyItem(items.get(1));
        assertThat(changed.what()).isEqualTo(What.CHANGED);
        assertThat(changed.name()).isEqualTo("甲");
        assertThat(changed.parts())
                .filteredOn(part -> part.field().equals("position"))
                .allSatisfy(part -> {
                    assertThat(part.old().text()).isEqualTo("采购员");
                    assertThat(part.now().text()).isEqualTo("采购经理");
                });
        assertThat(changed.parts())
                .filteredOn(part -> part.field().equals("mobile"))
                .extracting(HistoryItem.PartDifference::raw)
                .containsExactly("１３７００００００１９");
        assertThat(onlyItem(items.getFirst()).what()).isEqualTo(What.ADDED);
        assertThat(page(number, "contacts", OptionalLong.of(id)).items())
                .extracting(HistoryItem::entry)
                .containsExactly(2, 1);
    }

    @Test
    void aLongHistoryComesPageByPage() {
        CustomerNumber number = entered("温长", "杭州");
        for (int i = 0; i < LONG; i++) {
            gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "city", "城" + i)), Cast.CHEN);
        }
        HistoryPage first = history.page(
                number, new HistoryQuery("", OptionalLong.empty(), OptionalLong.empty(), "", "", 50), Cast.CHEN);
        assertThat(first.items()).hasSize(50);
        assertThat(first.total()).isEqualTo(LONG + 1);
        assertThat(first.items().getFirst().entry()).isEqualTo(LONG + 1);
        HistoryPage second = history.page(
                number,
                new HistoryQuery("", OptionalLong.empty(), OptionalLong.empty(), "", first.next(), 50),
                Cast.CHEN);
        assertThat(second.items().getFirst().entry()).isEqualTo(LONG - 49);
    }

    @Test
    void narrowsByPersonAndChannelAndNotByAHiddenField() {
        CustomerNumber number = entered("温筛", "杭州");
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "individual",
                        Cast.values("employer", "纺织厂"),
                        Map.of(),
                        Circumstances.of("page").because("进纺织厂"))),
                Cast.CHEN);
        Actor clerk = Cast.actor(
                905,
                1,
                new Scope.All(),
                Map.of("individual.employer", new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN)));
        gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "city", "宁波")), clerk);
        HistoryPage hers = history.page(
                number, new HistoryQuery("", OptionalLong.empty(), OptionalLong.of(905), "page", "", 50), Cast.CHEN);
        assertThat(hers.items()).extracting(HistoryItem::entry).containsExactly(3);
        assertThat(hers.people()).extracting(HistoryPage.Author::id).containsExactlyInAnyOrder(901L, 905L);
        HistoryItem unseen = all(number, clerk).get(1);
        assertThat(unseen.changes()).isEmpty();
        // It would say what the value was.
        assertThat(unseen.reason()).isEmpty();
        assertThat(unseen.undoable()).isFalse();
        assertThat(all(number, Cast.CHEN).get(1).reason()).isEqualTo("进纺织厂");
        HistoryQuery hidden = new HistoryQuery("employer", OptionalLong.empty(), OptionalLong.empty(), "", "", 50);
        assertThatThrownBy(() -> history.page(number, hidden, clerk))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.FILTER_NOT_ALLOWED));
    }

    @Test
    void showsTheFileAsItWasWithWhatDiffersSince() {
        CustomerNumber number = entered("温昔", "杭州");
        FileView then = customers.file(number, Cast.CHEN);
        gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "city", "宁波", "employer", "纺织厂")), Cast.CHEN);
        FileView byEntry = customers.fileAsOf(number, AsOf.of("1"), Cast.CHEN);
        FileView byTime = customers.fileAsOf(number, new AsOf.Moment(then.updatedAt()), Cast.CHEN);
        assertThat(byEntry.values()).isEqualTo(then.values()).isEqualTo(byTime.values());
        assertThat(byEntry.version()).isEqualTo(then.version());
        assertThat(byEntry.past().since()).extracting(Difference::field).containsExactlyInAnyOrder("city", "employer");
        assertThat(byEntry.past().latest()).isEqualTo(2);
        assertThat(byEntry.abilities().change()).isFalse();
        assertThat(awaited(number, "customer.read_as_of")).isEqualTo(2);
    }

    @Test
    void aPastIsReadWithTodaysRightsAndMasks() {
        CustomerNumber number = ((Accepted) gate.submit(
                                List.of(Cast.newIndividual("name", "温今", "document_number", "110101199003070134")),
                                Cast.CHEN)
                        .getFirst())
                .number();
        gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "city", "宁波")), Cast.CHEN);
        Actor clerk = Cast.actor(
                905,
                1,
                new Scope.All(),
                Map.of("individual.city", new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN)));
        FileView past = customers.fileAsOf(number, AsOf.of("1"), clerk);
        assertThat(past.values().get("document_number").isMasked()).isTrue();
        assertThat(past.past().since()).isEmpty();
        assertThatThrownBy(() -> customers.fileAsOf(number, AsOf.of("1"), Cast.MARTA))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void saysThatThereWasNothingYet() {
        CustomerNumber number = entered("温未", "杭州");
        assertThatThrownBy(() -> customers.fileAsOf(number, AsOf.of("2001-01-01T00:00:00Z"), Cast.CHEN))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.NOT_YET_THERE));
        assertThatThrownBy(() -> customers.fileAsOf(number, AsOf.of("0"), Cast.CHEN))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AsOf.of("yesterday")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AsOf.of("+292278994-08-17T07:12:55Z")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AsOf.of("-292275055-05-16T16:47:04Z")).isInstanceOf(Refusal.class);
        assertThat(customers
                        .fileAsOf(number, new AsOf.Moment(Instant.parse("2999-01-01T00:00:00Z")), Cast.CHEN)
                        .past()
                        .since())
                .isEmpty();
    }

    /** Reads are told a little later, together. */
    private int awaited(CustomerNumber number, String action) {
        long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        int found = 0;
        while (found < 2 && System.nanoTime() < patience) {
            found = sql.sql("""
                            select count(*)
                            from audit.event a
                            where a.action = :action
                              and a.subject = :number
                              and a.detail ->> 'entry' = '1'
                            """)
                    .param("action", action)
                    .param("number", number.text())
                    .query(Integer.class)
                    .single();
        }
        return found;
    }

    private HistoryItem.ItemDifference onlyItem(HistoryItem item) {
        assertThat(item.changes()).hasSize(1);
        List<HistoryItem.ItemDifference> items =
                new ArrayList<>(item.changes().getFirst().items());
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private void contacts(CustomerNumber number, ItemChange change) {
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "enterprise",
                        Map.of(),
                        Map.of("contacts", new ListChange(List.of(change), List.of())),
                        Circumstances.of("page"))),
                Cast.CHEN);
    }

    private List<HistoryItem> all(CustomerNumber number, Actor actor) {
        return history.page(number, HistoryQuery.newest(), actor).items();
    }

    private HistoryPage page(CustomerNumber number, String field, OptionalLong item) {
        return history.page(number, new HistoryQuery(field, item, OptionalLong.empty(), "", "", 50), Cast.CHEN);
    }

    private CustomerNumber entered(String name, String city) {
        return ((Accepted) gate.submit(List.of(Cast.newIndividual("name", name, "city", city)), Cast.CHEN)
                        .getFirst())
                .number();
    }
}
