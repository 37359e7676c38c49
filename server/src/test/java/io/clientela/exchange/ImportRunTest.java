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
        while (!imports.find(id).state().over()) {
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
    void aRehearsalWarnsOfDoubledKeysAndWritesNothing() throws IOException, InterruptedException {
        Run run = run(wish(upload(LIST), true));
        assertThat(run.counts().created()).isEqualTo(2);
        assertThat(run.counts().refused()).isEqualTo(1);
        assertThat(imports.remarks(run.id(), "warning", 0, 10, ana))
                .flatExtracting(ImportRemark::problems)
                .extracting(FieldProblem::code)
                .containsOnlyOnce("duplicate_key");
        assertThat(count("select count(*) from customer.entry e where e.run_id = :id", run.id()))
                .isZero();
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

    @Test
    void anExpiredUploadIsDestroyedWithItsKey() throws IOException {
        Upload upload = upload(LIST);
        uploads.tidy(Instant.now().plus(Duration.ofDays(31)));
        assertThatThrownBy(() -> imports.recognise(wish(upload, false), ana))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(ExchangeError.UPLOAD_GONE));
        assertThat(count("select count(*) from exchange.upload_chunk c where c.upload_id = :id", upload.id()))
                .isZero();
    }
}
