package io.clientela.correction;

import static io.clientela.correction.BulkDesk.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Accounts;
import io.clientela.access.Actors;
import io.clientela.access.Departments;
import io.clientela.access.People;
import io.clientela.correction.BulkChange.Counts;
import io.clientela.customer.CustomerError;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.FileHistory;
import io.clientela.customer.FileView;
import io.clientela.customer.HistoryItem;
import io.clientela.customer.HistoryQuery;
import io.clientela.customer.ListPage;
import io.clientela.customer.ListQuery;
import io.clientela.customer.MergeWish;
import io.clientela.customer.Merges;
import io.clientela.customer.Outcome;
import io.clientela.customer.ReadGate;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.UnmergeWish;
import io.clientela.customer.WriteGate;
import io.clientela.exchange.spi.ExportSource;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal;
import io.clientela.kit.check.Context;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list names owners who are no users; afterwards they become users, and have no customers for that alone. */
@ServerTest
class OwnersKnownLaterTest {

    @Autowired
    BulkChanges bulks;

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    ReadGate lists;

    @Autowired
    FileHistory histories;

    @Autowired
    Merges merges;

    @Autowired
    List<ExportSource> sources;

    @Autowired
    Accounts accounts;

    @Autowired
    Departments departments;

    @Autowired
    Actors actors;

    @Autowired
    People people;

    @Autowired
    JdbcClient sql;

    private BulkDesk desk;
    private Actor head;
    private String wu;
    private long run;

    @BeforeEach
    void open() {
        desk = new BulkDesk(bulks, gate, customers, accounts, departments, actors, people);
        head = desk.person("information_manager");
        wu = "吴专员" + UUID.randomUUID().toString().substring(0, 6);
        run = sql.sql("select nextval('kernel.run_seq')").query(Long.class).single();
    }

    private CustomerNumber imported(Target target, long row, String owner) {
        Submission said = new Submission(
                target,
                "individual",
                Map.of("name", List.of("名册" + row), "owner", List.of(owner)),
                Map.of(),
                new Circumstances("import", "list.csv", "", "", run, row, Context.NONE));
        return ((Outcome.Accepted) gate.submit(List.of(said), head).getFirst()).number();
    }

    private CustomerNumber imported(long row) {
        return imported(new Target.NewFile(), row, wu);
    }

    private Optional<ListPage.Row> listed(CustomerNumber number, Map<String, String> filters) {
        return lists.list(new ListQuery("individual", "", filters, "-created", "", 200), head).items().stream()
                .filter(row -> row.number().equals(number.text()))
                .findFirst();
    }

    private Map<String, String> named() {
        return Map.of("import_run", Long.toString(run), "owner.written", wu);
    }

    private String owner(CustomerNumber number) {
        return desk.value(number, "owner", head);
    }

    private Optional<HistoryItem.Difference> last(CustomerNumber number) {
        return histories.page(number, HistoryQuery.newest(), head).items().getFirst().changes().stream()
                .filter(change -> change.field().equals("owner"))
                .findFirst();
    }

    @Test
    void whoeverHasTheFileIsItsOwnerWhereverOneLooks() {
        CustomerNumber number = imported(1);
        Actor known = desk.called(wu);
        String id = Long.toString(head.userId());

        FileView file = customers.file(number, head);
        assertThat(file.owner().id()).isEqualTo(head.userId());
        assertThat(file.values().get("owner").value()).isEqualTo(id);
        assertThat(file.ownerWritten()).isEqualTo(wu);
        assertThat(listed(number, Map.of()).orElseThrow().values().get("owner").value())
                .isEqualTo(id);
        assertThat(listed(number, Map.of("owner", Long.toString(known.userId()))))
                .isEmpty();
        assertThat(listed(number, Map.of("owner", id))).isPresent();
        assertThat(exported(number))
                .isEqualTo(people.displayName(head.userId()))
                .isNotEqualTo(wu);
        HistoryItem.Difference entered = last(number).orElseThrow();
        assertThat(entered.now().value()).isEqualTo(id);
        assertThat(entered.raw()).isEqualTo(wu);

        BulkChange bulk = desk.checked(List.of(number), head, set("owner", Long.toString(known.userId())));
        HistoryItem.Difference change =
                bulks.preview(bulk.id(), head).getFirst().changes().getFirst();
        assertThat(change.old().value()).isEqualTo(id);
        assertThat(change.now().value()).isEqualTo(Long.toString(known.userId()));
        assertThat(desk.checked(List.of(number), head, set("owner", id)).foreseen())
                .isEqualTo(new Counts(0, 1, 0, 0));
    }

