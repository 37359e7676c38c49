package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A field the house added is like any other, at every gate. */
@ServerTest
class OwnFieldsTest {

    private static final FieldRight HIDDEN = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);
    private static final FieldRight MASKED = new FieldRight(Visibility.MASKED, false, Visibility.MASKED);

    private static final Actor CLERK =
            Cast.actor(921, 1, new Scope.All(), Map.of("individual.own_name", HIDDEN, "individual.own_phone", MASKED));

    @Autowired
    WriteGate gate;

    @Autowired
    ReadGate lists;

    @Autowired
    Customers customers;

    @Autowired
    FileStore files;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    JdbcClient sql;

    private OwnFields own;

    @BeforeEach
    void declare() {
        own = new OwnFields(sql, catalogue);
        own.ofEveryKind("individual");
    }

    private CustomerNumber enter(String... keysAndValues) {
        return ((Accepted) gate.submit(List.of(Cast.newIndividual(keysAndValues)), Cast.CHEN)
                        .getFirst())
                .number();
    }

    private List<String> found(String text, Map<String, String> filters, Actor actor) {
        return lists.list(new ListQuery("individual", text, filters, "created", "", 50), actor).items().stream()
                .map(row -> row.values().get("name").text())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "own_text    | ＶＩＰ　卡       | VIP 卡",
                "own_number  | １２００          | 1200",
                "own_date    | 2024年3月5日     | 2024-03-05",
                "own_choice  | 贵宾             | vip",
                "own_yes_no  | 是               | yes",
                "own_phone   | 138 1234 5678    | +8613812345678",
                "own_email   | Ana@Example.COM  | Ana@example.com",
                "own_region  | 长沙市岳麓区     | CN-430104",
                "own_url     | example.com/a    | https://example.com/a",
                "own_secret  | 口令 7           | 口令 7"
            })
    void aValueIsKeptInItsCanonicalForm(String key, String typed, String kept) {
        CustomerNumber number = enter("name", "自有", key, typed);
        assertThat(stored(number).value(key).text()).isEqualTo(kept);
    }

    @Test
    void severalChoicesComeBackInTheirOrderAndAreFilteredOneByOne() {
        CustomerNumber number = ((Accepted) gate.submit(
                                List.of(new Submission(
                                        new Target.NewFile(),
                                        "individual",
                                        Map.of("name", List.of("多选"), "own_choices", List.of("供应商", "采购商")),
                                        Map.of(),
                                        Circumstances.of("page"))),
                                Cast.CHEN)
                        .getFirst())
                .number();
        assertThat(stored(number).value("own_choices").parts()).containsExactly("supplier", "buyer");
        assertThat(found("多选", Map.of("own_choices", "buyer"), Cast.CHEN)).containsExactly("多选");
        assertThat(found("多选", Map.of("own_choices", "distributor"), Cast.CHEN)).isEmpty();
        assertThat(found("多选", Map.of("own_choices.filled", "yes"), Cast.CHEN)).containsExactly("多选");
    }

    @Test
    void listsAreFilteredByEveryKind() {
        enter(
                "name",
                "檀筛甲",
                "own_text",
                "Lugo",
                "own_number",
                "9.50",
                "own_date",
                "2024-02-29",
                "own_choice",
                "vip",
                "own_yes_no",
                "yes",
                "own_phone",
                "13812340001",
                "own_email",
                "jia@example.com",
                "own_region",
                "长沙市");
        enter(
                "name",
                "檀筛乙",
                "own_text",
                "lugones",
                "own_number",
                "10",
                "own_date",
                "2023-12-31",
                "own_choice",
                "key",
                "own_yes_no",
                "no",
                "own_phone",
                "13812340002",
                "own_email",
                "yi@example.com");
        enter("name", "檀筛丙");
        Map<Map<String, String>, List<String>> expected = new HashMap<>();
        expected.put(Map.of("own_text", "Lugo"), List.of("檀筛甲"));
        expected.put(Map.of("own_text.starts", "LUGO"), List.of("檀筛甲", "檀筛乙"));
        expected.put(Map.of("own_text.empty", "yes"), List.of("檀筛丙"));
        expected.put(Map.of("own_text.not", "Lugo"), List.of("檀筛乙", "檀筛丙"));
        expected.put(Map.of("own_number", "9.5"), List.of("檀筛甲"));
        expected.put(Map.of("own_number", "9.6.."), List.of("檀筛乙"));
        expected.put(Map.of("own_number", "..9.6"), List.of("檀筛甲"));
        expected.put(Map.of("own_date", "2024-01-01..2024-12-31"), List.of("檀筛甲"));
        expected.put(Map.of("own_date", "2023-12-31"), List.of("檀筛乙"));
        expected.put(Map.of("own_choice", "贵宾"), List.of("檀筛甲"));
        expected.put(Map.of("own_choice.any", "vip,key"), List.of("檀筛甲", "檀筛乙"));
        expected.put(Map.of("own_yes_no", "yes"), List.of("檀筛甲"));
        expected.put(Map.of("own_phone", "138 1234 0002"), List.of("檀筛乙"));
        expected.put(Map.of("own_email", "jia@example.com"), List.of("檀筛甲"));
        expected.put(Map.of("own_region", "湖南"), List.of("檀筛甲"));
        expected.forEach((filter, names) -> assertThat(found("檀筛", filter, Cast.CHEN))
                .as(filter.toString())
                .containsExactlyInAnyOrderElementsOf(names));
    }

    @Test
    void whatIsHiddenFindsNothingAndWhatIsMaskedOnlyWhole() {
        enter("name", "搜甲", "own_name", "慕容雪", "own_phone", "13812349988", "own_secret", "S-220911");
        assertThat(found("慕容", Map.of(), Cast.CHEN)).containsExactly("搜甲");
        assertThat(found("murongxue", Map.of(), Cast.CHEN)).containsExactly("搜甲");
        assertThat(found("9988", Map.of(), Cast.CHEN)).contains("搜甲");
        assertThat(found("S-220911", Map.of(), Cast.CHEN)).containsExactly("搜甲");
        assertThat(found("慕容", Map.of(), CLERK)).isEmpty();
        assertThat(found("49988", Map.of(), CLERK)).isEmpty();
        assertThat(found("13812349988", Map.of(), CLERK)).containsExactly("搜甲");
        assertThatThrownBy(() -> found("", Map.of("own_name", "慕容雪"), CLERK)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> found("", Map.of("own_phone.starts", "+8613"), CLERK))
                .isInstanceOf(Refusal.class);
        assertThat(found("", Map.of("own_phone", "13812349988"), CLERK)).containsExactly("搜甲");
    }

    @Test
    void aSealedOneStandsNowhereInClear() {
        CustomerNumber number = enter("name", "封甲", "own_secret", "看不见的话");
        String row = sql.sql("select f::text from customer.file f where f.number = :number")
                .param("number", number.text())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("看不见的话");
        assertThat(customers.file(number, Cast.CHEN).values().get("own_secret").isMasked())
                .isTrue();
        assertThat(customers.reveal(number, "own_secret", "因为", Cast.CHEN).text())
                .isEqualTo("看不见的话");
    }

    @Test
    void anUpsertFindsAFileByAnOwnKeyAndSaysNothingNewTwice() {
        Submission row = new Submission(
                new Target.ByKey("own_code", true),
                "individual",
                Cast.values("name", "键甲", "own_code", "K-77", "own_number", "5"),
                Map.of(),
                new Circumstances("import", "file", "", "", 0, 0, Context.of("CN")));
        Accepted first = (Accepted) gate.submit(List.of(row), Cast.CHEN).getFirst();
        Accepted again = (Accepted) gate.submit(List.of(row), Cast.CHEN).getFirst();
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.effect()).isEqualTo(Outcome.Effect.UNCHANGED);
        assertThat(found("K-77", Map.of(), Cast.CHEN)).containsExactly("键甲");
    }

    @Test
    void aChangeTouchesTheChangedValueOnlyAndAnEmptyOneIsGone() {
        CustomerNumber number = enter("name", "改甲", "own_text", "一", "own_number", "1", "own_secret", "旧");
        gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "own_text", "", "own_secret", "新")), Cast.CHEN);
        FileState now = stored(number);
        assertThat(now.value("own_text").isEmpty()).isTrue();
        assertThat(now.value("own_number").text()).isEqualTo("1");
        assertThat(now.value("own_secret").text()).isEqualTo("新");
        assertThat(sql.sql("select f.custom ->> :id from customer.file f where f.number = :number")
                        .param(
                                "id",
                                Long.toString(catalogue
                                        .catalogue()
                                        .field("individual", "own_number")
                                        .id()))
                        .param("number", number.text())
                        .query(String.class)
                        .single())
                .isEqualTo("1");
    }

    @Test
    void aRetiredFieldKeepsItsValueTakesNoNewOneAndMayBeEmptied() {
        own.declare("individual", "own_retired", FieldType.TEXT, Map.of());
        CustomerNumber number = enter("name", "停甲", "own_retired", "旧值");
        sql.sql("update fields.field set retired = true where key = 'own_retired'")
                .update();
        sql.sql("update fields.catalogue set version = version + 1").update();
        own.declare("individual", "own_retired", FieldType.TEXT, Map.of());
        assertThat(customers.file(number, Cast.CHEN).values().get("own_retired").text())
                .isEqualTo("旧值");
        Refused refused = (Refused)
                gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "own_retired", "新值")), Cast.CHEN)
                        .getFirst();
        assertThat(refused.problems()).extracting(FieldProblem::code).containsExactly("field_retired");
        assertThat(gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "own_retired", "")), Cast.CHEN)
                        .getFirst())
                .isInstanceOf(Accepted.class);
    }

    private FileState stored(CustomerNumber number) {
        return customers.open(number, Cast.CHEN).state();
    }
}
