package io.clientela.correction;

import static io.clientela.correction.BulkDesk.add;
import static io.clientela.correction.BulkDesk.clear;
import static io.clientela.correction.BulkDesk.remove;
import static io.clientela.correction.BulkDesk.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Accounts;
import io.clientela.access.Actors;
import io.clientela.access.Departments;
import io.clientela.access.People;
import io.clientela.correction.BulkChange.Counts;
import io.clientela.correction.BulkChange.State;
import io.clientela.correction.Trouble.Kind;
import io.clientela.correction.Trouble.Stage;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.ListQuery;
import io.clientela.customer.Selections.Preview;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.platform.ServerTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many customers are changed at once: looked at first, done, taken back. */
@ServerTest
class BulkChangesTest {

    @Autowired
    BulkChanges bulks;

    @Autowired
    BulkStore store;

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

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

    @BeforeEach
    void open() {
        desk = new BulkDesk(bulks, gate, customers, accounts, departments, actors, people);
        head = desk.person("information_manager");
    }

    @Test
    void whatIsForeseenHappensAndNothingBefore() {
        List<CustomerNumber> files = List.of(
                desk.customer(head, "name", "批量一", "city", "杭州"),
                desk.customer(head, "name", "批量二", "city", "北京", "tags", "老客户"),
                desk.customer(head, "name", "批量三"));

        BulkChange bulk = desk.checked(files, head, set("city", "杭州"), add("tags", "展会"));

        assertThat(bulk.state()).isEqualTo(State.READY);
        assertThat(bulk.foreseen()).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(desk.value(files.get(1), "city", head)).isEqualTo("北京");
        Preview second = bulks.preview(bulk.id(), head).get(1);
        assertThat(second.name()).isEqualTo("批量二");
        assertThat(second.changes())
                .extracting(change -> change.field() + ":"
                        + Optional.ofNullable(change.old()).map(c -> c.text()).orElse("") + ">"
                        + Optional.ofNullable(change.now()).map(c -> c.text()).orElse(""))
                .contains("city:北京>杭州");

        BulkChange done = desk.done(bulk, head);

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.counts()).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(files)
                .allSatisfy(file -> assertThat(desk.value(file, "city", head)).isEqualTo("杭州"));
        assertThat(desk.value(files.get(1), "tags", head)).isEqualTo("展会,老客户");

