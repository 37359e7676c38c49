package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Effect;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.ServerTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class WriteGateTest {

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    FileHistory history;

    @Autowired
    SearchStore search;

    @Autowired
    JdbcClient sql;

    private Accepted enter(Submission submission) {
        return (Accepted) gate.submit(List.of(submission), Cast.CHEN).getFirst();
    }

    @Test
    void storesNormalisedValuesAndKeepsWhatWasTyped() {
        Accepted entered = enter(Cast.newIndividual("name", "范　倩紅", "mobile", "１３６６６６８８６１１"));
        FileView view = customers.file(entered.number(), Cast.CHEN);
        assertThat(view.values().get("name").value()).isEqualTo("范倩紅");
        assertThat(view.values().get("mobile").value()).isEqualTo("+8613666688611");
        HistoryItem.Difference mobile =
                history.page(entered.number(), HistoryQuery.newest(), Cast.CHEN).items().getFirst().changes().stream()
                        .filter(change -> change.field().equals("mobile"))
                        .findFirst()
                        .orElseThrow();
        assertThat(mobile.raw()).isEqualTo("１３６６６６８８６１１");
    }

    @Test
    void readsAPhoneByTheCountryTheRecordSpeaksOf() {
        Accepted byRegion =
                enter(Cast.newIndividual("name", "Lucía Ortega", "region", "ES-M", "mobile", "600 11 22 33"));
        assertThat(customers
                        .file(byRegion.number(), Cast.CHEN)
                        .values()
                        .get("mobile")
                        .value())
                .isEqualTo("+34600112233");
        Accepted later = enter(Cast.change(byRegion.number(), OptionalLong.empty(), "mobile", "611 22 33 44"));
        assertThat(customers
                        .file(later.number(), Cast.CHEN)
                        .values()
                        .get("mobile")
                        .value())
                .isEqualTo("+34611223344");
        Accepted byDocument = enter(Cast.newIndividual(
                "name", "Iker Sanz", "document_type", "nif", "document_number", "12345678Z", "mobile", "622334455"));
        assertThat(customers
                        .file(byDocument.number(), Cast.CHEN)
                        .values()
                        .get("mobile")
                        .value())
                .isEqualTo("+34622334455");
    }

    @Test
    void refusesWrongValuesNamingTheField() {
        Refused refused = (Refused) gate.submit(
                        List.of(Cast.newIndividual("name", "田娟", "document_number", "370202198901143181")), Cast.CHEN)
                .getFirst();
        assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly("document_number");
    }

    @Test
    void refusesAFileWithoutName() {
        Refused refused = (Refused) gate.submit(List.of(Cast.newIndividual("mobile", "13666688611")), Cast.CHEN)
                .getFirst();
        assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly("name");
    }

    @Test
    void oneRefusedSubmissionStopsNoOther() {
        List<Outcome> outcomes = gate.submit(
                List.of(
                        Cast.newIndividual("name", "张一"),
                        Cast.newIndividual("name", "李二", "mobile", "123"),
                        Cast.newIndividual("name", "王三")),
                Cast.CHEN);
        assertThat(outcomes).hasExactlyElementsOfTypes(Accepted.class, Refused.class, Accepted.class);
    }

    @Test
    void refusesAChangeBasedOnAnOldVersion() {
        Accepted entered = enter(Cast.newIndividual("name", "赵敏"));
        enter(Cast.change(entered.number(), OptionalLong.of(1), "city", "杭州"));
        Refused stale = (Refused)
                gate.submit(List.of(Cast.change(entered.number(), OptionalLong.of(1), "city", "苏州")), Cast.CHEN)
                        .getFirst();
        assertThat(stale.error()).isEqualTo(CommonError.STALE_VERSION);
        assertThat(customers
                        .file(entered.number(), Cast.CHEN)
                        .values()
                        .get("city")
                        .text())
                .isEqualTo("杭州");
    }

    /** A few changes go to the database together, many one by one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void changesOfABatchAreEachWrittenWithTheirEntryWordsAndRowOfTheTrail(int size) {
        List<CustomerNumber> numbers = IntStream.range(0, size)
                .mapToObj(i -> enter(Cast.newIndividual("name", "齐" + i)).number())
                .toList();
        gate.submit(
                numbers.stream()
                        .map(number -> Cast.change(number, OptionalLong.empty(), "city", "杭州" + number.text()))
                        .toList(),
                Cast.CHEN);
        search.sortIn();
        for (CustomerNumber number : numbers) {
            assertThat(customers.file(number, Cast.CHEN).values().get("city").text())
                    .isEqualTo("杭州" + number.text());
            assertThat(history.page(number, HistoryQuery.newest(), Cast.CHEN).items())
                    .hasSize(2);
            assertThat(sql.sql("""
                            select count(*)
                            from audit.event e
                            where e.action = 'customer.changed'
                              and e.subject = :number
                            """)
                            .param("number", number.text())
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void appendsNoEntryWhenNothingChanges() {
        Accepted entered = enter(Cast.newIndividual("name", "钱同", "mobile", "13800138000"));
        Accepted again = enter(Cast.change(entered.number(), OptionalLong.empty(), "mobile", "+86 138-0013-8000"));
        assertThat(again.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(history.page(entered.number(), HistoryQuery.newest(), Cast.CHEN)
                        .items())
                .hasSize(1);
    }

    @Test
    void refusesAMaskedValueSentBackAsText() {
        Accepted entered = enter(Cast.newIndividual("name", "孙明", "document_number", "110101199003070134"));
        assertThat(customers
                        .file(entered.number(), Cast.CHEN)
                        .values()
                        .get("document_number")
                        .isMasked())
                .isTrue();
        Refused refused = (Refused) gate.submit(
                        List.of(Cast.change(entered.number(), OptionalLong.empty(), "document_number", "•••• 0134")),
                        Cast.CHEN)
                .getFirst();
        assertThat(refused.problems()).extracting(FieldProblem::code).containsExactly("masked_value_sent_back");
    }

    @Test
    void hidesAFileFromAnotherDepartmentInReadingAndWriting() {
        Accepted entered = enter(Cast.newIndividual("name", "隐身人"));
        Refused refused = (Refused)
                gate.submit(List.of(Cast.change(entered.number(), OptionalLong.empty(), "city", "北京")), Cast.LIU)
                        .getFirst();
        assertThat(refused.error()).isEqualTo(CommonError.NOT_FOUND);
    }

    @Test
    void upsertFindsTheFileByItsKeyEvenWithinOneBatch() {
        Circumstances how =
                new Circumstances("import", "file", "", "", 990_077, 1, io.clientela.kit.check.Context.of("CN"));
        List<Submission> rows = List.of(
                new Submission(
                        new Target.ByKey("external_id", true),
                        "individual",
                        Cast.values("name", "周一", "external_id", "UP-1"),
                        Map.of(),
                        how),
                new Submission(
                        new Target.ByKey("external_id", true),
                        "individual",
                        Cast.values("name", "周一", "external_id", "UP-1", "city", "上海"),
                        Map.of(),
                        how));
        List<Outcome> outcomes = gate.submit(rows, Cast.CHEN);
        assertThat(outcomes)
                .extracting(outcome -> ((Accepted) outcome).effect())
                .containsExactly(Effect.CREATED, Effect.UPDATED);
        assertThat(gate.submit(rows.subList(1, 2), Cast.CHEN))
                .extracting(outcome -> ((Accepted) outcome).effect())
                .containsExactly(Effect.UNCHANGED);
    }

    @Test
    void warnsOfADocumentNumberAlreadyThereButEntersTheRow() {
        enter(Cast.newIndividual("name", "吴前", "document_number", "11010119900307707X"));
        Accepted second = enter(Cast.newIndividual("name", "吴后", "document_number", "11010119900307707X"));
        assertThat(second.warnings()).extracting(FieldProblem::code).contains("duplicate_key");
    }

    @Test
    void warnsOfAnybodyWhoCannotBeReachedUnderAFieldOfTheirType() {
        assertThat(enter(Cast.newIndividual("name", "无路")).warnings())
                .filteredOn(warning -> warning.code().equals("no_way_to_reach"))
                .extracting(FieldProblem::field)
                .containsExactly("mobile");
        assertThat(enter(Cast.newEnterprise("无路贸易有限公司", "name", "路")).warnings())
                .filteredOn(warning -> warning.code().equals("no_way_to_reach"))
                .extracting(FieldProblem::field)
                .containsExactly("phone");
    }

    @Test
    void keepsContactPersonsAsItems() {
        Accepted entered = enter(Cast.newEnterprise("北京国瑞源信息技术有限公司", "name", "欧阳雪", "phone", "17722660846"));
        FileView view = customers.file(entered.number(), Cast.CHEN);
        assertThat(view.lists().get("contacts")).hasSize(1);
        assertThat(view.lists().get("contacts").getFirst().values().get("name").text())
                .isEqualTo("欧阳雪");
    }

    @Test
    void parallelWritersNeverShareANumber() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            Callable<Set<String>> work = () -> {
                Set<String> numbers = new HashSet<>();
                for (int i = 0; i < 25; i++) {
                    numbers.add(
                            enter(Cast.newIndividual("name", "并行" + i)).number().text());
                }
                return numbers;
            };
            Set<String> all = new HashSet<>();
            for (Future<Set<String>> future : writers.invokeAll(java.util.Collections.nCopies(8, work))) {
                all.addAll(future.get());
            }
            assertThat(all).hasSize(200).allMatch(CustomerNumber::looksLike);
        }
    }

    @Test
    void keepsNoDocumentNumberInClearAnywhere() {
        String number = "110101199003077483";
        enter(Cast.newIndividual("name", "郑密", "document_number", number));
        List<String> tables = sql.sql("""
                        select c.oid::regclass::text
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r'
                          and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                        """).query(String.class).list();
        for (String table : tables) {
            Long hits = sql.sql("select count(*) from " + table + " t where t::text like '%" + number + "%'")
                    .query(Long.class)
                    .single();
            assertThat(hits).as(table).isZero();
        }
    }
}
