package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Actors;
import io.clientela.exchange.ImportWish.Choice;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.platform.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TemplatesTest {

    private static final Actor EVA = new Actor(
            1_703,
            "eva",
            OptionalLong.of(1),
            Set.of(Functions.CUSTOMERS_IMPORT),
            new Scope.Own(1_703),
            new FieldRights(Map.of()),
            "es",
            "127.0.0.1",
            "page");

    @Autowired
    Uploads uploads;

    @Autowired
    Imports imports;

    @Autowired
    Templates templates;

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
        sql.sql("delete from exchange.template").update();
    }

    private ImportWish wish(String text, String mode, String key, Map<Integer, String> mapping, Choice choice, Actor by)
            throws IOException {
        long upload = uploads.take("l.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), by)
                .id();
        return new ImportWish(upload, "", mode, key, "", "", mapping, choice, true);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(code));
    }

    private static List<String> fields(Recognised found) {
        return found.columns().stream()
                .map(column -> column.field() == null ? "" : column.field())
                .toList();
    }

    @Test
    void aFileWithTheSameHeadingsIsReadWithTheKeptMapping() throws IOException {
        String list = "Nr,Name,Blurb\n7,Eva Soler,likes boats\n";
        Template kept = imports.keep(
                " Members ",
                wish(list, "upsert", "external_id", Map.of(0, "external_id", 2, "remarks"), new Choice.None(), ana),
                ana);
        assertThat(kept.name()).isEqualTo("Members");

        String moved = "blurb, NAME ,Nr\nx,Luis Vidal,8\n";
        Recognised found = imports.recognise(wish(moved, "", "", Map.of(), new Choice.Fitting(), EVA), EVA);
        assertThat(fields(found)).containsExactly("remarks", "name", "external_id");
        assertThat(found.template())
                .extracting("name", "mode", "key")
                .containsExactly("Members", "upsert", "external_id");

        Recognised plain = imports.recognise(wish(moved, "", "", Map.of(), new Choice.None(), EVA), EVA);
        assertThat(plain.template()).isNull();
        assertThat(fields(plain)).doesNotContain("remarks");

        Run run = imports.start(wish(moved, "", "", Map.of(), new Choice.Named("members"), EVA), EVA);
        assertThat(run.mode()).isEqualTo("upsert");
        assertThat(run.template()).isEqualTo("Members");
        Run own = imports.start(wish(moved, "insert", "", Map.of(0, ""), new Choice.One(kept.id()), EVA), EVA);
        assertThat(own.mode()).isEqualTo("insert");
        assertThat(own.mapping()).containsEntry(0, "").containsEntry(2, "external_id");
        refused(
                ExchangeError.UNKNOWN_TEMPLATE,
                () -> imports.start(wish(moved, "", "", Map.of(), new Choice.Named("nobody"), EVA), EVA));
    }

    @Test
    void aNameIsTakenOnceAndOthersTemplatesAreNotTouched() throws IOException {
        String list = "Id,Name\n7,Eva\n";
        Template one = imports.keep("One", wish(list, "", "", Map.of(), new Choice.None(), ana), ana);
        refused(
                ExchangeError.TEMPLATE_NAME_TAKEN,
                () -> imports.keep("ＯＮＥ", wish(list, "", "", Map.of(), new Choice.None(), EVA), EVA));
        refused(
                ExchangeError.TEMPLATE_NAME,
                () -> imports.keep(" ", wish(list, "", "", Map.of(), new Choice.None(), EVA), EVA));
        refused(ExchangeError.TEMPLATE_OF_ANOTHER, () -> templates.rename(one.id(), "Mine", EVA));
        refused(ExchangeError.TEMPLATE_OF_ANOTHER, () -> templates.drop(one.id(), EVA));
        Template hers = imports.keep("Two", wish(list, "", "", Map.of(), new Choice.None(), EVA), EVA);
        refused(ExchangeError.TEMPLATE_NAME_TAKEN, () -> templates.rename(hers.id(), "one", EVA));
        assertThat(templates.rename(hers.id(), "TWO", EVA).name()).isEqualTo("TWO");
        templates.drop(hers.id(), ana);
        assertThat(templates.all()).extracting(Template::name).containsExactly("One");
        refused(CommonError.NOT_FOUND, () -> templates.rename(hers.id(), "Three", ana));
    }

    @Test
    void ofTwoWhoGiveOneNameAtOnceOneIsRefused() throws Exception {
        String list = "Id,Name\n7,Eva\n";
        List<Template> two = List.of(
                imports.keep("A", wish(list, "", "", Map.of(), new Choice.None(), ana), ana),
                imports.keep("B", wish(list, "", "", Map.of(), new Choice.None(), ana), ana));
        for (int i = 0; i < 20; i++) {
            String name = "Same " + i;
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<Template>> both;
            try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
                both = two.stream()
                        .map(one -> desks.submit(() -> {
                            start.await();
                            return templates.rename(one.id(), name, ana);
                        }))
                        .toList();
            }
            assertThat(both)
                    .filteredOn(one -> one.state() == Future.State.FAILED)
                    .singleElement()
                    .extracting(Future::exceptionNow)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(ExchangeError.TEMPLATE_NAME_TAKEN));
        }
    }

    @Test
    void aRunThatDoesNotBeginUsesNoTemplate() throws IOException {
        String list = "Id,Name\n7,Eva\n";
        Template kept = imports.keep("Kept", wish(list, "", "", Map.of(), new Choice.None(), ana), ana);
        Choice choice = new Choice.One(kept.id());
        refused(ExchangeError.UNKNOWN_MODE, () -> imports.start(wish(list, "bogus", "", Map.of(), choice, ana), ana));
        assertThat(templates.all()).extracting(Template::usedAt).containsExactly(Optional.empty());
        imports.start(wish(list, "", "", Map.of(), choice, ana), ana);
        assertThat(templates.all().getFirst().usedAt()).isPresent();
    }
}