        BulkChange again = desk.done(desk.checked(files, head, set("city", "杭州"), remove("tags", "展会")), head);
        assertThat(again.counts()).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(desk.value(files.get(1), "tags", head)).isEqualTo("老客户");
        assertThat(desk.checked(files, head, set("city", "杭州")).foreseen()).isEqualTo(new Counts(0, 3, 0, 0));
    }

    @Test
    void aCancelThatComesAsTheCheckEndsDoesNotLieInWaitForTheStart() {
        CustomerNumber file = desk.customer(head, "name", "批量等待", "city", "厦门");
        BulkChange ready = desk.checked(List.of(file), head, set("city", "福州"));

        // Whoever cancelled had still seen the check.
        assertThat(store.cancel(ready.id())).isFalse();
        sql.sql("update correction.bulk_change set wanted = 'cancel' where bulk_id = :id")
                .param("id", ready.id())
                .update();

        assertThat(desk.done(ready, head).state()).isEqualTo(State.DONE);
        assertThat(desk.value(file, "city", head)).isEqualTo("福州");
    }

    @Test
    void whatWasAskedForIsForgottenNinetyDaysAfterTheEnd() {
        CustomerNumber file = desk.customer(head, "name", "批量旧事", "city", "厦门");
        BulkChange done = desk.done(desk.checked(List.of(file), head, set("city", "福州")), head);
        BulkChange ready = desk.checked(List.of(file), head, set("city", "泉州"));
        store.tidy(done.finishedAt().orElseThrow().plus(BulkStore.KEPT).minusSeconds(1));
        assertThat(bulks.find(done.id(), head).canBeUndone()).isTrue();

        sql.sql("update correction.bulk_change set finished_at = finished_at - interval '91 days',"
                        + " created_at = created_at - interval '91 days' where bulk_id in (:done, :ready)")
                .param("done", done.id())
                .param("ready", ready.id())
                .update();
        assertThat(store.tidy(Instant.now())).isEqualTo(2);

        BulkChange forgotten = bulks.find(done.id(), head);
        assertThat(forgotten.wish()).isEqualTo(BulkWish.FORGOTTEN);
        assertThat(forgotten.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(forgotten.canBeUndone()).isFalse();
        assertThat(bulks.find(ready.id(), head).state()).isEqualTo(State.CANCELLED);
        assertThat(sql.sql("select count(*) from correction.bulk_subject where bulk_id in (:done, :ready)")
                        .param("done", done.id())
                        .param("ready", ready.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takingBackKeepsWhatWasSaidSinceAndNamesIt() {
        List<CustomerNumber> files = List.of(
                desk.customer(head, "name", "批量四", "city", "厦门"),
                desk.customer(head, "name", "批量五", "city", "厦门"),
                desk.customer(head, "name", "批量六", "city", "厦门"));
        BulkChange done = desk.done(desk.checked(files, head, set("city", "福州"), set("occupation", "教师")), head);
        desk.edit(files.get(1), head, "city", "泉州");
        desk.edit(files.get(2), head, "city", "漳州", "occupation", "医生");

        BulkChange undone = desk.undone(done, head);

        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(undone.undo().orElseThrow().reverted()).isEqualTo(2);
        assertThat(undone.undo().orElseThrow().kept()).isEqualTo(2);
        assertThat(desk.value(files.get(0), "city", head)).isEqualTo("厦门");
        assertThat(desk.value(files.get(0), "occupation", head)).isEmpty();
        assertThat(desk.value(files.get(1), "city", head)).isEqualTo("泉州");
        assertThat(desk.value(files.get(1), "occupation", head)).isEmpty();
        assertThat(desk.value(files.get(2), "occupation", head)).isEqualTo("医生");
        List<Trouble> kept = bulks.troubles(done.id(), Stage.UNDO, 0, 10, head);
        assertThat(kept).extracting(Trouble::code).containsOnly("kept_later");
        assertThat(kept)
                .extracting(Trouble::number)
                .containsExactly(files.get(1).text(), files.get(2).text());
        assertThat(kept).extracting(Trouble::record).containsOnly("individual");
        assertThat(kept.getFirst().fields()).containsExactly("city");
        assertThat(kept.getLast().fields()).containsExactly("city", "occupation");
        assertThatThrownBy(() -> bulks.undo(done.id(), "again", head))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(CorrectionError.BULK_NOTHING_TO_UNDO));
    }

    @Test
    void whoGivesFilesAwayCanTakeThatBackUnlessTheyWereGivenOn() {
        Actor giver = desk.person("sales");
        Actor heir = desk.person("sales");
        Actor other = desk.person("sales");
        List<CustomerNumber> files = List.of(desk.customer(giver, "name", "批量七"), desk.customer(giver, "name", "批量八"));

        BulkChange done = desk.done(desk.checked(files, giver, set("owner", Long.toString(heir.userId()))), giver);

        assertThat(done.counts().changed()).isEqualTo(2);
        assertThatThrownBy(() -> customers.file(files.getFirst(), giver)).isInstanceOf(Refusal.class);
        desk.edit(files.getLast(), heir, "owner", Long.toString(other.userId()));

        BulkChange undone = desk.undone(done, giver);

        assertThat(undone.undo().orElseThrow().reverted()).isEqualTo(1);
        assertThat(customers.file(files.getFirst(), giver).number())
                .isEqualTo(files.getFirst().text());
        assertThatThrownBy(() -> customers.file(files.getLast(), giver)).isInstanceOf(Refusal.class);
        assertThat(customers.file(files.getLast(), other).number())
                .isEqualTo(files.getLast().text());
    }

    @Test
    void nobodyElseTakesBackWhatTheyDontSee() {
        Actor giver = desk.person("sales");
        Actor heir = desk.person("sales");
        CustomerNumber file = desk.customer(giver, "name", "批量九");
        BulkChange done =
                desk.done(desk.checked(List.of(file), giver, set("owner", Long.toString(heir.userId()))), giver);

        assertThatThrownBy(() -> bulks.undo(done.id(), "not mine", desk.person("sales")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
        assertThat(customers.file(file, heir).number()).isEqualTo(file.text());
    }

    @Test
    void aListIsFixedWhenItIsCheckedAndOnlyWhatOneSees() {
        Actor seller = desk.person("sales");
        CustomerNumber mine = desk.customer(seller, "name", "批量十", "city", "拉萨城");
        desk.customer(head, "name", "批量十一", "city", "拉萨城");
        ListQuery query = new ListQuery("", "", Map.of("city", "拉萨城"), "created", "", 50);

        BulkChange bulk = desk.checked(query, seller, set("occupation", "牧民"));
        desk.customer(seller, "name", "批量十二", "city", "拉萨城");
        BulkChange done = desk.done(bulk, seller);

        assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(desk.value(mine, "occupation", seller)).isEqualTo("牧民");
    }

    @Test
    void whatOneMayNotIsRefusedAndNamed() {
        Actor seller = desk.person("sales");
        CustomerNumber mine = desk.customer(seller, "name", "批量十三");
        CustomerNumber foreign = desk.customer(head, "name", "批量十四");
        CustomerNumber given = desk.customer(seller, "name", "批量十五");

        BulkChange bulk = desk.checked(List.of(mine, foreign, given), seller, set("occupation", "司机"));
        assertThat(bulk.total()).isEqualTo(2);
        assertThat(bulk.missing()).isEqualTo(1);
        desk.edit(given, head, "owner", Long.toString(head.userId()));
        BulkChange done = desk.done(bulk, seller);

        assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(bulks.kinds(done.id(), Stage.RUN, seller))
                .containsExactly(new Kind("not_found", List.of(), 1, Map.of()));
    }

    @Test
    void fieldsThatTellCustomersApartAndMaskedOnesAreLeftOut() {
        List<CustomerNumber> files = List.of(desk.customer(head, "name", "批量十六"));
        Actor service = desk.person("sales");
        for (FieldChange change : List.of(
                set("name", "同名"),
                set("document_number", "110101199003074514"),
                set("external_id", "x"),
                set("contacts", "x"),
                set("nothing", "x"),
                clear("owner"),
                add("city", "杭州"),
                set("city", "a", "b"),
                set("city"))) {
            assertThatThrownBy(() -> desk.checked(files, service, change))
                    .as(change.toString())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(CorrectionError.BULK_FIELD));
        }
        for (FieldChange change :
                List.of(set("owner", "nobody at all"), set("birth_date", "yesterday"), set("level", "?"))) {
            assertThatThrownBy(() -> desk.checked(files, head, change))
                    .as(change.toString())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(CommonError.INVALID_VALUES));
        }
    }

    @Test
    void whatWasLeftHalfDoneGoesOnBehindTheLastFile() {
        List<CustomerNumber> files = new ArrayList<>();
        for (int i = 0; i < BulkStage.PORTION + 20; i++) {
            files.add(desk.customer(head, "name", "批量众" + i));
        }
        BulkChange bulk = desk.checked(files, head, set("city", "兰州"));
        // As a crash behind the first portion leaves it: its progress is in, the job comes again.
        sql.sql("""
                        update correction.bulk_change
                        set after_position = :after, changed = :after
                        where bulk_id = :id
                        """).param("after", BulkStage.PORTION).param("id", bulk.id()).update();
        store.move(bulk.id(), State.READY, State.RUNNING, false, java.time.Instant.EPOCH, Optional.empty());
        new BulkRun(tools, subjects, gate).run(bulk.id());

        assertThat(bulks.find(bulk.id(), head).counts().changed()).isEqualTo(files.size());
        assertThat(desk.value(files.getFirst(), "city", head)).isEmpty();
        assertThat(desk.value(files.getLast(), "city", head)).isEqualTo("兰州");
    }

    @Autowired
    BulkStage.Tools tools;

    @Autowired
    SubjectStore subjects;

    @Test
    void valuesStandNowhereButInTheJournal() {
        CustomerNumber file = desk.customer(head, "name", "批量密", "city", "从前镇");
        desk.done(desk.checked(List.of(file), head, set("city", "以后镇")), head);
        for (String table : List.of(
                "correction.bulk_change",
                "correction.bulk_subject",
                "correction.bulk_trouble",
                "audit.event",
                "schedule.job")) {
            assertThat(sql.sql("select count(*) from " + table
                                    + " t where t::text like '%从前镇%' or t::text like '%以后镇%'")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(sql.sql("""
                        select count(*)
                        from customer.entry e
                        join correction.bulk_change b on b.bulk_id = e.run_id
                        join exchange.run r on r.run_id = e.run_id
                        """).query(Long.class).single()).isZero();
    }
}
