package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser;
import io.clientela.access.TestBrowser.Answer;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class CodeListEditingTest {

    @LocalServerPort
    int port;

    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        admin = TestBrowser.admin(port).speaking("en");
    }

    private static Map<String, String> label(String text) {
        return Map.of("zh", text, "en", text, "es", text);
    }

    private Answer list(String key) {
        return admin.post("/api/v1/code-lists", Map.of("key", key, "label", label(key)));
    }

    private long version(String list) {
        return items(list).path("version").asLong();
    }

    private JsonNode items(String list) {
        return admin.get("/api/v1/code-lists/" + list + "/items").json();
    }

    private Answer change(String method, String list, String path, Object body) {
        return admin.held(version(list), method, "/api/v1/code-lists/" + list + path, body);
    }

    private List<String> offered(String list) {
        List<String> codes = new ArrayList<>();
        admin.get("/api/v1/code-lists/" + list)
                .json()
                .path("items")
                .forEach(item -> codes.add(item.path("code").asString()));
        return codes;
    }

    @Test
    void aNewListIsFilledPutInOrderAndUsedByAField() {
        assertThat(list("cl_colours").status()).isEqualTo(201);
        for (String code : List.of("red", "green", "blue")) {
            change("PUT", "cl_colours", "/items/" + code, Map.of("label", label(code)));
        }
        assertThat(offered("cl_colours")).containsExactly("red", "green", "blue");
        change("PUT", "cl_colours", "/order", Map.of("codes", List.of("blue", "red", "green")));
        assertThat(offered("cl_colours")).containsExactly("blue", "red", "green");
        assertThat(list("cl_colours").status()).isEqualTo(422);
        assertThat(list("gender").status()).isEqualTo(422);
    }

    @Test
    void aNewListComesWithItsFirstItemsOrNotAtAll() {
        List<Map<String, Object>> wanted = List.of(
                Map.of("code", "z", "label", label("Z")),
                Map.of("code", "a", "label", label("A".repeat(101))),
                Map.of("code", "z", "label", label("Z again")),
                Map.of("code", "", "label", label("")));
        Answer refused =
                admin.post("/api/v1/code-lists", Map.of("key", "cl_first", "label", label("First"), "items", wanted));
        assertThat(refused.status()).isEqualTo(422);
        List<String> places = new ArrayList<>();
        refused.json()
                .path("fields")
                .forEach(fault -> places.add(fault.path("field").asString("") + " "
                        + fault.path("code").asString("")));
        assertThat(places)
                .containsExactly(
                        "items.1 field_text_long",
                        "items.2 item_code_twice",
                        "items.3 item_code_form",
                        "items.3 field_label_missing");
        assertThat(admin.get("/api/v1/code-lists/cl_first").status()).isEqualTo(404);

        Map<String, Object> below = Map.of("code", "a", "parent", "z", "label", label("A"));
        Answer made = admin.post(
                "/api/v1/code-lists",
                Map.of("key", "cl_first", "label", label("First"), "items", List.of(wanted.getFirst(), below)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().path("items").asInt()).isEqualTo(2);
        assertThat(items("cl_first").at("/items/0/code").asString()).isEqualTo("z");
        assertThat(items("cl_first").at("/items/1/parent").asString()).isEqualTo("z");
    }

    @Test
    void aRetiredItemIsOfferedNoMoreAndTakenBackWhole() {
        list("cl_old");
        change("PUT", "cl_old", "/items/one", Map.of("label", label("One")));
        change("PUT", "cl_old", "/items/two", Map.of("label", label("Two")));
        change("PUT", "cl_old", "/items/one/retirement", Map.of());
        assertThat(offered("cl_old")).containsExactly("two");
        assertThat(items("cl_old").at("/items/0/retired").asBoolean()).isTrue();
        change("DELETE", "cl_old", "/items/one/retirement", Map.of());
        assertThat(offered("cl_old")).containsExactly("one", "two");
    }

    @Test
    void anItemInUseIsCountedAndNeverTakenAway() {
        list("cl_used");
        change("PUT", "cl_used", "/items/gold", Map.of("label", label("Gold"), "synonyms", List.of("金卡")));
        admin.post(
                "/api/v1/catalogue/fields",
                Map.of(
                        "record",
                        "individual",
                        "key",
                        "cl_card",
                        "type",
                        "CHOICE",
                        "codeList",
                        "cl_used",
                        "section",
                        "basic",
                        "label",
                        Map.of("zh", "卡", "en", "Card cl", "es", "Tarjeta cl")));
        Answer entered = admin.post(
                "/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", "Holder", "cl_card", "金卡")));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.json().at("/values/cl_card/value").asString()).isEqualTo("gold");
        assertThat(admin.get("/api/v1/code-lists/cl_used/items/gold/uses")
                        .json()
                        .path("count")
                        .asLong())
                .isOne();
        Answer refused = change("DELETE", "cl_used", "/items/gold", Map.of());
        assertThat(refused.json().path("code").asString()).isEqualTo("item_used");
        change("PUT", "cl_used", "/items/gold/retirement", Map.of());
        Answer again = admin.post(
                "/api/v1/customers",
                Map.of("type", "individual", "values", Map.of("name", "Later", "cl_card", "gold")));
        assertThat(again.body()).contains("choice_retired");
        String number = entered.json().path("number").asString();
        assertThat(admin.get("/api/v1/customers/" + number)
                        .json()
                        .at("/values/cl_card/text")
                        .asString())
                .isEqualTo("Gold");
    }

    @Test
    void anItemOfSeveralInAFieldOfTheProductIsCountedAndFound() throws Exception {
        Answer entered = admin.post(
                "/api/v1/customers",
                Map.of(
                        "type",
                        "enterprise",
                        "values",
                        Map.of("name", "Distribuidora cl", "roles", List.of("distributor"))));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        Answer uses = admin.get("/api/v1/code-lists/enterprise_roles/items/distributor/uses");
        assertThat(uses.status()).as(uses.body()).isEqualTo(200);
        assertThat(uses.json().path("count").asLong()).isPositive();
        Answer found = admin.get("/api/v1/customers?f.roles=distributor&type=enterprise");
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.body()).contains("Distribuidora cl");
    }

    @Test
    void aShippedListIsRewordedAndExtendedButLosesNothing() {
        change("PUT", "influence", "/items/decider_cl", Map.of("label", label("Decider of all")));
        assertThat(offered("influence")).contains("decider_cl");
        String shipped = items("influence").at("/items/0/code").asString();
        assertThat(change("DELETE", "influence", "/items/" + shipped, Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("item_shipped");
        change("PUT", "influence", "/items/" + shipped, Map.of("label", label("Reworded")));
        assertThat(items("influence").at("/items/0/code").asString()).isEqualTo(shipped);
        assertThat(items("influence").at("/items/0/label/en").asString()).isEqualTo("Reworded");
        assertThat(change("DELETE", "influence", "/items/decider_cl", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void aTableIsLookedAtBeforeItIsBroughtIn() {
        list("cl_table");
        String table = "代码,中文,英文,同义词\nbj,北京,Beijing,京;首都\nsh,上海,Shanghai,\nbj,又是,Again,\n,长沙,,\n";
        JsonNode seen =
                admin.postText("/api/v1/code-lists/cl_table/items", table).json();
        assertThat(seen.at("/lines/0/state").asString()).isEqualTo("new");
        assertThat(seen.at("/lines/2/state").asString()).isEqualTo("refused");
        assertThat(seen.at("/lines/3/code").asString()).isEqualTo("长沙");
        assertThat(offered("cl_table")).isEmpty();
        admin.with("If-Match", Long.toString(version("cl_table")))
                .postText("/api/v1/code-lists/cl_table/items?apply=true", table);
        assertThat(offered("cl_table")).containsExactly("bj", "sh", "长沙");
        assertThat(items("cl_table").at("/items/0/synonyms/1").asString()).isEqualTo("首都");
        // What isn't said in Spanish is kept unsaid, and read in English.
        assertThat(items("cl_table").at("/items/1/label/es").asString()).isEmpty();
        assertThat(admin.with("Accept-Language", "es")
                        .get("/api/v1/code-lists/cl_table")
                        .json()
                        .at("/items/1/label")
                        .asString())
                .isEqualTo("Shanghai");
    }

    private JsonNode bringIn(String list, String table) {
        Answer done = admin.with("If-Match", Long.toString(version(list)))
                .postText("/api/v1/code-lists/" + list + "/items?apply=true", table);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        return done.json();
    }

    @Test
    void aTableMayBringATreeEachItemBehindTheOneAbove() {
        list("cl_tree");
        JsonNode done = bringIn("cl_tree", "代码,中文,上级\ncn,中国,\nbj,北京,cn\nhd,海淀,bj\nxx,孤,nowhere\nyy,孤下,xx\n");
        List<String> states = new ArrayList<>();
        done.path("lines").forEach(line -> states.add(line.path("state").asString()));
        assertThat(states).containsExactly("new", "new", "new", "refused", "refused");
        assertThat(offered("cl_tree")).containsExactly("cn", "bj", "hd");
        assertThat(items("cl_tree").at("/items/2/parent").asString()).isEqualTo("bj");
        JsonNode circle = bringIn("cl_tree", "代码,中文,上级\nsh,上海,hd\ncn,中国,sh\n");
        assertThat(circle.at("/lines/0/state").asString()).isEqualTo("new");
        assertThat(circle.at("/lines/1/state").asString()).isEqualTo("refused");
    }

    @Test
    void whatIsOnlyRewordedTakesNoFurtherPlaceInALongList() {
        list("cl_long");
        StringBuilder first = new StringBuilder("代码,中文\n");
        StringBuilder second = new StringBuilder("代码,中文\n");
        for (int i = 0; i < 2_501; i++) {
            first.append("i").append(i).append(",项").append(i).append('\n');
            second.append("i").append(i).append(",新项").append(i).append('\n');
        }
        bringIn("cl_long", first.toString());
        bringIn("cl_long", second.toString());
        assertThat(items("cl_long").at("/items/2500/label/zh").asString()).isEqualTo("新项2500");
    }

    @Test
    void aChangeBasedOnAnOldVersionIsRefused() {
        list("cl_stale");
        Answer refused = admin.held(99, "PUT", "/api/v1/code-lists/cl_stale/items/x", Map.of("label", label("X")));
        assertThat(refused.status()).isEqualTo(412);
    }
}
