package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Accounts;
import io.clientela.access.Actors;
import io.clientela.access.Department;
import io.clientela.access.Departments;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.spi.FileReferences;
import io.clientela.exchange.spi.ImportTarget.Undone;
import io.clientela.exchange.spi.ImportTarget.UndoneBatch;
import io.clientela.exchange.spi.ImportTarget.UndoneEffect;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of each kind of file when an import is taken back. */
@ServerTest
class UndoingTest {

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    FileHistory history;

    @Autowired
    ReadGate lists;

    @Autowired
    FileStore files;

    @Autowired
    JournalStore journal;

    @Autowired
    LinkStore links;

    @Autowired
    Loaded.Loader loader;

    @Autowired
    Arriving arriving;

    @Autowired
    Owners owners;

    @Autowired
    Writing writing;

    @Autowired
    GateRecords records;

    @Autowired
    Accounts accounts;

    @Autowired
    Departments departments;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    Clock clock;

    @Test
    void aFileOnlyARunSpokeOfIsWithdrawn() {
        CustomerNumber number = imported(60_001, "name", "温撤回", "mobile", "13700000001");
        undo(60_001);
        FileView view = customers.file(number, Cast.CHEN);
        assertThat(view.status()).isEqualTo("withdrawn");
        assertThat(view.values()).doesNotContainKeys("name", "mobile");
        assertThat(found("温撤回")).isEmpty();
        assertThat(found("13700000001")).isEmpty();
        assertThat(history.page(number, HistoryQuery.newest(), Cast.CHEN).items())
                .extracting(HistoryItem::kind)
                .containsExactly("withdrawal", "created");
        Outcome.Refused refused = (Outcome.Refused)
                gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "city", "杭州")), Cast.CHEN)
                        .getFirst();
        assertThat(refused.error()).isEqualTo(CustomerError.WITHDRAWN);
    }

    @Test
    void aFileTouchedSinceStays() {
        CustomerNumber number = imported(60_002, "name", "温保留");
        gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "city", "杭州")), Cast.CHEN);
        UndoneBatch batch = undo(60_002);
        assertThat(batch.files()).extracting(Undone::effect).containsExactly(UndoneEffect.KEPT_LATER_ENTRY);
        assertThat(batch.files()).extracting(Undone::number).containsExactly(number.text());
        assertThat(customers.file(number, Cast.CHEN).status()).isEqualTo("listed");
    }

    @Test
    void whatWasTakenBackIsNotTakenBackAgain() {
        imported(60_003, "name", "温一次");
        assertThat(undo(60_003).files()).hasSize(1);
        assertThat(undo(60_003).files()).isEmpty();
    }

    private CustomerNumber imported(long run, String... values) {
        Submission submission =
                new Submission(new Target.NewFile(), "individual", Cast.values(values), Map.of(), ofRun(run));
        return ((Accepted) gate.submit(List.of(submission), Cast.CHEN).getFirst()).number();
    }

    private UndoneBatch undo(long run) {
        return transaction.execute(status -> gate.takeBack(run, 0, 100, Cast.CHEN));
    }

    private List<ListPage.Row> found(String text) {
        return lists.list(new ListQuery("", text, Map.of(), "created", "", 50), Cast.CHEN)
                .items();
    }

    @Test
    void aFileThatIsWithdrawnIsNamedInNoOtherAnyMore() {
        new OwnFields(sql, catalogue).declare("individual", "own_referee", FieldType.CUSTOMER, Map.of());
        CustomerNumber number = imported(60_021, "name", "温被荐");
        assertThat(referring(number)).isInstanceOf(Accepted.class);
        undo(60_021);
        assertThat(customers.file(number, Cast.CHEN).status()).isEqualTo("withdrawn");
        assertThat(((Outcome.Refused) referring(number)).problems())
                .extracting(FieldProblem::code)
                .containsExactly("unknown_customer");
    }

    private Outcome referring(CustomerNumber number) {
        return gate.submit(List.of(Cast.newIndividual("name", "温荐", "own_referee", number.text())), Cast.CHEN)
                .getFirst();
    }

    @Test
    void aFileGoesBackToWhoseItWas() throws InterruptedException {
        CustomerNumber number = ((Accepted)
                        gate.submit(List.of(Cast.newIndividual("name", "温归属", "external_id", "UNDO-OWNER")), Cast.CHEN)
                                .getFirst())
                .number();
        FileRow before = files.find(number).orElseThrow();
        long heir = colleague("undo-heir");
        Submission handsOver = new Submission(
                new Target.ByKey("external_id", true),
                "individual",
                Cast.values("external_id", "UNDO-OWNER", "owner", Long.toString(heir)),
                Map.of(),
                ofRun(60_004));
        // Who is who is read again after a second.
        long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!owners.named(Long.toString(heir), Cast.CHEN).known() && System.nanoTime() < patience) {
            Thread.sleep(100);
        }
        gate.submit(List.of(handsOver), Cast.CHEN);
        assertThat(files.find(number).orElseThrow().ownerId()).isEqualTo(heir);

        assertThat(undo(60_004).files()).extracting(Undone::effect).containsExactly(UndoneEffect.REVERTED);

        FileRow after = files.find(number).orElseThrow();
        assertThat(after.ownerId()).isEqualTo(before.ownerId());
        assertThat(after.departmentId()).isEqualTo(before.departmentId());
    }

    @Test
    void aLinkedFileStays() {
        CustomerNumber number = imported(60_005, "name", "温相连");
        long id = files.find(number).orElseThrow().fileId();
        CustomerNumber other = imported(60_006, "name", "温相连二");
        sql.sql("""
                        insert into customer.link (
                          file_id, head_id, with_id, file_seq, with_seq, made_at, made_by, reason
                        )
                        values (:file, :head, :head, 2, 2, now(), 1, 'same')
                        """)
                .param("file", id)
                .param("head", files.find(other).orElseThrow().fileId())
                .update();
        assertThat(undo(60_005).files()).extracting(Undone::effect).containsExactly(UndoneEffect.KEPT_LINKED);
        assertThat(undo(60_006).files()).extracting(Undone::effect).containsExactly(UndoneEffect.KEPT_LINKED);
    }

    @Test
    void aFileSomethingPointsToStays() {
        CustomerNumber number = imported(60_007, "name", "温被引");
        long id = files.find(number).orElseThrow().fileId();
        FileReferences contract = ids -> ids.contains(id) ? Set.of(id) : Set.of();
        Undoing withContracts = new Undoing(
                files,
                journal,
                links,
                loader,
                arriving,
                owners,
                writing,
                records,
                new StaticListableBeanFactory(Map.of("contracts", contract)).getBeanProvider(FileReferences.class),
                clock);
        UndoneBatch batch = transaction.execute(status -> withContracts.undo(60_007, 0, 100, Cast.CHEN));
        assertThat(batch.files()).extracting(Undone::effect).containsExactly(UndoneEffect.KEPT_REFERENCED);
        assertThat(customers.file(number, Cast.CHEN).status()).isEqualTo("listed");
    }

    private long colleague(String name) {
        Department department = departments.create(
                Actors.system(), new Department(0, name, OptionalLong.empty(), OptionalLong.empty()));
        return accounts.create(
                        Actors.system(),
                        new Accounts.Draft(
                                name,
                                name,
                                Optional.empty(),
                                false,
                                "en",
                                OptionalLong.of(department.id()),
                                List.of("sales"),
                                true))
                .account()
                .id();
    }

    private static Circumstances ofRun(long run) {
        return new Circumstances("import", "file", "", "", run, 1, Context.of("CN"));
    }
}
