package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Actors;
import io.clientela.exchange.Mending.Corrected;
import io.clientela.exchange.Uploads.Upload;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class MendingTest {

    /** Somebody who may do everything, but handed nothing over. */
    private static final Actor LUO = new Actor(
            1_702,
            "luo",
            OptionalLong.of(1),
            Set.copyOf(Functions.ALL),
            new Scope.All(),
            new FieldRights(Map.of()),
            "zh",
            "127.0.0.1",
            "page");

    /** Only the whole file tells that days stand before months; rows 2 and 3 have wrong phones. */
    private static final String LIST = """
            Nombre,Móvil,NIF,Fecha de nacimiento
            Ana Ruiz,612345678,,25/03/1980
            Eva Soler,12,12345678Z,04/05/1981
            Luis Vidal,34,,06/07/1982
            """;

    @Autowired
    Uploads uploads;

    @Autowired
    Imports imports;

    @Autowired
    Mending mending;

    @Autowired
    RunStore runs;

    @Autowired
    RemarkStore remarks;

    @Autowired
    CorrectionStore corrections;

    @Autowired
    ImportJob job;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient sql;

    private Actor ana;

    @BeforeEach
    void signIn() {
        long admin = sql.sql("select a.account_id from access.account a where a.name = 'admin'")
                .query(Long.class)
                .single();
        ana = actors.actor(admin, "127.0.0.1", "page");
    }

    private Run ended(long id) throws InterruptedException {
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!imports.find(id).state().over()) {
            assertThat(System.nanoTime()).as("the run ends").isLessThan(patience);
            Thread.sleep(50);
        }
        return imports.find(id);
    }

    private Run imported(boolean dryRun) throws IOException, InterruptedException {
        Upload upload = uploads.take("lista.csv", new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)), ana);
        ImportWish wish = new ImportWish(upload.id(), "", "insert", "", "", Map.of(), dryRun);
        return ended(imports.start(wish, ana).id());
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(code));
    }

    private static List<Corrected> phone(long row, String text) {
        return List.of(new Corrected(row, Map.of(1, text)));
    }

    @Test
    void onlyRowsThatPassLeaveTheRefusedOnes() throws IOException, InterruptedException {
        Run run = imported(false);
        assertThat(run.counts().created()).isOne();
        assertThat(imports.findings(run.id(), ana))
                .filteredOn(finding -> finding.kind().equals("refused"))
                .extracting(Finding::field)
                .containsOnly("mobile");

        Run again = ended(mending.mend(
                        run.id(),
                        List.of(new Corrected(2, Map.of(1, "612 345 679")), new Corrected(3, Map.of(1, "600"))),
                        ana)
                .id());

        assertThat(again.mends()).hasValue(run.id());
        assertThat(again.total()).isEqualTo(2);
        assertThat(again.counts().created()).isOne();
        assertThat(again.counts().refused()).isOne();
        assertThat(imports.find(run.id()).mended()).isOne();
        List<ImportRemark> left = imports.remarks(run.id(), "refused", 0, 10, ana);
        assertThat(left).extracting(ImportRemark::row).containsExactly(3L);
        assertThat(left.getFirst().cells()).as("as last tried, still masked").contains("600");
        assertThat(born("612345679"))
                .as("the order of dates is that of the whole file")
                .isEqualTo("1981-05-04");
        assertThat(imports.mendings(run.id(), ana)).extracting(Run::id).containsExactly(again.id());
        refused(ExchangeError.NOT_REFUSED, () -> mending.mend(run.id(), phone(2, "612345670"), ana));
    }

    private long customers(String mobile) {
        return sql.sql("select count(*) from customer.file f where f.mobile like :mobile")
                .param("mobile", "%" + mobile)
                .query(Long.class)
                .single();
    }

    @Test
    void aRowRefusedAgainIsStillMendedWhereItCameFromAndOnce() throws IOException, InterruptedException {
        Run run = imported(false);
        Run again = ended(mending.mend(run.id(), phone(3, "600"), ana).id());
        assertThat(again.counts().refused()).isOne();

        Run third = ended(mending.mend(again.id(), phone(3, "612345683"), ana).id());

        assertThat(third.mends()).hasValue(run.id());
        assertThat(third.counts().created()).isOne();
        assertThat(imports.find(run.id()).mended()).isOne();
        assertThat(imports.remarks(run.id(), "refused", 0, 10, ana))
                .extracting(ImportRemark::row)
                .containsExactly(2L);
        refused(ExchangeError.NOT_REFUSED, () -> mending.mend(run.id(), phone(3, "612345684"), ana));
        refused(ExchangeError.NOT_REFUSED, () -> mending.mend(again.id(), phone(3, "612345684"), ana));
        assertThat(customers("612345683")).isOne();
    }

    @Test
    void ofTwoWhoMendTheSameRowsAtOnceOneIsRefused() throws Exception {
        Run run = imported(false);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Run>> both = new ArrayList<>();
        try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
            for (String end : List.of("85", "86")) {
                List<Corrected> rows = List.of(
                        new Corrected(2, Map.of(1, "6123456" + end)), new Corrected(3, Map.of(1, "6123457" + end)));
                both.add(desks.submit(() -> {
                    start.await();
                    return mending.mend(run.id(), rows, ana);
                }));
            }
        }
        List<Run> begun = new ArrayList<>();
        for (Future<Run> one : both) {
            switch (one.state()) {
                case SUCCESS -> begun.add(ended(one.resultNow().id()));
                default ->
                    assertThat(one.exceptionNow())
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refusal -> assertThat(refusal.error()).isEqualTo(ExchangeError.NOT_REFUSED));
            }
        }
        assertThat(begun)
                .singleElement()
                .satisfies(one -> assertThat(one.counts().created()).isEqualTo(2));
        assertThat(imports.find(run.id()).mended()).isEqualTo(2);
        assertThat(Stream.of("612345685", "612345686", "612345785", "612345786").mapToLong(this::customers))
                .containsExactlyInAnyOrder(0L, 0L, 1L, 1L);
    }

    /** A run that has rows of another in hand and that no job works on. */
    private long holding(Run run, long row) {
        long by = runs.insert(
                Imports.wish(run),
                run.record(),
                run.recognised(),
                run.country(),
                "1",
                "",
                ana.userId(),
                Instant.now(),
                OptionalLong.of(run.id()));
        assertThat(remarks.take(run.id(), List.of(row), by)).isOne();
        return by;
    }

    @Test
    void correctionsAreNotForgottenWhileARunIsToReadThem() throws IOException, InterruptedException {
        Run run = imported(false);
        long waiting = holding(run, 2);
        refused(ExchangeError.RUN_NOT_OVER, () -> mending.forget(run.upload().id(), ana));
        runs.move(waiting, Run.State.CANCELLED, Instant.now(), Optional.empty());
        mending.forget(run.upload().id(), ana);
    }

    @Test
    void aRowWhoseCorrectionIsGoneKeepsItsCells() throws IOException, InterruptedException {
        Run run = imported(false);
        List<String> before = cells(run);
        long by = holding(run, 2);
        job.run(by);
        assertThat(imports.find(by).counts().refused()).isOne();
        assertThat(cells(run)).isEqualTo(before).contains("Eva Soler");
    }

    private List<String> cells(Run run) {
        List<String> cells = new ArrayList<>();
        imports.refused(run.id(), ana).each(remark -> cells.addAll(remark.cells()));
        return cells;
    }

    @Test
    void aRowTakenByAnotherIsNotEnteredASecondTime() throws IOException, InterruptedException {
        Run run = imported(false);
        long by = holding(run, 2);
        corrections.put(
                run.upload().id(),
                2,
                List.of("Eva Soler", "612345687", "12345678Z", "04/05/1981"),
                uploads.key(run.upload().id()));
        sql.sql("update exchange.remark set mended_run = :by where run_id = :run and data_row = 2")
                .param("by", by)
                .param("run", run.id())
                .update();
        job.run(by);
        assertThat(imports.find(by).errorCode()).hasValue("run_broke");
        assertThat(customers("612345687")).isZero();
    }

    @Test
    void moreCorrectionsThanAFileMayHaveAreNotKept() throws IOException, InterruptedException {
        Run run = imported(false);
        sql.sql("""
                        insert into exchange.correction (upload_id, data_row, body)
                        select :upload, 100 + n, '\\x00'
                        from generate_series(1, 10000) n
                        """).param("upload", run.upload().id()).update();
        refused(ExchangeError.TOO_MANY_MENDED, () -> mending.mend(run.id(), phone(2, "612345688"), ana));
        assertThat(imports.mendings(run.id(), ana)).isEmpty();
        assertThat(imports.first(run.id(), ana))
                .as("only the first ones are opened")
                .hasSize(3);
    }

    @Test
    void cardsAreNotMendedCellByCell() throws IOException, InterruptedException {
        String card = "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nTEL:612345689\nEND:VCARD\n";
        Upload upload = uploads.take("c.vcf", new ByteArrayInputStream(card.getBytes(StandardCharsets.UTF_8)), ana);
        ImportWish wish = new ImportWish(upload.id(), "", "insert", "", "", Map.of(), false);
        Run run = ended(imports.start(wish, ana).id());
        refused(ExchangeError.CARDS_NOT_MENDED, () -> mending.mend(run.id(), phone(1, "612345689"), ana));
    }

    @Test
    void whatIsHiddenFromAReaderIsNoFindingForThem() throws IOException, InterruptedException {
        Run run = imported(false);
        FieldRight hidden = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);
        Actor blind = new Actor(
                LUO.userId(),
                LUO.name(),
                LUO.departmentId(),
                LUO.functions(),
                LUO.scope(),
                new FieldRights(Map.of("individual.mobile", hidden)),
                "zh",
                "127.0.0.1",
                "page");
        assertThat(imports.findings(run.id(), LUO)).extracting(Finding::field).contains("mobile");
        assertThat(imports.findings(run.id(), blind)).extracting(Finding::field).doesNotContain("mobile");
        assertThat(imports.remarks(run.id(), "refused", 0, 10, blind))
                .flatExtracting(ImportRemark::problems)
                .isEmpty();
        String code = imports.findings(run.id(), LUO).getFirst().code();
        assertThat(imports.remarks(run.id(), "refused", "mobile", code, 0, 10, blind))
                .isEmpty();
    }

    private String born(String mobile) {
        return sql.sql("select cast(f.birth_date as text) from customer.file f where f.mobile like :mobile")
                .param("mobile", "%" + mobile)
                .query(String.class)
                .single();
    }

    @Test
    void aCheckIsMadeAnewAndTheImportReadsTheCorrections() throws IOException, InterruptedException {
        Run check = imported(true);
        assertThat(imports.first(check.id(), ana)).extracting(FirstRow::kind).endsWith("refused", "refused");
        Run anew = ended(mending.mend(check.id(), phone(2, "612345699"), ana).id());
        assertThat(anew.dryRun()).isTrue();
        assertThat(anew.counts().refused()).isOne();
        assertThat(mending.corrections(check.upload().id(), ana)).isOne();
        assertThat(imports.first(anew.id(), ana).get(1).cells()).contains("612345699", "•••• 678Z");

        Run run = ended(imports.start(Imports.wish(anew), ana).id());
        assertThat(run.dryRun()).isTrue();
        ImportWish enter = new ImportWish(check.upload().id(), "individual", "insert", "", "", Map.of(), false);
        assertThat(ended(imports.start(enter, ana).id()).counts().created()).isEqualTo(2);

        mending.forget(check.upload().id(), ana);
        assertThat(mending.corrections(check.upload().id(), ana)).isZero();
    }

    @Test
    void nobodyElseMendsAndMaskedTextIsNoValue() throws IOException, InterruptedException {
        Run run = imported(false);
        refused(CommonError.NOT_FOUND, () -> mending.mend(run.id(), phone(2, "612345671"), LUO));
        refused(
                ExchangeError.MASKED_CELL,
                () -> mending.mend(run.id(), List.of(new Corrected(2, Map.of(2, "•••• 678Z"))), ana));
        refused(ExchangeError.NOTHING_MENDED, () -> mending.mend(run.id(), List.of(), ana));
        refused(ExchangeError.NOT_REFUSED, () -> mending.mend(run.id(), phone(1, "612345671"), ana));
        refused(CommonError.BAD_REQUEST, () -> mending.mend(run.id(), List.of(new Corrected(2, Map.of(99, "x"))), ana));
        assertThat(imports.remarks(run.id(), "refused", 0, 10, ana)).hasSize(2);
    }

    @Test
    void rowsAreFoundByTheirFinding() throws IOException, InterruptedException {
        Run run = imported(true);
        Finding finding = imports.findings(run.id(), ana).stream()
                .filter(one -> one.field().equals("mobile") && one.kind().equals("refused"))
                .findFirst()
                .orElseThrow();
        assertThat(imports.remarks(run.id(), "refused", "mobile", finding.code(), 0, 10, ana))
                .extracting(ImportRemark::row)
                .contains(2L);
        assertThat(imports.remarks(run.id(), "refused", "email", finding.code(), 0, 10, ana))
                .isEmpty();
    }

    @Test
    void correctionsGoWithTheirFile() throws IOException, InterruptedException {
        Run check = imported(true);
        long id = check.upload().id();
        ended(mending.mend(check.id(), phone(2, "612345672"), ana).id());
        sql.sql("update exchange.upload set expires_at = now() - interval '1 second' where upload_id = :id")
                .param("id", id)
                .update();
        uploads.tidy(java.time.Instant.now());
        assertThat(sql.sql("select count(*) from exchange.correction c where c.upload_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
