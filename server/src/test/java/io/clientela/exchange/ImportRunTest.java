package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Actors;
import io.clientela.exchange.Uploads.Upload;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import io.clientela.platform.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ImportRunTest {

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

    private static final String LIST = """
            姓名,手机,证件号码
            章一,13800138001,110101198507152171
            章二,13800138002,110101198507152171
            章三,123,
            """;

    @Autowired
    Uploads uploads;

    @Autowired
    Imports imports;

    @Autowired
    RunStore runs;

    @Autowired
    ImportJob job;

    @Autowired
    PausedRuns pausedRuns;

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

    private Run run(ImportWish wish) throws InterruptedException {
        long id = imports.start(wish, ana).id();
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!imports.find(id).state().over()) {
            assertThat(System.nanoTime()).as("the run ends").isLessThan(patience);
            Thread.sleep(50);
        }
        return imports.find(id);
    }

    private long count(String statement, long id) {
        return sql.sql(statement).param("id", id).query(Long.class).single();
    }

    private Upload upload(String text) throws IOException {
        return uploads.take("list.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ana);
    }

    private static ImportWish wish(Upload upload, boolean dryRun) {
        return new ImportWish(upload.id(), "", "insert", "", "", Map.of(), dryRun);
    }

    @Test
    void anUploadBelongsToWhoHandedItOver() throws IOException {
        ImportWish wish = wish(upload(LIST), false);
        assertThatThrownBy(() -> imports.recognise(wish, LUO))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
        assertThatThrownBy(() -> imports.start(wish, LUO)).isInstanceOf(Refusal.class);
    }

    @Test
    void samplesAndRefusedCellsAreMaskedLikeTheirFields() throws IOException, InterruptedException {
        Recognised found = imports.recognise(wish(upload(LIST), false), ana);
        assertThat(found.columns().get(1).samples()).contains("13800138001");
        assertThat(found.columns().get(2).samples()).containsOnly("•••• 2171");
        String refused = "姓名,手机,证件号码\n王五,12,110101199003070134\n赵六,13800138006,\n孙七,13800138007,\n";
        Run run = run(wish(upload(refused), false));
        List<ImportRemark> remarks = imports.remarks(run.id(), "refused", 0, 10, ana);
        assertThat(remarks.getFirst().cells()).containsExactly("王五", "12", "•••• 0134");
    }

    @Test
    void aRehearsalKnowsADoubledKeyManyRowsLater() throws IOException, InterruptedException {
        StringBuilder list = new StringBuilder("姓名,手机,证件号码\n王五,13800138006,110101198507152171\n");
        for (int i = 2; i < 1_200; i++) {
            list.append("赵").append(i % 2 == 0 ? "六" : "七").append(",139%08d,%n".formatted(i));
        }
        list.append("王伍,13800138007,110101198507152171\n");

        Run run = run(wish(upload(list.toString()), true));

        assertThat(run.counts().created()).isEqualTo(1_200);
        assertThat(imports.remarks(run.id(), "warning", 1_199, 10, ana))
                .flatExtracting(ImportRemark::problems)
                .filteredOn(problem -> problem.code().equals("duplicate_in_file"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.details()).containsEntry("row", "1"));
    }

    @Test
    void aRehearsalWarnsOfTwoRowsOfOnePersonWithoutACommonNumber() throws IOException, InterruptedException {
        StringBuilder list = new StringBuilder("姓名,手机,出生日期\n夏侯静怡,13800138311,1966-03-12\n");
        for (int i = 2; i < 1_100; i++) {
            list.append("孙")
                    .append(i % 2 == 0 ? "八" : "九")
                    .append(",137%08d,19%02d-01-%02d%n".formatted(i, i % 90, 1 + i % 28));
        }
        list.append("夏侯靜怡,13900139311,1966-03-12\n");

        Run run = run(wish(upload(list.toString()), true));

        assertThat(imports.remarks(run.id(), "warning", 1_099, 10, ana))
                .flatExtracting(ImportRemark::problems)
                .filteredOn(problem -> problem.code().equals("likely_in_file"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.details()).containsEntry("row", "1"));
    }

    @Test
    void aRehearsalWarnsOfDoubledKeysAndWritesNothing() throws IOException, InterruptedException {
        Run run = run(wish(upload(LIST), true));
        assertThat(run.counts().created()).isEqualTo(2);
        assertThat(run.counts().refused()).isEqualTo(1);
        assertThat(imports.remarks(run.id(), "warning", 0, 10, ana))
                .flatExtracting(ImportRemark::problems)
                .extracting(FieldProblem::code)
                .containsOnlyOnce("duplicate_in_file");
        assertThat(count("select count(*) from customer.entry e where e.run_id = :id", run.id()))
                .isZero();
    }

    @Test
    void ownersWhoAreNoUsersAreCountedRowByRowAndSaidOnce() throws IOException, InterruptedException {
        StringBuilder list = new StringBuilder("姓名,手机,归属人\n");
        for (int i = 0; i < 1_300; i++) {
            list.append("孙")
                    .append(i % 2 == 0 ? "八" : "九")
                    .append(",137%08d,".formatted(i))
                    .append(i % 4 == 0 ? "离职甲" : "离职乙")
                    .append('\n');
        }

        Run run = run(wish(upload(list.toString()), false));

        assertThat(imports.strangers(run.id(), ana))
                .containsExactly(new Stranger("离职乙", 975), new Stranger("离职甲", 325));
        assertThat(imports.findings(run.id(), ana))
                .contains(new Finding("warning", "owner", "unknown_owner", 1_300, List.of("离职乙", "离职甲")));
        assertThat(imports.remarks(run.id(), "warning", "owner", "unknown_owner", 0, 10, ana))
                .hasSize(2);
        assertThat(imports.findings(run.id(), LUO))
                .contains(new Finding("warning", "owner", "unknown_owner", 2, List.of()));
        assertThat(imports.strangers(run.id(), LUO)).isEmpty();
    }

    @Test
    void anUploadThatBrokeOffIsRefused() {
        InputStream broken = new InputStream() {
            private int left = 5_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the line went dead");
                }
                return 'a';
            }
        };
        assertThatThrownBy(() -> uploads.take("cut.csv", broken, ana)).isInstanceOf(IOException.class);
        List<Long> unfinished = sql.sql("select u.upload_id from exchange.upload u where not u.complete")
                .query(Long.class)
                .list();
        assertThat(unfinished)
                .isNotEmpty()
                .allSatisfy(id -> assertThatThrownBy(
                                () -> imports.start(new ImportWish(id, "", "insert", "", "", Map.of(), false), ana))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.error()).isEqualTo(ExchangeError.UPLOAD_INCOMPLETE)));
    }

    /** Only this one, so that other tests keep theirs. */
    private void expire(Upload upload) {
        sql.sql("update exchange.upload set expires_at = now() - interval '1 second' where upload_id = :id")
                .param("id", upload.id())
                .update();
    }

    @Test
    void anUploadThatCannotBeDestroyedKeepsNoOther() throws IOException {
        Upload stuck = upload(LIST);
        Upload next = upload(LIST);
        expire(stuck);
        expire(next);
        sql.sql("""
                create function exchange.stick() returns trigger language plpgsql as
                $$ begin raise exception 'stuck'; end $$
                """).update();
        sql.sql("create trigger stick before delete on exchange.upload_chunk for each row when (old.upload_id = "
                        + stuck.id() + ") execute function exchange.stick()")
                .update();
        try {
            assertThat(uploads.tidy(Instant.now())).isOne();
        } finally {
            sql.sql("drop function exchange.stick() cascade").update();
        }
        String chunks = "select count(*) from exchange.upload_chunk c where c.upload_id = :id";
        assertThat(count(chunks, stuck.id())).isOne();
        assertThat(count(chunks, next.id())).isZero();
        assertThat(uploads.tidy(Instant.now())).isOne();
    }

    /** A run that no job works on. */
    private long idle(Upload upload) {
        return runs.insert(
                wish(upload, false),
                "individual",
                "{}",
                "CN",
                "1",
                "",
                ana.userId(),
                Instant.now(),
                OptionalLong.empty());
    }

    @Test
    void aRunPausedForLongIsCancelledAndOneWantedAgainIsNot() throws IOException {
        Instant now = Instant.now();
        List<Long> paused = List.of(idle(upload(LIST)), idle(upload(LIST)), idle(upload(LIST)));
        for (long id : paused) {
            runs.wish(id, Run.Wanted.PAUSE);
            runs.pause(id, now.minus(Duration.ofDays(31)));
        }
        runs.pause(paused.get(1), now.minus(Duration.ofDays(29)));
        runs.wish(paused.get(2), Run.Wanted.RUN);

        assertThat(pausedRuns.tidy(now)).isOne();

        assertThat(paused.stream().map(id -> imports.find(id).state()))
                .containsExactly(Run.State.CANCELLED, Run.State.PAUSED, Run.State.WAITING);
    }

    /** A page that sees it paused asks no more, and would never learn that it goes on. */
    @Test
    void aRunThatIsWantedAgainIsNeverSeenPaused() throws IOException {
        long paused = idle(upload(LIST));
        runs.wish(paused, Run.Wanted.PAUSE);
        runs.pause(paused, Instant.now());
        assertThat(imports.find(paused).state()).isEqualTo(Run.State.PAUSED);
        runs.wish(paused, Run.Wanted.RUN);
        assertThat(imports.find(paused).state()).isEqualTo(Run.State.WAITING);

        long pausing = idle(upload(LIST));
        runs.wish(pausing, Run.Wanted.PAUSE);
        runs.wish(pausing, Run.Wanted.CANCEL);
        runs.pause(pausing, Instant.now());
        assertThat(imports.find(pausing).state()).isEqualTo(Run.State.WAITING);
    }

    @Test
    void aRunThatIsToBeCancelledIsNotTakenUpAgain() throws IOException {
        long id = idle(upload(LIST));
        runs.wish(id, Run.Wanted.CANCEL);
        assertThatThrownBy(() -> imports.resume(id, ana))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(ExchangeError.RUN_OVER));
        job.run(id);
        assertThat(imports.find(id).state()).isEqualTo(Run.State.CANCELLED);
    }

    @Test
    void aRunToldToStopIsNotFailed() throws IOException {
        long id = idle(upload("姓名,手机\n陆一,13800138011\n"));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> job.run(id)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(imports.find(id).state().over()).isFalse();

        job.run(id);

        assertThat(imports.find(id).state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void rowsOfLongCellsGoThroughInSeveralBatches() throws IOException, InterruptedException {
        StringBuilder list = new StringBuilder("Id,Name,Padding\n");
        for (int row = 1; row <= 120; row++) {
            list.append("LONG-").append(row).append(",Long Person ").append(row).append(",");
            list.append("x".repeat(90_000)).append("\n");
        }
        Run run = run(wish(upload(list.toString()), false));
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.counts().created()).isEqualTo(120);
    }

    @Test
    void anExpiredUploadIsDestroyedWithItsKey() throws IOException {
        Upload upload = upload(LIST);
        expire(upload);
        uploads.tidy(Instant.now());
        assertThatThrownBy(() -> imports.recognise(wish(upload, false), ana))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(ExchangeError.UPLOAD_GONE));
        assertThat(count("select count(*) from exchange.upload_chunk c where c.upload_id = :id", upload.id()))
                .isZero();
    }
}
