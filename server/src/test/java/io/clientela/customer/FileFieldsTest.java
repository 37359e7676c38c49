package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.CustomerAttachments.Fetched;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
    WriteGate gate;

    @Autowired
    ReadGate lists;

    @Autowired
    Customers customers;

    @Autowired
    CustomerAttachments files;

    @Autowired
    FileHistory history;

    @Autowired
    Merges merges;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    JdbcClient sql;

    private CustomerNumber number = new CustomerNumber("");

    @BeforeEach
    void aCustomerAndAField() {
        OwnFields own = new OwnFields(sql, catalogue);
        own.declare("individual", "own_file", FieldType.FILE, Map.of("rule", "attachment", "sealed", true));
        own.declare("individual", "own_scan", FieldType.FILE, Map.of("rule", "attachment", "sealed", true));
        number = enter("文件甲");
    }

    private CustomerNumber enter(String name) {
        return ((Accepted) gate.submit(List.of(Cast.newIndividual("name", name)), Cast.CHEN)
                        .getFirst())
                .number();
    }

    private Attached taken(CustomerNumber of, String field, String name, Actor actor) throws IOException {
        byte[] content = ("%PDF-1.7\n" + name).getBytes(StandardCharsets.UTF_8);
        return files.take(of, field, name, new ByteArrayInputStream(content), actor);
    }

    private Outcome said(String value, Actor actor) {
        return said(number, "own_file", value, actor);
    }

    private Outcome said(CustomerNumber of, String field, String value, Actor actor) {
        return gate.submit(List.of(Cast.change(of, OptionalLong.empty(), field, value)), actor)
                .getFirst();
    }

    private static void isRefused(Outcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::code)
                                .containsExactly(code));
    }

    private String fetched(long id, Actor actor) throws IOException {
        return fetched(number, id, actor);
    }

    private String fetched(CustomerNumber of, long id, Actor actor) throws IOException {
        Fetched fetched = files.fetch(of, id, actor);
        return new String(fetched.content().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void isNotThere(long id, Actor actor) {
        assertThatThrownBy(() -> files.fetch(number, id, actor))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
    }

    @Test
    void aFileIsEnteredShownFetchedReplacedAndTakenBack() throws IOException {
        Attached first = taken(number, "own_file", "合同一.pdf", Cast.CHEN);
        assertThat(said(Long.toString(first.id()), Cast.CHEN)).isInstanceOf(Accepted.class);
        Cell cell = customers.file(number, Cast.CHEN).values().get("own_file");
        assertThat(cell.value()).isEqualTo(first);
        assertThat(cell.text()).startsWith("合同一.pdf · ");
        assertThat(fetched(first.id(), READER)).isEqualTo("%PDF-1.7\n合同一.pdf");

        Attached second = taken(number, "own_file", "合同二.pdf", Cast.CHEN);
        assertThat(said(Long.toString(second.id()), Cast.CHEN)).isInstanceOf(Accepted.class);
        HistoryItem.Difference change = history.page(number, HistoryQuery.newest(), Cast.CHEN)
                .items()
                .getFirst()
                .changes()
                .getFirst();
        assertThat(change.old().text()).startsWith("合同一.pdf · ");
        assertThat(change.now().text()).startsWith("合同二.pdf · ");
        assertThat(change.raw()).isNull();
        assertThat(fetched(first.id(), Cast.CHEN)).contains("合同一");

        takeBack(3);
        assertThat(customers.file(number, Cast.CHEN).values().get("own_file").value())
                .isEqualTo(first);
        takeBack(4);
        assertThat(customers.file(number, Cast.CHEN).values().get("own_file").value())
                .isEqualTo(second);
        assertThat(said("", Cast.CHEN)).isInstanceOf(Accepted.class);
        assertThat(customers.file(number, Cast.CHEN).values()).doesNotContainKey("own_file");
        assertThat(fetched(second.id(), Cast.CHEN)).contains("合同二");
    }

    private void takeBack(int entry) {
        takeBack(number, entry);
    }

    private void takeBack(CustomerNumber of, int entry) {
        Submission back = new Submission(
                new Target.Known(of, OptionalLong.empty()),
                "individual",
                Map.of(),
                Map.of(),
                Circumstances.takingBack(entry, ""));
        assertThat(gate.submit(List.of(back), Cast.CHEN).getFirst()).isInstanceOf(Accepted.class);
    }

    @Test
    void sayingWhatStandsThereIsNoChange() throws IOException {
        Attached file = taken(number, "own_file", "a.pdf", Cast.CHEN);
        said(Long.toString(file.id()), Cast.CHEN);
        Accepted again = (Accepted) said(Long.toString(file.id()), Cast.CHEN);
        assertThat(again.effect()).isEqualTo(Outcome.Effect.UNCHANGED);
        Accepted whole = (Accepted) said(file.value().text(), Cast.CHEN);
        assertThat(whole.effect()).isEqualTo(Outcome.Effect.UNCHANGED);
    }

    @Test
    void nobodyEntersAFileThatIsntTheirsToEnter() throws IOException {
        Attached mine = taken(number, "own_file", "mine.pdf", Cast.CHEN);
        CustomerNumber other = enter("文件乙");
        String id = Long.toString(mine.id());
        isRefused(said(other, "own_file", id, Cast.CHEN), "unknown_attachment");
        isRefused(said(number, "own_scan", id, Cast.CHEN), "unknown_attachment");
        isRefused(said(id, DIM), "unknown_attachment");
        isRefused(said("999999999", Cast.CHEN), "unknown_attachment");
        isRefused(said("{\"id\":999999999,\"name\":\"x.pdf\"}", Cast.CHEN), "unknown_attachment");
        isRefused(said("mine.pdf", Cast.CHEN), "bad_form");
        isRefused(said(id, READER), "field_not_writable");
        isRefused(
                gate.submit(List.of(Cast.newIndividual("name", "文件丙", "own_file", id)), Cast.CHEN)
                        .getFirst(),
                "unknown_attachment");
        assertThat(said(id, Cast.CHEN)).isInstanceOf(Accepted.class);
        said("", Cast.CHEN);
        isRefused(said(id, Cast.CHEN), "unknown_attachment");
    }

    @Test
    void aMadeUpDescriptionIsReplacedByTheTrueOne() throws IOException {
        Attached file = taken(number, "own_file", "true.pdf", Cast.CHEN);
        String lie =
                new Attached(file.id(), "lie.exe", 1, "text/html", "00").value().text();
        assertThat(said(lie, Cast.CHEN)).isInstanceOf(Accepted.class);
        assertThat(customers.file(number, Cast.CHEN).values().get("own_file").value())
                .isEqualTo(file);
    }

    @Test
    void whoDoesntReadTheFieldInClearSeesNoNameAndFetchesNothing() throws IOException {
        Attached file = taken(number, "own_file", "机密.pdf", Cast.CHEN);
        isNotThere(file.id(), READER);
        said(Long.toString(file.id()), Cast.CHEN);
        assertThat(customers.file(number, BLIND).values()).doesNotContainKey("own_file");
        Cell masked = customers.file(number, DIM).values().get("own_file");
        assertThat(masked.isMasked()).isTrue();
        assertThat(masked.text()).isEqualTo("••••");
        assertThat(masked.value()).isNull();
        isNotThere(file.id(), BLIND);
        isNotThere(file.id(), DIM);
        isNotThere(file.id(), Cast.LIU);
        assertThat(fetched(file.id(), READER)).contains("机密");
        assertThat(history.page(number, HistoryQuery.newest(), DIM).items().toString())
                .doesNotContain("机密");
        assertThatThrownBy(() -> taken(number, "own_file", "a.pdf", BLIND)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> taken(number, "own_file", "a.pdf", READER)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> taken(number, "own_file", "a.pdf", Cast.MARTA)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> taken(number, "name", "a.pdf", Cast.CHEN)).isInstanceOf(Refusal.class);
    }

    @Test
    void aFileOfAnAbsorbedCustomerIsThereOnTheMergedOneAndItsOwnAgainAfterwards() throws IOException {
        CustomerNumber other = enter("文件甲");
        Attached before = taken(other, "own_file", "合并前.pdf", Cast.CHEN);
        said(other, "own_file", Long.toString(before.id()), Cast.CHEN);
        Cell own = customers.file(other, Cast.CHEN).values().get("own_file");
        merges.merge(Cast.wish(null, Map.of(), number, other), Cast.CHEN);

        Cell merged = customers.file(number, Cast.CHEN).values().get("own_file");
        assertThat(merged).isEqualTo(own);
        assertThat(fetched(before.id(), READER)).contains("合并前");
        assertThat(fetched(other, before.id(), READER)).contains("合并前");
        isNotThere(before.id(), DIM);

        merges.unmerge(Cast.unwish(other), Cast.CHEN);
        assertThat(customers.file(number, Cast.CHEN).values()).doesNotContainKey("own_file");
        assertThat(customers.file(other, Cast.CHEN).values().get("own_file")).isEqualTo(own);
        assertThat(fetched(other, before.id(), READER)).contains("合并前");
        isNotThere(before.id(), READER);
    }

    @Test
    void whatIsHandedOverUnderAnOldNumberGoesWithThatNumber() throws IOException {
        CustomerNumber other = enter("文件甲");
        merges.merge(Cast.wish(null, Map.of(), number, other), Cast.CHEN);
        Attached first = taken(other, "own_file", "旧号一.pdf", Cast.CHEN);
        isRefused(said(number, "own_file", Long.toString(first.id()), Cast.CHEN), "unknown_attachment");
        assertThat(said(other, "own_file", Long.toString(first.id()), Cast.CHEN))
                .isInstanceOf(Accepted.class);
        Attached second = taken(other, "own_file", "旧号二.pdf", Cast.CHEN);
        assertThat(said(other, "own_file", Long.toString(second.id()), Cast.CHEN))
                .isInstanceOf(Accepted.class);
        takeBack(other, 4);
        assertThat(customers.file(number, Cast.CHEN).values().get("own_file").value())
                .isEqualTo(first);
        assertThat(fetched(first.id(), READER)).contains("旧号一");
        // Who looked at the merged customer and hands over under its number, gives to the leading file.
        Attached leading = taken(number, "own_scan", "主号.pdf", Cast.CHEN);
        assertThat(said(number, "own_scan", Long.toString(leading.id()), Cast.CHEN))
                .isInstanceOf(Accepted.class);

        merges.unmerge(Cast.unwish(other), Cast.CHEN);
        assertThat(customers.file(other, Cast.CHEN).values().get("own_file").value())
                .isEqualTo(first);
        assertThat(fetched(other, second.id(), READER)).contains("旧号二");
        isNotThere(first.id(), READER);
        assertThat(customers.file(other, Cast.CHEN).values()).doesNotContainKey("own_scan");
        assertThat(fetched(leading.id(), Cast.CHEN)).contains("主号");
    }

    @Test
    void whatWasHandedOverMeanwhileMayGoToTheOtherSide() throws IOException {
        CustomerNumber other = enter("文件甲");
        Attached before = taken(number, "own_file", "合并前.pdf", Cast.CHEN);
        said(Long.toString(before.id()), Cast.CHEN);
        merges.merge(Cast.wish(null, Map.of(), number, other), Cast.CHEN);
        Attached meanwhile = taken(number, "own_file", "别人的.pdf", Cast.CHEN);
        assertThat(said(Long.toString(meanwhile.id()), Cast.CHEN)).isInstanceOf(Accepted.class);
        assertThat(merges.previewUnmerge(Cast.unwish(other), DIM).entries())
                .extracting(UnmergePreview.Made::movable)
                .containsExactly(false);
        UnmergePreview.Made made =
                merges.previewUnmerge(Cast.unwish(other), Cast.CHEN).entries().getFirst();
        assertThat(made.movable()).isTrue();
        UnmergeWish moving = new UnmergeWish(
                other,
                OptionalLong.empty(),
                List.of(new UnmergeWish.Move(new CustomerNumber(made.from()), made.entry())),
                "",
                Circumstances.of("page"));
        long kept = attachments();
        List<UnmergePreview.Side> sides =
                merges.previewUnmerge(moving, Cast.CHEN).sides();
        assertThat(sides.getFirst().changes())
                .filteredOn(change -> change.field().equals("own_file"))
                .singleElement()
                .satisfies(change -> assertThat(change.now().text()).startsWith("合并前.pdf"));
        assertThat(sides.getLast().changes()).noneMatch(change -> change.field().equals("own_file"));
        assertThat(attachments()).isEqualTo(kept);

        merges.unmerge(moving, Cast.CHEN);

        assertThat(customers.file(number, Cast.CHEN).values().get("own_file").value())
                .isEqualTo(before);
        Attached own = (Attached)
                customers.file(other, Cast.CHEN).values().get("own_file").value();
        assertThat(own.id()).isNotEqualTo(meanwhile.id());
        assertThat(own.sha256()).isEqualTo(meanwhile.sha256());
        assertThat(fetched(other, own.id(), READER)).isEqualTo("%PDF-1.7\n别人的.pdf");
        isNotThere(own.id(), READER);
        // The entry stays where it was made, and the file with it, as every former value does.
        assertThat(fetched(meanwhile.id(), READER)).contains("别人的");
        assertThat(told("attachment.copied", Cast.CHEN)).isPositive();
    }

    private long attachments() {
        return sql.sql("select count(*) from attachment.attachment")
                .query(Long.class)
                .single();
    }

    @Test
    void everyFetchIsTold() throws IOException {
        Attached file = taken(number, "own_file", "a.pdf", Cast.CHEN);
        said(Long.toString(file.id()), Cast.CHEN);
        fetched(file.id(), READER);
        assertThat(told("customer.attachment_fetched", READER)).isPositive();
        assertThat(told("attachment.handed_over", Cast.CHEN)).isPositive();
    }

    /** Reads are told of within a moment. */
    private long told(String action, Actor actor) {
        long patience = System.nanoTime() + 5_000_000_000L;
        long count = 0;
        while (count == 0 && System.nanoTime() < patience) {
            count = sql.sql("select count(*) from audit.event e where e.action = :action and e.actor_id = :actor")
                    .param("action", action)
                    .param("actor", actor.userId())
                    .query(Long.class)
                    .single();
        }
        return count;
    }

    @Test
    void listsAreNarrowedByWhetherThereIsOneAndNotByWhatItIs() throws IOException {
        CustomerNumber without = enter("文件无");
        Attached file = taken(number, "own_file", "合同.pdf", Cast.CHEN);
        said(Long.toString(file.id()), Cast.CHEN);
        assertThat(found(Map.of("own_file.filled", "yes"), Cast.CHEN))
                .contains(number.text())
                .doesNotContain(without.text());
        assertThat(found(Map.of("own_file.empty", "yes"), Cast.CHEN))
                .contains(without.text())
                .doesNotContain(number.text());
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
        Attached file = taken(number, "own_file", "a.pdf", Cast.CHEN);
        Submission row = new Submission(
                new Target.NewFile(),
                "individual",
                Cast.values("name", "导入甲", "own_file", Long.toString(file.id())),
                Map.of(),
                new Circumstances("import", "file", "", "", 0, 0, Context.of("CN")));
        isRefused(gate.submit(List.of(row), Cast.CHEN).getFirst(), "attachment_not_imported");
    }

    @Test
    void nothingOfTheValueStandsInClear() throws IOException {
        Attached file = taken(number, "own_file", "看不见的合同.pdf", Cast.CHEN);
        said(Long.toString(file.id()), Cast.CHEN);
        String row = sql.sql("select f::text from customer.file f where f.number = :number")
                .param("number", number.text())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("看不见", file.sha256());
    }
}
