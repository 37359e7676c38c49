package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser;
import io.clientela.access.TestBrowser.Answer;
import io.clientela.platform.ServerTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The catalogue edited over HTTP by an administrator. */
@ServerTest
class CatalogueEditingTest {

    private static final Map<String, String> LABEL = Map.of("zh", "测试甲", "en", "Test one", "es", "Prueba uno");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        admin = TestBrowser.admin(port).speaking("en");
    }

    private static Map<String, Object> field(String key, String type, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "record",
                "individual",
                "key",
                key,
                "type",
                type,
                "label",
                Map.of("zh", "测" + key, "en", "T " + key, "es", "P " + key),
                "section",
                "basic"));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i].toString(), more[i + 1]);
        }
        return body;
    }

    private Answer add(Map<String, Object> body) {
        return admin.post("/api/v1/catalogue/fields", body);
    }

    private JsonNode shown(String key) {
        for (JsonNode field : admin.get("/api/v1/catalogue").json().path("fields")) {
            if (field.path("record").asString().equals("individual")
                    && field.path("key").asString().equals(key)) {
                return field;
            }
        }
        throw new AssertionError("no field " + key);
    }

    private static List<String> faults(Answer answer) {
        List<String> faults = new ArrayList<>();
        answer.json()
                .path("fields")
                .forEach(fault -> faults.add(fault.path("code").asString()));
        return faults;
    }

    @Test
    void aNewFieldIsInTheCatalogueAtOnceAndItsVersionTellsOfIt() {
        String before =
                admin.get("/api/v1/catalogue/version").json().path("version").asString();
        Answer added = add(field("edit_new", "NUMBER", "filterable", true, "sortable", true));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().path("own").asBoolean()).isTrue();
        assertThat(shown("edit_new").path("label").asString()).isEqualTo("T edit_new");
        assertThat(admin.get("/api/v1/catalogue/version").json().path("version").asString())
                .isNotEqualTo(before);
        assertThat(faults(add(field("edit_new", "TEXT")))).contains("field_key_taken");
    }

    @Test
    void whateverIsAskedNextTellsOfAChange() {
        long before = sign();
        add(field("edit_sign", "TEXT"));
        assertThat(sign()).isGreaterThan(before);
        assertThat(new TestBrowser(port).get("/api/v1/customers").header("Clientela-Catalogue"))
                .isEmpty();
    }

    private long sign() {
        return Long.parseLong(admin.get("/api/v1/session").header("Clientela-Catalogue"));
    }

    @Test
    void aChangeIsHeldAgainstTheVersionOneLookedAt() {
        add(field("edit_change", "TEXT"));
        Map<String, Object> wanted = field("edit_change", "TEXT", "label", LABEL, "maxLength", 50);
        Answer changed = admin.held(1, "PUT", "/api/v1/catalogue/fields/individual/edit_change", wanted);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("version").asLong()).isEqualTo(2);
        assertThat(admin.held(1, "PUT", "/api/v1/catalogue/fields/individual/edit_change", wanted)
                        .status())
                .isEqualTo(412);
        assertThat(shown("edit_change").path("maxLength").asInt()).isEqualTo(50);
    }

    @Test
    void aRetiredFieldKeepsItsKeyAndMayComeBack() {
        add(field("edit_gone", "TEXT"));
        Answer retired = admin.held(1, "PUT", "/api/v1/catalogue/fields/individual/edit_gone/retirement", Map.of());
        assertThat(retired.json().path("retired").asBoolean()).isTrue();
        assertThat(faults(add(field("edit_gone", "TEXT")))).contains("field_key_taken");
        admin.held(2, "DELETE", "/api/v1/catalogue/fields/individual/edit_gone/retirement", Map.of());
        assertThat(shown("edit_gone").path("retired").asBoolean()).isFalse();
    }

    @Test
    void whatTheProductNeedsStaysAndSaysWhy() {
        Answer refused = admin.held(0, "PUT", "/api/v1/catalogue/fields/individual/name/retirement", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("field_needed");
    }

    @Test
    void rolesAreToldInTheSameStepAndOnlyUnderTheRulesOfRights() {
        Answer added = add(field(
                "edit_seen",
                "TEXT",
                "sights",
                List.of(
                        Map.of("role", "customer_service", "read", "hidden"),
                        Map.of("role", "sales", "read", "clear", "write", true, "export", "masked"))));
        assertThat(added.status()).isEqualTo(201);
        assertThat(right("customer_service", "individual.edit_seen")
                        .path("read")
                        .asString())
                .isEqualTo("hidden");
        assertThat(right("sales", "individual.edit_seen").path("export").asString())
                .isEqualTo("masked");
        Answer refused =
                add(field("edit_unseen", "TEXT", "sights", List.of(Map.of("role", "administrator", "read", "hidden"))));
        assertThat(refused.json().path("code").asString()).isEqualTo("role_protected");
        assertThat(admin.get("/api/v1/catalogue/fields").body()).doesNotContain("edit_unseen");
    }

    private JsonNode right(String role, String target) {
        for (JsonNode each : admin.get("/api/v1/roles").json().path("items")) {
            if (each.path("key").asString().equals(role)) {
                for (JsonNode right : each.path("fields")) {
                    if (right.path("target").asString().equals(target)) {
                        return right;
                    }
                }
            }
        }
        throw new AssertionError(role + " says nothing of " + target);
    }

    @Test
    void theEffectOfAChangeIsToldBeforeIt() {
        add(field(
                "edit_effect", "TEXT", "maxLength", 100, "sights", List.of(Map.of("role", "sales", "read", "hidden"))));
        for (String value : List.of("short", "rather a long value")) {
            Answer entered = admin.post(
                    "/api/v1/customers",
                    Map.of("type", "individual", "values", Map.of("name", "Effect " + value, "edit_effect", value)));
            assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        }
        admin.post("/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", "Effectless")));
        JsonNode effects = admin.post(
                        "/api/v1/catalogue/effects", field("edit_effect", "TEXT", "maxLength", 10, "grade", "REQUIRED"))
                .json();
        Map<String, Long> counts = new HashMap<>();
        effects.path("effects")
                .forEach(effect -> counts.put(
                        effect.path("code").asString(), effect.path("count").asLong()));
        assertThat(counts)
                .containsEntry("values", 2L)
                .containsEntry("unfit", 1L)
                .containsEntry("hidden", 1L);
        assertThat(counts).containsKey("missing");
    }

    @Test
    void aFieldWithValuesKeepsItsType() {
        add(field("edit_kept", "TEXT"));
        admin.post(
                "/api/v1/customers",
                Map.of("type", "individual", "values", Map.of("name", "Kept", "edit_kept", "something")));
        Answer refused =
                admin.held(1, "PUT", "/api/v1/catalogue/fields/individual/edit_kept", field("edit_kept", "NUMBER"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(faults(refused)).containsExactly("field_has_values");
    }

    @Test
    void aSortableFieldGetsAnIndexBesideTheWork() throws InterruptedException {
        add(field("edit_index", "DATE", "sortable", true, "filterable", true));
        long id = sql.sql("select f.field_id from fields.field f where f.key = 'edit_index'")
                .query(Long.class)
                .single();
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (sql.sql("select count(*) from pg_catalog.pg_indexes i where i.indexname = :name")
                        .param("name", "file_own_" + id)
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("the index is built").isLessThan(patience);
            Thread.sleep(50);
        }
        assertThat(admin.get("/api/v1/jobs").body()).contains("field_build");
    }

    @Test
    void theFormIsArrangedAndEveryFieldStandsInItOnce() {
        JsonNode type = type("qualification");
        List<Object> groups = List.of(
                Map.of(
                        "key",
                        "proof",
                        "label",
                        Map.of("zh", "证明", "en", "Proof", "es", "Prueba"),
                        "fields",
                        List.of("verified", "valid_until")),
                Map.of(
                        "key",
                        "basic",
                        "label",
                        Map.of("zh", "基本", "en", "Basics", "es", "Básico"),
                        "fields",
                        List.of("number", "kind")));
        Answer arranged = admin.held(
                type.path("layoutVersion").asLong(),
                "PUT",
                "/api/v1/catalogue/layouts/qualification",
                Map.of("groups", groups));
        assertThat(arranged.status()).as(arranged.body()).isEqualTo(200);
        JsonNode catalogue = admin.get("/api/v1/catalogue").json();
        assertThat(catalogue.at("/sections/qualification/0/label").asString()).isEqualTo("Proof");
        List<String> keys = new ArrayList<>();
        catalogue.path("fields").forEach(field -> {
            if (field.path("record").asString().equals("qualification")) {
                keys.add(field.path("key").asString());
            }
        });
        assertThat(keys).containsExactly("verified", "valid_until", "number", "kind");
        Answer incomplete = admin.held(
                arranged.json().path("version").asLong(),
                "PUT",
                "/api/v1/catalogue/layouts/qualification",
                Map.of("groups", groups.subList(0, 1)));
        assertThat(faults(incomplete)).containsExactly("layout_incomplete");
    }

    private JsonNode type(String key) {
        for (JsonNode type : admin.get("/api/v1/catalogue/fields").json().path("types")) {
            if (type.path("key").asString().equals(key)) {
                return type;
            }
        }
        throw new AssertionError(key);
    }

    @Test
    void everyChangeStandsInTheTrail() {
        add(field("edit_told", "TEXT"));
        assertThat(sql.sql("""
                        select e.detail ->> 'what'
                        from audit.event e
                        where e.subject = 'field:individual.edit_told'
                        """).query(String.class).list()).containsExactly("field_added");
    }
}