    private String exported(CustomerNumber number) {
        ExportSource source = sources.stream()
                .filter(one -> one.covers("individual"))
                .findFirst()
                .orElseThrow();
        List<String> cells = new ArrayList<>();
        source.each(
                new ExportSource.Wish(
                        "individual",
                        "",
                        Map.of("import_run", Long.toString(run)),
                        "",
                        "created",
                        Optional.empty(),
                        List.of("number", "owner"),
                        ""),
                List.of("number", "owner"),
                head,
                row -> {
                    if (row.getFirst().equals(number.text())) {
                        cells.add(row.getLast());
                    }
                });
        return cells.getFirst();
    }

    @Test
    void takenApartNeitherFileChangesItsOwner() {
        CustomerNumber one = imported(1);
        CustomerNumber two = desk.customer(head, "name", "手工建档");
        desk.called(wu);
        merges.merge(
                new MergeWish(
                        List.of(
                                new MergeWish.Part(one, OptionalLong.empty()),
                                new MergeWish.Part(two, OptionalLong.empty())),
                        null,
                        Map.of(),
                        "",
                        Circumstances.of("page")),
                head);
        assertThat(merges.previewUnmerge(
                                new UnmergeWish(two, OptionalLong.empty(), List.of(), "", Circumstances.of("page")),
                                head)
                        .sides())
                .flatExtracting(side -> side.changes())
                .extracting(HistoryItem.Difference::field)
                .doesNotContain("owner");
    }

    @Test
    void theCustomersMeantForSomebodyAreGivenToThemAndTakenBack() {
        List<CustomerNumber> meant = List.of(imported(1), imported(2), imported(3));
        CustomerNumber other = imported(new Target.NewFile(), 4, "别人" + wu);
        Actor known = desk.called(wu);
        desk.edit(meant.getLast(), head, "owner", Long.toString(known.userId()));
        desk.edit(meant.getLast(), head, "owner", Long.toString(head.userId()));
        assertThat(meant)
                .filteredOn(number -> listed(number, named()).isPresent())
                .hasSize(2);

        BulkChange done = desk.done(
                desk.checked(
                        ListQuery.whole("", "", named(), "", "created"),
                        head,
                        set("owner", Long.toString(known.userId()))),
                head);

        assertThat(done.counts()).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(owner(meant.getFirst())).isEqualTo(Long.toString(known.userId()));
        assertThat(customers.file(meant.getFirst(), head).ownerWritten()).isNull();
        assertThat(List.of(meant.getLast(), other))
                .allSatisfy(number -> assertThat(owner(number)).isEqualTo(Long.toString(head.userId())));

        desk.undone(done, head);
        assertThat(owner(meant.getFirst())).isEqualTo(Long.toString(head.userId()));
        assertThat(customers.file(meant.getFirst(), head).ownerWritten()).isEqualTo(wu);
    }

    @Test
    void theSameListImportedAgainGivesThemToWhoeverIsAUserByNow() {
        CustomerNumber number = imported(1);
        Actor known = desk.called(wu);
        imported(new Target.Known(number, OptionalLong.empty()), 2, wu);
        assertThat(owner(number)).isEqualTo(Long.toString(known.userId()));
        assertThat(customers.file(number, head).ownerWritten()).isNull();
    }

    @Test
    void aRunIsAskedForByItsNumberAlone() {
        imported(1);
        assertThatThrownBy(() -> listed(imported(2), Map.of("import_run", "all")))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.error()).isEqualTo(CustomerError.FILTER_VALUE));
        assertThatThrownBy(() -> listed(imported(3), Map.of("import_run.not", "1")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.error()).isEqualTo(CustomerError.FILTER_NOT_ALLOWED));
        assertThatThrownBy(() -> listed(imported(4), Map.of("city.written", "x")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.error()).isEqualTo(CustomerError.FILTER_NOT_ALLOWED));
    }
}
