package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists narrowed by trees of conditions and put in the order of any field. */
@ServerTest
class ConditionsTest {

    private static final FieldRight HIDDEN = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);
    private static final FieldRight MASKED = new FieldRight(Visibility.MASKED, false, Visibility.MASKED);

    private static final Actor CLERK = Cast.actor(
            951,
            1,
            new Scope.All(),
            Map.of("individual.level", HIDDEN, "individual.mobile", MASKED, "individual.birth_date", MASKED));

    @Autowired
    WriteGate gate;

    @Autowired
    ReadGate lists;

    @Autowired
    Clock clock;

    private void enter(String... keysAndValues) {
        assertThat(gate.submit(List.of(Cast.newIndividual(keysAndValues)), Cast.CHEN)
                        .getFirst())
                .isInstanceOf(Accepted.class);
    }

    private List<String> names(String where, String sort, Actor actor) {
        List<String> names = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ListPage page = lists.list(new ListQuery("individual", "", Map.of(), where, sort, cursor, 2), actor);
            page.items().forEach(row -> names.add(row.values().get("name").text()));
            cursor = page.next();
        }
        return names;
    }

    private static String at(String city, String... more) {
        return "{\"all\":[{\"field\":\"city\",\"op\":\"is\",\"value\":\"%s\"}%s]}"
                .formatted(city, more.length == 0 ? "" : "," + String.join(",", more));
    }

    @Test
    void groupsJoinByAndAndByOr() {
        enter("name", "树甲", "city", "树城", "level", "vip", "occupation", "教师");
        enter("name", "树乙", "city", "树城", "level", "key", "occupation", "教师");
        enter("name", "树丙", "city", "树城", "level", "small", "occupation", "医生");
        enter("name", "树丁", "city", "树城");
        String vip = "{\"field\":\"level\",\"op\":\"is\",\"value\":\"vip\"}";
        String doctor = "{\"field\":\"occupation\",\"op\":\"is\",\"value\":\"医生\"}";
        assertThat(names(at("树城", "{\"any\":[" + vip + "," + doctor + "]}"), "created", Cast.CHEN))
                .containsExactly("树甲", "树丙");
        assertThat(names(
                        at(
                                "树城",
                                "{\"any\":[{\"all\":[" + vip + "," + doctor
                                        + "]},{\"field\":\"level\",\"op\":\"empty\"}]}"),
                        "created",
                        Cast.CHEN))
                .containsExactly("树丁");
        assertThat(names(
                        at("树城", "{\"field\":\"level\",\"op\":\"any\",\"value\":[\"vip\",\"key\"]}"),
                        "-created",
                        Cast.CHEN))
                .containsExactly("树乙", "树甲");
        assertThat(names(
                        at("树城", "{\"field\":\"occupation\",\"op\":\"contains\",\"value\":\"师\"}"),
                        "created",
                        Cast.CHEN))
                .containsExactly("树甲", "树乙");
        assertThat(names(at("树城", "{\"any\":[]}"), "created", Cast.CHEN)).hasSize(4);
    }

    @Test
    void daysAreComparedFromBothSidesAndFromToday() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        enter("name", "日甲", "city", "日城", "first_contact_on", today.minusDays(3).toString());
        enter(
                "name",
                "日乙",
                "city",
                "日城",
                "first_contact_on",
                today.minusDays(40).toString());
        enter("name", "日丙", "city", "日城");
        String field = "{\"field\":\"first_contact_on\",\"op\":\"%s\",\"value\":%s}";
        assertThat(names(at("日城", field.formatted("last", "\"7\"")), "created", Cast.CHEN))
                .containsExactly("日甲");
        String edge = "\"" + today.minusDays(40) + "\"";
        assertThat(names(at("日城", field.formatted("after", edge)), "created", Cast.CHEN))
                .containsExactly("日甲");
        assertThat(names(at("日城", field.formatted("before", edge)), "created", Cast.CHEN))
                .isEmpty();
        assertThat(names(
                        at("日城", field.formatted("between", "[" + edge + ",\"" + today + "\"]")), "created", Cast.CHEN))
                .containsExactly("日甲", "日乙");
        assertThat(names(at("日城", "{\"field\":\"created_at\",\"op\":\"last\",\"value\":1}"), "created", Cast.CHEN))
                .hasSize(3);
    }

    @Test
    void aFieldThatOneTypeAloneHasOrShowsTheReaderLeavesThatTypeOnly() {
        enter("name", "两类甲", "occupation", "两类", "city", "两类城");
        CustomerNumber company = ((Accepted) gate.submit(List.of(Cast.newEnterprise("两类公司", "name", "两类人")), Cast.CHEN)
                        .getFirst())
                .number();
        assertThat(gate.submit(List.of(Cast.change(company, OptionalLong.empty(), "city", "两类城")), Cast.CHEN)
                        .getFirst())
                .isInstanceOf(Accepted.class);
        Actor guest = Cast.actor(952, 1, new Scope.All(), Map.of("individual.city", HIDDEN));
        assertThat(types(Map.of("occupation", "两类"), Cast.CHEN)).containsExactly("individual");
        assertThat(types(Map.of("city", "两类城"), Cast.CHEN)).containsExactlyInAnyOrder("individual", "enterprise");
        assertThat(types(Map.of("city", "两类城"), guest)).containsExactly("enterprise");
        assertThat(lists.mayAsk(asking("", "city"), guest)).isTrue();
        assertThat(lists.mayAsk(asking("individual", "city"), guest)).isFalse();
    }

    private static ListQuery asking(String record, String field) {
        return new ListQuery(record, "", Map.of(field, "两类城"), "created", "", 50);
    }

    private List<String> types(Map<String, String> filters, Actor reader) {
        return lists.list(new ListQuery("", "", filters, "created", "", 50), reader).items().stream()
                .map(ListPage.Row::type)
                .toList();
    }

    @Test
    void whatOneMayNotAskIsRefusedWhereverItStands() {
        String hidden = "{\"field\":\"level\",\"op\":\"is\",\"value\":\"vip\"}";
        String part = "{\"field\":\"mobile\",\"op\":\"starts\",\"value\":\"138\"}";
        String not = "{\"field\":\"mobile\",\"op\":\"not\",\"value\":\"13800000000\"}";
        String since = "{\"field\":\"birth_date\",\"op\":\"after\",\"value\":\"1990-01-01\"}";
        for (String condition : List.of(hidden, part, not, since)) {
            ListQuery query =
                    ListQuery.whole("individual", "", Map.of(), "{\"any\":[{\"all\":[" + condition + "]}]}", "created");
            assertThatThrownBy(() -> lists.list(query, CLERK))
                    .as(condition)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.FILTER_NOT_ALLOWED));
            assertThat(lists.mayAsk(query, CLERK)).as(condition).isFalse();
            assertThat(lists.mayAsk(query, Cast.CHEN)).as(condition).isTrue();
        }
        ListQuery whole = ListQuery.whole(
                "individual",
                "",
                Map.of(),
                "{\"field\":\"mobile\",\"op\":\"is\",\"value\":\"13800000000\"}",
                "created");
        assertThat(lists.mayAsk(whole, CLERK)).isTrue();
        for (String sort : List.of("level", "-mobile", "birth_date", "document_number", "remarks", "nothing", "tags")) {
            assertThatThrownBy(() -> lists.list(new ListQuery("individual", "", Map.of(), sort, "", 10), CLERK))
                    .as(sort)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.SORT_NOT_ALLOWED));
        }
    }

    @Test
    void whatIsNoTreeIsRefused() {
        String one = "{\"field\":\"city\",\"op\":\"is\",\"value\":\"a\"}";
        String many = String.join(",", java.util.Collections.nCopies(51, one));
        for (String tree : List.of(
                "[]",
                "7",
                "\"x\"",
                "{",
                "{\"all\":7}",
                "{\"all\":[null]}",
                "{\"field\":\"city\"}",
                "{\"field\":\"city\",\"op\":\"like\",\"value\":\"a\"}",
                "{\"field\":\"city\",\"op\":\"is\",\"value\":{}}",
                "{\"field\":\"city\",\"op\":\"is\",\"value\":[\"a\",\"b\"]}",
                "{\"field\":\"city\",\"op\":\"is\"}",
                "{\"all\":[" + many + "]}",
                "{\"all\":[".repeat(6) + one + "]}".repeat(6))) {
            assertThatThrownBy(() -> names(tree, "created", Cast.CHEN))
                    .as(tree)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.FILTER_FORM));
        }
    }

    @Test
    void listsStandInTheOrderOfAFieldWithThoseWithoutItLast() {
        enter("name", "序甲", "city", "序城", "annual_amount", "9", "level", "ordinary", "birth_date", "1990-05-01");
        enter("name", "序乙", "city", "序城", "annual_amount", "-10", "level", "vip");
        enter("name", "序丙", "city", "序城");
        enter("name", "序丁", "city", "序城", "annual_amount", "100.5", "level", "key", "birth_date", "1980-05-01");
        assertThat(names(at("序城"), "annual_amount", Cast.CHEN)).containsExactly("序乙", "序甲", "序丁", "序丙");
        assertThat(names(at("序城"), "-annual_amount", Cast.CHEN)).containsExactly("序丁", "序甲", "序乙", "序丙");
        assertThat(names(at("序城"), "birth_date", Cast.CHEN)).startsWith("序丁", "序甲");
        // Choices stand as they read, in the reader's language: Key, Ordinary, VIP.
        assertThat(names(at("序城"), "level", Cast.CHEN)).containsExactly("序丁", "序甲", "序乙", "序丙");
        assertThat(names(at("序城"), "owner", Cast.CHEN)).hasSize(4);
    }
}
