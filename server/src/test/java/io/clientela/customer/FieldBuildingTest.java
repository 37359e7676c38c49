package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.ServerTest;
import io.clientela.schedule.Job;
import io.clientela.schedule.Jobs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is built for the house's own fields is what lists ask for. */
@ServerTest
class FieldBuildingTest {

    @Autowired
    WriteGate gate;

    @Autowired
    Filters filters;

    @Autowired
    FieldBuildStore builds;

    @Autowired
    FieldBuilding building;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    DSLContext dsl;

    @Autowired
    TransactionTemplate transaction;

    private Field declared(String key, FieldType type, Map<String, Object> more) {
        new OwnFields(sql, catalogue).declare("individual", key, type, more);
        return catalogue.catalogue().field("individual", key);
    }

    private void enter(Map<String, List<String>> values) {
        Submission submission =
                new Submission(new Target.NewFile(), "individual", values, Map.of(), Circumstances.of("page"));
        assertThat(gate.submit(List.of(submission), Cast.CHEN).getFirst()).isInstanceOf(Accepted.class);
    }

    /** Rows enough that reading all of them costs more than asking an index. */
    private void enterMany(String key, String value) {
        List<Submission> many = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            many.add(Cast.newIndividual("name", "索引" + n));
        }
        gate.submit(many, Cast.CHEN);
        enter(Map.of("name", List.of("索引甲"), key, List.of(value)));
        sql.sql("analyze customer.file").update();
    }

    private String plan(Map<String, String> wanted) {
        ListQuery query = new ListQuery("individual", "", wanted, "created", "", 50);
        return transaction.execute(status -> {
            sql.sql("set local enable_seqscan = off").update();
            Select<?> select = dsl.select(DSL.field("f.file_id"))
                    .from("customer.file f")
                    .where("f.listed")
                    .and(filters.of(query, Cast.CHEN));
            return dsl.explain(select).plan();
        });
    }

    private String indexesOf(Field field) {
        return String.join(
                " ",
                sql.sql("""
                        select c.relname
                        from pg_catalog.pg_class c
                        where c.relname ~ :name
                        order by c.relname
                        """)
                        .param("name", "^file_own_" + field.id() + "(_|$)")
                        .query(String.class)
                        .list());
    }

    private Job ended(long id) {
        return jobs.of("field_build", id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text    | TEXT    |                  | Lugo       | Lugo",
                "choice  | CHOICE  | customer_level   | vip        | vip",
                "choices | CHOICES | enterprise_roles | buyer      | buyer",
                "yes_no  | YES_NO  |                  | yes        | yes",
                "region  | REGION  | region           | CN-430104  | 湖南",
                "number  | NUMBER  |                  | 9.5        | 9.5",
                "number2 | NUMBER  |                  | 9.5        | 9..10",
                "date    | DATE    |                  | 2024-02-29 | 2024-02-29",
                "date2   | DATE    |                  | 2024-02-29 | 2024-02-01..2024-02-29"
            })
    void theIndexOfAFieldServesTheFilterByIt(String name, FieldType type, String list, String value, String wanted) {
        String key = "built_" + name;
        Field field = declared(key, type, list == null ? Map.of() : Map.of("list", list));
        enterMany(key, value);
        builds.build(field);
        assertThat(plan(Map.of(key, wanted))).contains("file_own_" + field.id());
    }

    @Test
    void aFieldThatBecomesAnotherTypeHasTheIndexOfThatTypeOnly() {
        Field one = declared("turned", FieldType.CHOICE, Map.of("list", "enterprise_roles"));
        builds.build(one);
        assertThat(indexesOf(one)).isEqualTo("file_own_" + one.id());
        sql.sql("update fields.field set type = 'CHOICES' where key = 'turned'").update();
        sql.sql("update fields.catalogue set version = version + 1").update();
        OwnFields.renew(catalogue);
        Field many = catalogue.catalogue().field("individual", "turned");
        builds.build(many);
        assertThat(indexesOf(many)).isEqualTo("file_own_" + many.id() + "_many");
        enterMany("turned", "buyer");
        assertThat(plan(Map.of("turned", "buyer"))).contains("file_own_" + many.id() + "_many");
        builds.drop(many);
        assertThat(indexesOf(many)).isEmpty();
    }

    @Test
    void aNodeThatIsBehindTheCatalogueWaitsForIt() {
        Field field = declared("waited_for", FieldType.TEXT, Map.of("sortable", true));
        long id = builds.insert(field, false, catalogue.version() + 1, clock.instant());
        assertThatThrownBy(() -> building.run(id)).isInstanceOf(IllegalStateException.class);
        assertThat(indexesOf(field)).isEmpty();
        sql.sql("update fields.catalogue set version = version + 1").update();
        OwnFields.renew(catalogue);
        building.run(id);
        assertThat(indexesOf(field)).isEqualTo("file_own_" + field.id());
    }

    @Test
    void valuesNoIndexCanHoldFailForGoodAndLeaveNothingBehind() throws InterruptedException {
        Field field = declared("too_long", FieldType.LONG_TEXT, Map.of("sortable", true));
        // Beyond what a page of an index holds, also when it is compressed.
        StringBuilder text = new StringBuilder();
        java.util.Random random = new java.util.Random(7);
        for (int n = 0; n < 9_000; n++) {
            text.append((char) (0x4E00 + random.nextInt(20_000)));
        }
        enter(Map.of("name", List.of("长甲")));
        sql.sql("""
                update customer.file
                set custom = custom || jsonb_build_object(cast(:id as text), cast(:text as text))
                where file_id = (select max(file_id) from customer.file)
                """)
                .param("id", Long.toString(field.id()))
                .param("text", text.toString())
                .update();
        long id = builds.insert(field, false, catalogue.version(), clock.instant());
        transaction.executeWithoutResult(status -> jobs.start("field_build", id, "长", Cast.CHEN));
        for (int waits = 0; waits < 400 && !ended(id).over(); waits++) {
            Thread.sleep(50);
        }
        assertThat(ended(id).state()).isEqualTo("failed");
        assertThat(ended(id).error()).contains("index_impossible");
        assertThat(indexesOf(field)).isEmpty();
    }

    @Test
    void whatWasFoundAnewBeforeACrashIsNotGoneThroughAgain() {
        Field field = declared("found_anew", FieldType.TEXT, Map.of("search", "EXACT"));
        enter(Map.of("name", List.of("续甲"), "found_anew", List.of("一")));
        enter(Map.of("name", List.of("续乙"), "found_anew", List.of("二")));
        List<Long> files = builds.filesAfter(field, 0, 10);
        long id = builds.insert(field, true, catalogue.version(), clock.instant());
        builds.reached(id, files.getFirst(), 1);
        building.run(id);
        FieldBuildStore.Build now = builds.find(id).orElseThrow();
        assertThat(now.done()).isEqualTo(files.size());
        assertThat(now.after()).isEqualTo(files.getLast());
    }
}
