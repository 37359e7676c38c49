package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser.Answer;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Roles over the interface: what is refused, what is told before and after, and two who change one at once. */
@ServerTest
// A database apart: it counts the people who may manage access.
@TestPropertySource(properties = "clientela.test.apart=roles")
class RolesTest {

    private static final String PASSWORD = "copper lantern 7";
    private static final Map<String, String> LABELS = Map.of("zh", "前台", "en", "Front desk", "es", "Recepción");

    @LocalServerPort
    int port;

    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        admin = TestBrowser.admin(port).speaking("en");
    }

    @Test
    void aRoleIsMadeOnceChangedByVersionAndDeletedWhenNobodyBearsIt() {
        Answer made = create("front_desk", List.of("customers.read"), "own");
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(create("front_desk", List.of(), "own").code()).isEqualTo("role_key_taken");
        long version = made.json().path("version").asLong();
        Map<String, Object> wider = Map.of("scope", "department");
        assertThat(match(version).put("/api/v1/roles/front_desk", wider).status())
                .isEqualTo(200);
        assertThat(match(version)
                        .put("/api/v1/roles/front_desk", Map.of("scope", "all"))
                        .code())
                .isEqualTo("stale_version");
        assertThat(role("front_desk").path("scope").asString()).isEqualTo("department");

        long bearer = user("bearer", "front_desk");
        assertThat(role("front_desk").path("bearers").asInt()).isEqualTo(1);
        assertThat(admin.delete("/api/v1/roles/front_desk").code()).isEqualTo("role_borne");
        assertThat(admin.put("/api/v1/users/" + bearer, Map.of("roles", List.of()))
                        .status())
                .isEqualTo(200);
        assertThat(admin.delete("/api/v1/roles/front_desk").status()).isEqualTo(204);
        assertThat(role("front_desk").isMissingNode()).isTrue();
    }

    @Test
    void administratorRoleIsKept() {
        assertThat(admin.delete("/api/v1/roles/administrator").code()).isEqualTo("role_protected");
        assertThat(admin.put("/api/v1/roles/administrator", Map.of("scope", "own"))
                        .code())
                .isEqualTo("role_protected");
        Map<String, Object> words =
                Map.of("labels", Map.of("zh", "系统管理员", "en", "System owner", "es", "Administrador"));
        assertThat(admin.put("/api/v1/roles/administrator", words).status()).isEqualTo(200);
    }

    @Test
    void nobodyHandsOutMoreThanTheyHave() {
        assertThat(create("keeper", List.of("access.manage", "customers.read"), "department")
                        .status())
                .isEqualTo(200);
        assertThat(hides("keeper", "individual.mobile").status()).isEqualTo(200);
        user("keeper.of.keys", "keeper");
        TestBrowser keeper = new TestBrowser(port).signIn("keeper.of.keys", PASSWORD);
        Answer function = keeper.put("/api/v1/roles/clerk", order(List.of("customers.export"), "own"));
        assertThat(function.code()).as(function.toString()).isEqualTo("more_than_own");
        assertThat(keeper.put("/api/v1/roles/clerk", order(List.of("customers.read"), "all"))
                        .code())
                .isEqualTo("more_than_own");
        // Silent on fields, the catalogue would show the phone that is hidden from the giver.
        assertThat(keeper.put("/api/v1/roles/clerk", order(List.of("customers.read"), "own"))
                        .code())
                .isEqualTo("more_than_own");
        long victim = user("plain", "keeper");
        assertThat(keeper.put("/api/v1/users/" + victim, Map.of("roles", List.of("administrator")))
                        .code())
                .isEqualTo("more_than_own");
        long first = admin.get("/api/v1/session").json().at("/user/id").asLong();
        assertThat(keeper.post("/api/v1/users/" + first + "/invitation", Map.of())
                        .code())
                .as("being the administrator is more as well")
                .isEqualTo("more_than_own");
        assertThat(keeper.put("/api/v1/users/" + first, Map.of("password", "another lantern 8"))
                        .code())
                .isEqualTo("more_than_own");
        Map<String, Object> narrow = new HashMap<>(order(List.of("customers.read"), "own"));
        narrow.put(
                "fields", List.of(right("individual.mobile", "hidden"), right("individual.document_number", "masked")));
        Answer given = keeper.put("/api/v1/roles/clerk", narrow);
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
    }

    @Test
    void nobodyMovesADepartmentIntoAReachBeyondTheirOwn() {
        assertThat(create("area_keeper", List.of("access.manage", "customers.read"), "subtree")
                        .status())
                .isEqualTo(200);
        long area = department("area", 1);
        long part = department("area part", area);
        long desk = department("area desk", area);
        long foreign = department("foreign", 1);
        user("area.keeper", "area_keeper", area);
        user("part.keeper", "area_keeper", part);
        long left = user("foreign.keeper", "area_keeper", foreign);
        // Said again, since a user without one has none from then on.
        Map<String, Object> leaves = Map.of("active", false, "departmentId", foreign);
        assertThat(admin.put("/api/v1/users/" + left, leaves).status()).isEqualTo(200);
        TestBrowser keeper = new TestBrowser(port).signIn("area.keeper", PASSWORD);
        assertThat(move(keeper, foreign, "foreign", area).code())
                .as("into one's own reach")
                .isEqualTo("more_than_own");
        assertThat(move(keeper, foreign, "foreign", part).code())
                .as("into another's")
                .isEqualTo("more_than_own");
        assertThat(move(keeper, desk, "area desk", foreign).code())
                .as("into that of somebody who may be let in again")
                .isEqualTo("more_than_own");
        assertThat(move(keeper, foreign, "renamed", 1).status()).isEqualTo(200);
        assertThat(move(keeper, desk, "area desk", part).status())
                .as("within one's own")
                .isEqualTo(200);
        assertThat(move(admin, foreign, "foreign", area).status()).isEqualTo(200);
    }

    @Test
    void nobodyWidensARoleThatSomebodyDeactivatedElsewhereBears() {
        assertThat(create("yard_keeper", List.of("access.manage", "customers.read"), "subtree")
                        .status())
                .isEqualTo(200);
        assertThat(create("yard_clerk", List.of("customers.read"), "own").status())
                .isEqualTo(200);
        user("yard.keeper", "yard_keeper", department("yard", 1));
        long beyond = department("beyond", 1);
        long away = user("yard.away", "yard_clerk", beyond);
        Map<String, Object> leaves = Map.of("active", false, "departmentId", beyond);
        assertThat(admin.put("/api/v1/users/" + away, leaves).status()).isEqualTo(200);
        TestBrowser keeper = new TestBrowser(port).signIn("yard.keeper", PASSWORD);
        assertThat(keeper.put("/api/v1/roles/yard_clerk", Map.of("scope", "department"))
                        .code())
                .isEqualTo("more_than_own");
    }

    @Test
    void nobodyHandsOutTheChangingOrExportingOfAFieldTheyMayOnlySee() {
        List<String> functions = List.of("access.manage", "customers.read", "customers.change", "customers.export");
        Map<String, Object> wish = new HashMap<>(order(functions, "own"));
        List<Map<String, Object>> narrow = List.of(
                right("individual.mobile", "clear", true, "masked"),
                right("individual.email", "clear", false, "clear"));
        wish.put("fields", narrow);
        assertThat(TestBrowser.admin(port)
                        .with("If-None-Match", "*")
                        .put("/api/v1/roles/looker", wish)
                        .status())
                .isEqualTo(200);
        user("looker.on", "looker");
        TestBrowser looker = new TestBrowser(port).signIn("looker.on", PASSWORD);
        // Also for oneself.
        for (String role : List.of("looker", "looked")) {
            wish.put("fields", List.of(narrow.getFirst()));
            assertThat(looker.put("/api/v1/roles/" + role, wish).body())
                    .as("the changing of %s", role)
                    .contains("more_than_own", "individual.email");
            wish.put("fields", List.of(narrow.getLast()));
            assertThat(looker.put("/api/v1/roles/" + role, wish).body())
                    .as("the exporting of %s", role)
                    .contains("more_than_own", "individual.mobile");
        }
        // Without the function to export, what is said of exporting gives nothing; with it, it would.
        Map<String, Object> dormant = new HashMap<>(order(List.of("customers.read", "customers.change"), "own"));
        dormant.put("fields", List.of(narrow.getLast()));
        assertThat(looker.put("/api/v1/roles/looked", dormant).status()).isEqualTo(200);
        assertThat(looker.put("/api/v1/roles/looked", Map.of("functions", functions))
                        .code())
                .isEqualTo("more_than_own");
        wish.put("fields", narrow);
        assertThat(looker.put("/api/v1/roles/looked", wish).status()).isEqualTo(200);
        // Who may reveal what the catalogue masks may let it be exported.
        wish.put("fields", List.of(right("individual.document_number", "clear", true, "clear")));
        assertThat(admin.put("/api/v1/roles/looked", wish).status()).isEqualTo(200);
    }

    @Test
    void nobodyTakesTheManagingOfAccessFromThemselves() {
        assertThat(create("second_admin", List.of("access.manage"), "none").status())
                .isEqualTo(200);
        long id = user("second", "second_admin");
        TestBrowser second = new TestBrowser(port).signIn("second", PASSWORD);
        assertThat(second.put("/api/v1/roles/second_admin", Map.of("functions", List.of()))
                        .code())
                .isEqualTo("own_access");
        assertThat(second.put("/api/v1/users/" + id, Map.of("roles", List.of())).code())
                .isEqualTo("own_access");
        assertThat(second.put("/api/v1/users/" + id, Map.of("active", false)).code())
                .isEqualTo("own_access");
        assertThat(second.get("/api/v1/users").status()).isEqualTo(200);
    }

    @Test
    void whatAChangeWouldDoIsToldBeforehandAndWhatItDidAfterwards() {
        assertThat(create("caller", List.of("customers.read", "customers.export"), "all")
                        .status())
                .isEqualTo(200);
        user("caller.one", "caller");
        user("caller.two", "caller");
        Map<String, Object> wish = new HashMap<>(order(List.of("customers.read"), "own"));
        wish.put("fields", List.of(right("individual.mobile", "hidden")));
        List<String> told = new ArrayList<>();
        for (JsonNode item :
                admin.post("/api/v1/roles/caller/consequences", wish).json().path("items")) {
            assertThat(item.path("people")).hasSize(2);
            told.add(item.path("kind").asString() + " " + item.path("subject").asString() + " "
                    + item.path("from").asString() + " " + item.path("to").asString());
        }
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "function customers.export yes no",
                        "reach  all own",
                        "read individual.mobile clear hidden",
                        "export individual.mobile clear hidden",
                        // It may hold a second number.
                        "read individual.card_properties clear hidden",
                        "export individual.card_properties clear hidden");
        assertThat(role("caller").path("scope").asString()).as("asked only").isEqualTo("all");
        assertThat(admin.put("/api/v1/roles/caller", wish).status()).isEqualTo(200);
        String trail = admin.get("/api/v1/audit?action=access.changed&limit=5").body();
        assertThat(trail)
                .contains("\"functions_before\":\"customers.export,customers.read\"", "\"scope_before\":\"all\"")
                .contains("\"fields\":\"individual.mobile=hidden/-/hidden\"");
    }

    @Test
    void aFieldThatIsNotThereIsRefused() {
        assertThat(hides("sales", "individual.shoe_size").status()).isEqualTo(422);
        assertThat(hides("sales", "individual.*").status()).isEqualTo(200);
        assertThat(admin.put("/api/v1/roles/sales", Map.of("fields", List.of())).status())
                .isEqualTo(200);
        assertThat(admin.put("/api/v1/roles/nameless", Map.of("functions", List.of()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void departmentEndsWhenNobodyIsInIt() {
        long upper = department("upper", 1);
        long lower = department("lower", upper);
        String end = "/api/v1/departments/%d/retirement";
        assertThat(admin.put(end.formatted(upper), Map.of()).code()).isEqualTo("department_in_use");
        assertThat(admin.put(end.formatted(1), Map.of()).code()).isEqualTo("department_in_use");
        assertThat(admin.put(end.formatted(lower), Map.of())
                        .json()
                        .path("retired")
                        .asBoolean())
                .isTrue();
        assertThat(admin.post("/api/v1/departments", Map.of("name", "x", "parentId", lower))
                        .status())
                .isEqualTo(422);
        Map<String, Object> person = new HashMap<>(person("late", "sales"));
        person.put("departmentId", lower);
        assertThat(admin.post("/api/v1/users", person).status()).isEqualTo(422);
        assertThat(admin.put(end.formatted(upper), Map.of()).status()).isEqualTo(200);
        assertThat(admin.delete(end.formatted(lower)).code()).isEqualTo("department_in_use");
        assertThat(admin.delete(end.formatted(upper)).status()).isEqualTo(200);
        assertThat(admin.delete(end.formatted(lower)).status()).isEqualTo(200);
    }

    @Test
    void lastSignInLockAndInvitationAreShown() {
        long id = user("standing", "sales");
        assertThat(standing(id).path("lastSignedInAt").isNull()).isTrue();
        new TestBrowser(port).signIn("standing", PASSWORD);
        assertThat(standing(id).path("lastSignedInAt").asString()).isNotEmpty();
        for (int i = 0; i < 6; i++) {
            new TestBrowser(port).post("/api/v1/session", Map.of("name", "standing", "password", "wrong"));
        }
        assertThat(standing(id).path("lockedUntil").asString()).isNotEmpty();
        assertThat(admin.delete("/api/v1/users/" + id + "/lock").status()).isEqualTo(204);
        assertThat(standing(id).path("lockedUntil").isNull()).isTrue();
        String code = admin.post("/api/v1/users/" + id + "/invitation", Map.of())
                .json()
                .path("code")
                .asString();
        assertThat(new TestBrowser(port)
                        .post("/api/v1/session", Map.of("code", code))
                        .status())
                .isEqualTo(200);
    }

    private JsonNode standing(long id) {
        return admin.get("/api/v1/users")
                .json()
                .path("items")
                .valueStream()
                .filter(user -> user.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    private TestBrowser match(long version) {
        return TestBrowser.admin(port).with("If-Match", "\"" + version + "\"");
    }

    private Answer create(String key, List<String> functions, String scope) {
        return TestBrowser.admin(port).with("If-None-Match", "*").put("/api/v1/roles/" + key, order(functions, scope));
    }

    private Answer hides(String role, String target) {
        return admin.put("/api/v1/roles/" + role, Map.of("fields", List.of(right(target, "hidden"))));
    }

    private static Map<String, Object> order(List<String> functions, String scope) {
        return Map.of("labels", LABELS, "functions", functions, "scope", scope);
    }

    private static Map<String, Object> right(String target, String read) {
        return right(target, read, true, read);
    }

    private static Map<String, Object> right(String target, String read, boolean write, String export) {
        return Map.of("target", target, "read", read, "write", write, "export", export);
    }

    private static Answer move(TestBrowser by, long department, String name, long parent) {
        return by.put("/api/v1/departments/" + department, Map.of("name", name, "parentId", parent));
    }

    private JsonNode role(String key) {
        for (JsonNode role : admin.get("/api/v1/roles").json().path("items")) {
            if (role.path("key").asString().equals(key)) {
                return role;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    private long department(String name, long parent) {
        return admin.post("/api/v1/departments", Map.of("name", name, "parentId", parent))
                .json()
                .path("id")
                .asLong();
    }

    private static Map<String, Object> person(String name, String role) {
        return Map.of(
                "name",
                name,
                "displayName",
                name,
                "password",
                PASSWORD,
                "mustChangePassword",
                false,
                "language",
                "en",
                "departmentId",
                1,
                "roles",
                List.of(role));
    }

    private long user(String name, String role) {
        return user(name, role, 1);
    }

    private long user(String name, String role, long department) {
        Map<String, Object> person = new HashMap<>(person(name, role));
        person.put("departmentId", department);
        Answer answer = admin.post("/api/v1/users", person);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }
}
