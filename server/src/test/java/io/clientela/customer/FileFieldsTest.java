package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.Context;
import io.clientela.platform.ServerTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A field that holds a file, at every gate. */
@ServerTest
class FileFieldsTest {

    private static final FieldRight HIDDEN = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);
    private static final FieldRight MASKED = new FieldRight(Visibility.MASKED, true, Visibility.MASKED);
    private static final FieldRight READ_ONLY = new FieldRight(Visibility.CLEAR, false, Visibility.CLEAR);
    private static final String FIELD = "individual.own_file";

    private static final Actor BLIND = Cast.actor(931, 1, new Scope.All(), Map.of(FIELD, HIDDEN));
    private static final Actor DIM = Cast.actor(932, 1, new Scope.All(), Map.of(FIELD, MASKED));
    private static final Actor READER = Cast.actor(933, 1, new Scope.All(), Map.of(FIELD, READ_ONLY));

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WriteGate gate;

    @Autowired
    ReadGate lists;

    @Autowired
    Customers customers;

    @Autowired
    FileHistory history;

    @Autowired
    JdbcClient sql;

    private FileDesk desk;

    @BeforeEach
    void open() {
        desk = FileDesk.of(beans);
    }

    @Test
    void aFileIsEnteredShownFetchedReplacedAndTakenBack() throws IOException {
        Attached first = desk.taken(desk.number(), "own_file", "合同一.pdf", Cast.CHEN);
        assertThat(desk.said(Long.toString(first.id()), Cast.CHEN)).isInstanceOf(Accepted.class);
        Cell cell = customers.file(desk.number(), Cast.CHEN).values().get("own_file");
        assertThat(cell.value()).isEqualTo(first);
        assertThat(cell.text()).startsWith("合同一.pdf · ");
        assertThat(desk.fetched(first.id(), READER)).isEqualTo("%PDF-1.7\n合同一.pdf");

        Attached second = desk.taken(desk.number(), "own_file", "合同二.pdf", Cast.CHEN);
        assertThat(desk.said(Long.toString(second.id()), Cast.CHEN)).isInstanceOf(Accepted.class);
        HistoryItem.Difference change = history.page(desk.number(), HistoryQuery.newest(), Cast.CHEN)
                .items()
                .getFirst()
                .changes()
                .getFirst();
        assertThat(change.old().text()).startsWith("合同一.pdf · ");
        assertThat(change.now().text()).startsWith("合同二.pdf · ");
        assertThat(change.raw()).isNull();
        assertThat(desk.fetched(first.id(), Cast.CHEN)).contains("合同一");

        desk.takeBack(3);
        assertThat(customers
                        .file(desk.number(), Cast.CHEN)
                        .values()
                        .get("own_file")
                        .value())
                .isEqualTo(first);
        desk.takeBack(4);
        assertThat(customers
                        .file(desk.number(), Cast.CHEN)
                        .values()
                        .get("own_file")
                        .value())
                .isEqualTo(second);
        assertThat(desk.said("", Cast.CHEN)).isInstanceOf(Accepted.class);
        assertThat(customers.file(desk.number(), Cast.CHEN).values()).doesNotContainKey("own_file");
        assertThat(desk.fetched(second.id(), Cast.CHEN)).contains("合同二");
    }

    @Test
    void sayingWhatStandsThereIsNoChange() throws IOException {
        Attached file = desk.taken(desk.number(), "own_file", "a.pdf", Cast.CHEN);
        desk.said(Long.toString(file.id()), Cast.CHEN);
        Accepted again = (Accepted) desk.said(Long.toString(file.id()), Cast.CHEN);
        assertThat(again.effect()).isEqualTo(Outcome.Effect.UNCHANGED);
        Accepted whole = (Accepted) desk.said(file.value().text(), Cast.CHEN);
        assertThat(whole.effect()).isEqualTo(Outcome.Effect.UNCHANGED);
    }

    @Test
    void nobodyEntersAFileThatIsntTheirsToEnter() throws IOException {
        Attached mine = desk.taken(desk.number(), "own_file", "mine.pdf", Cast.CHEN);
        CustomerNumber other = desk.enter("文件乙");
        String id = Long.toString(mine.id());
        FileDesk.isRefused(desk.said(other, "own_file", id, Cast.CHEN), "unknown_attachment");
        FileDesk.isRefused(desk.said(desk.number(), "own_scan", id, Cast.CHEN), "unknown_attachment");
        FileDesk.isRefused(desk.said(id, DIM), "unknown_attachment");
        FileDesk.isRefused(desk.said("999999999", Cast.CHEN), "unknown_attachment");
        FileDesk.isRefused(desk.said("{\"id\":999999999,\"name\":\"x.pdf\"}", Cast.CHEN), "unknown_attachment");
        FileDesk.isRefused(desk.said("mine.pdf", Cast.CHEN), "bad_form");
        FileDesk.isRefused(desk.said(id, READER), "field_not_writable");
        FileDesk.isRefused(
                gate.submit(List.of(Cast.newIndividual("name", "文件丙", "own_file", id)), Cast.CHEN)
                        .getFirst(),
                "unknown_attachment");
        assertThat(desk.said(id, Cast.CHEN)).isInstanceOf(Accepted.class);
        desk.said("", Cast.CHEN);
        FileDesk.isRefused(desk.said(id, Cast.CHEN), "unknown_attachment");
    }

    @Test
    void aMadeUpDescriptionIsReplacedByTheTrueOne() throws IOException {
        Attached file = desk.taken(desk.number(), "own_file", "true.pdf", Cast.CHEN);
        String lie =
                new Attached(file.id(), "lie.exe", 1, "text/html", "00").value().text();
        assertThat(desk.said(lie, Cast.CHEN)).isInstanceOf(Accepted.class);
        assertThat(customers
                        .file(desk.number(), Cast.CHEN)
                        .values()
                        .get("own_file")
                        .value())
                .isEqualTo(file);
    }

    @Test
    void whoDoesntReadTheFieldInClearSeesNoNameAndFetchesNothing() throws IOException {
        Attached file = desk.taken(desk.number(), "own_file", "机密.pdf", Cast.CHEN);
        desk.isNotThere(file.id(), READER);
        desk.said(Long.toString(file.id()), Cast.CHEN);
        assertThat(customers.file(desk.number(), BLIND).values()).doesNotContainKey("own_file");
        Cell masked = customers.file(desk.number(), DIM).values().get("own_file");
        assertThat(masked.isMasked()).isTrue();
        assertThat(masked.text()).isEqualTo("••••");
        assertThat(masked.value()).isNull();
        desk.isNotThere(file.id(), BLIND);
        desk.isNotThere(file.id(), DIM);
        desk.isNotThere(file.id(), Cast.LIU);
        assertThat(desk.fetched(file.id(), READER)).contains("机密");
        assertThat(history.page(desk.number(), HistoryQuery.newest(), DIM)
                        .items()
                        .toString())
                .doesNotContain("机密");
        assertThatThrownBy(() -> desk.taken(desk.number(), "own_file", "a.pdf", BLIND))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.taken(desk.number(), "own_file", "a.pdf", READER))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.taken(desk.number(), "own_file", "a.pdf", Cast.MARTA))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.taken(desk.number(), "name", "a.pdf", Cast.CHEN))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void everyFetchIsTold() throws IOException {
        Attached file = desk.taken(desk.number(), "own_file", "a.pdf", Cast.CHEN);
        desk.said(Long.toString(file.id()), Cast.CHEN);
        desk.fetched(file.id(), READER);
        assertThat(desk.told("customer.attachment_fetched", READER)).isPositive();
        assertThat(desk.told("attachment.handed_over", Cast.CHEN)).isPositive();
    }

    @Test
    void listsAreNarrowedByWhetherThereIsOneAndNotByWhatItIs() throws IOException {
        CustomerNumber without = desk.enter("文件无");
        Attached file = desk.taken(desk.number(), "own_file", "合同.pdf", Cast.CHEN);
        desk.said(Long.toString(file.id()), Cast.CHEN);
        assertThat(found(Map.of("own_file.filled", "yes"), Cast.CHEN))
                .contains(desk.number().text())
                .doesNotContain(without.text());
        assertThat(found(Map.of("own_file.empty", "yes"), Cast.CHEN))
                .contains(without.text())
                .doesNotContain(desk.number().text());
        for (Map<String, String> asked : List.of(
                Map.of("own_file", "合同.pdf"),
                Map.of("own_file.contains", "合同"),
                Map.of("own_file.not", "x"),
                Map.of("own_file.any", "1,2"))) {
            assertThatThrownBy(() -> found(asked, Cast.CHEN)).isInstanceOf(Refusal.class);
        }
        for (Actor nobody : Set.of(BLIND, DIM)) {
            assertThatThrownBy(() -> found(Map.of("own_file.filled", "yes"), nobody))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(lists.list(new ListQuery("individual", "合同", Map.of(), "created", "", 50), Cast.CHEN)
                        .items())
                .isEmpty();
    }

    private List<String> found(Map<String, String> filters, Actor actor) {
        return lists.list(new ListQuery("individual", "", filters, "-created", "", 100), actor).items().stream()
                .map(ListPage.Row::number)
                .toList();
    }

    @Test
    void anImportBringsNoFiles() throws IOException {
        Attached file = desk.taken(desk.number(), "own_file", "a.pdf", Cast.CHEN);
        Submission row = new Submission(
                new Target.NewFile(),
                "individual",
                Cast.values("name", "导入甲", "own_file", Long.toString(file.id())),
                Map.of(),
                new Circumstances("import", "file", "", "", 0, 0, Context.of("CN")));
        FileDesk.isRefused(gate.submit(List.of(row), Cast.CHEN).getFirst(), "attachment_not_imported");
    }

    @Test
    void nothingOfTheValueStandsInClear() throws IOException {
        Attached file = desk.taken(desk.number(), "own_file", "看不见的合同.pdf", Cast.CHEN);
        desk.said(Long.toString(file.id()), Cast.CHEN);
        String row = sql.sql("select f::text from customer.file f where f.number = :number")
                .param("number", desk.number().text())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("看不见", file.sha256());
    }
}
