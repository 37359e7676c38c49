package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser.Answer;
import io.clientela.audit.AuditReport;
import io.clientela.audit.AuditStandalone;
import io.clientela.kernel.Scope;
import io.clientela.platform.DatabaseConnection;
import io.clientela.platform.ServerTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AccessStoryTest {

    private static final String PASSWORD = "copper lantern 7";

    @LocalServerPort
    int port;

    @Autowired
    Actors actors;

    @Autowired
    TokenStore tokens;

    @Autowired
    JdbcClient sql;

    @Autowired
    Environment environment;

    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        admin = TestBrowser.admin(port).speaking("en");
    }

    @Test
    void userMadeByAdministratorMustSetPasswordFirst() {
        user("lin.wei", "sales", 1, Map.of("mustChangePassword", true));
        TestBrowser lin = new TestBrowser(port).signIn("Lin.Wei", PASSWORD);
        assertThat(lin.get("/api/v1/tokens").code()).isEqualTo("password_change_needed");
        assertThat(lin.put("/api/v1/session/password", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(lin.put("/api/v1/session/password", Map.of("password", "harbour of glass"))
                        .status())
                .isEqualTo(204);
        assertThat(lin.get("/api/v1/tokens").status()).isEqualTo(200);
    }

    @Test
    void departmentHeadReachesTheWholeSubtreeAndNewDepartmentsAtOnce() {
        long sales = department("华东销售", 1);
        long shanghai = department("上海", sales);
        department("华北销售", 1);
        long head = user("chen.jie", "department_head", sales, Map.of());
        assertThat(actors.actor(head, "test", "job").scope())
                .isEqualTo(new Scope.Departments(head, Set.of(sales, shanghai)));
        long pudong = department("浦东", shanghai);
        assertThat(actors.actor(head, "test", "job").scope())
                .isEqualTo(new Scope.Departments(head, Set.of(sales, shanghai, pudong)));
        assertThat(new TestBrowser(port)
                        .signIn("chen.jie", PASSWORD)
                        .get("/api/v1/session")
                        .json()
                        .path("scope")
                        .asString())
                .isEqualTo("departments");
    }

    @Test
    void departmentCantStandBelowItself() {
        long upper = department("upper", 1);
        long lower = department("lower", upper);
        assertThat(admin.put("/api/v1/departments/" + upper, Map.of("name", "upper", "parentId", lower))
                        .code())
                .isEqualTo("department_cycle");
        assertThat(admin.put("/api/v1/departments/1", Map.of("name", "root", "parentId", lower))
                        .code())
                .isEqualTo("department_cycle");
    }

    @Test
    void deactivationEndsSessionsAndTokensAtOnce() {
        long id = user("ana.garcia", "legal", 1, Map.of());
        TestBrowser ana = new TestBrowser(port).signIn("ana.garcia", PASSWORD);
        String secret = token(ana, 30);
        TestBrowser program = new TestBrowser(port).with("Authorization", "Bearer " + secret);
        assertThat(program.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(program.put("/api/v1/session/language", Map.of("language", "en"))
                        .status())
                .as("a token needs no CSRF token")
                .isEqualTo(204);

        assertThat(admin.put("/api/v1/users/" + id, Map.of("active", false)).status())
                .isEqualTo(200);
        assertThat(ana.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(program.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(new TestBrowser(port)
                        .post("/api/v1/session", Map.of("name", "ana.garcia", "password", PASSWORD))
                        .code())
                .isEqualTo("sign_in_failed");
    }

    @Test
    void tokenEndsWhenItExpiresOrIsRevokedAndCantMakeAnother() {
        user("token.owner", "general_manager", 1, Map.of());
        TestBrowser owner = new TestBrowser(port).signIn("token.owner", PASSWORD);
        String secret = token(owner, 1);
        TestBrowser program = new TestBrowser(port).with("Authorization", "Bearer " + secret);
        assertThat(program.post("/api/v1/tokens", Map.of("label", "more", "days", 1))
                        .code())
                .isEqualTo("page_session_needed");
        assertThat(owner.get("/api/v1/tokens").json().at("/items/0/lastUsedAt").asString())
                .isNotEmpty();
        Clock inTwoDays = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        assertThat(new TokensInForce(tokens, actors, Clock.systemUTC()).owner(secret))
                .isPresent();
        assertThat(new TokensInForce(tokens, actors, inTwoDays).owner(secret))
                .as("a remembered token ends at its time too")
                .isEmpty();
        assertThat(program.get("/api/v1/session").status()).isEqualTo(200);

        long id = owner.get("/api/v1/tokens").json().at("/items/0/id").asLong();
        assertThat(owner.delete("/api/v1/tokens/" + id).status()).isEqualTo(204);
        assertThat(program.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(owner.post("/api/v1/tokens", Map.of("label", "x", "days", 400))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void newPasswordEndsTheOtherSessionsAndAllTokens() {
        long id = user("two.desks", "sales", 1, Map.of());
        TestBrowser here = new TestBrowser(port).signIn("two.desks", PASSWORD);
        TestBrowser program = new TestBrowser(port).with("Authorization", "Bearer " + token(here, 30));
        assertThat(program.get("/api/v1/session").status()).isEqualTo(200);
        TestBrowser there = new TestBrowser(port).signIn("two.desks", PASSWORD);
        Answer wrong =
                here.put("/api/v1/session/password", Map.of("current", "guess guess", "password", "harbour of glass"));
        assertThat(wrong.json().at("/fields/0/code").asString()).isEqualTo("password_wrong");
        assertThat(here.put("/api/v1/session/password", Map.of("current", PASSWORD, "password", "harbour of glass"))
                        .status())
                .isEqualTo(204);
        assertThat(here.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(there.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(program.get("/api/v1/session").status()).isEqualTo(401);

        program = new TestBrowser(port).with("Authorization", "Bearer " + token(here, 30));
        assertThat(admin.put("/api/v1/users/" + id, Map.of("password", "a lamp of brass"))
                        .status())
                .isEqualTo(200);
        assertThat(program.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void changedRoleCountsForTheNextRequest() {
        user("sun.li", "customer_service", 1, Map.of());
        TestBrowser sun = new TestBrowser(port).signIn("sun.li", PASSWORD).speaking("es");
        Answer refused = sun.get("/api/v1/audit");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).isEqualTo("Sus funciones no permiten esto.");
        Answer changed = admin.put(
                "/api/v1/roles/customer_service",
                Map.of(
                        "functions",
                        List.of("customers.read", "audit.read"),
                        "fields",
                        List.of(Map.of(
                                "target", "individual.*", "read", "masked", "write", false, "export", "hidden"))));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().path("label").asString()).isEqualTo("Customer service");
        assertThat(sun.get("/api/v1/audit").status()).isEqualTo(200);
        assertThat(admin.put("/api/v1/roles/customer_service", Map.of("functions", List.of("everything")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void lastAdministratorStays() {
        long id = admin.get("/api/v1/session").json().at("/user/id").asLong();
        assertThat(admin.put("/api/v1/users/" + id, Map.of("active", false)).code())
                .isEqualTo("last_administrator");
        assertThat(admin.put("/api/v1/users/" + id, Map.of("roles", List.of("sales")))
                        .code())
                .isEqualTo("last_administrator");
        assertThat(admin.put("/api/v1/roles/administrator", Map.of("functions", List.of()))
                        .code())
                .isEqualTo("last_administrator");
        assertThat(admin.get("/api/v1/users").status()).isEqualTo(200);
    }

    @Test
    void problemsRepeatNothingPersonal() {
        user("taken.name", "sales", 1, Map.of());
        Answer taken = create(Map.of("name", "TAKEN.name", "displayName", "王芳", "password", PASSWORD));
        assertThat(taken.code()).isEqualTo("user_name_taken");
        Answer wrong = create(Map.of("name", "no good name", "displayName", "王芳", "password", "wangfang1"));
        assertThat(wrong.status()).isEqualTo(422);
        Answer odd = create(Map.of("surname", "王芳"));
        assertThat(odd.code()).isEqualTo("bad_request");
        for (Answer answer : List.of(taken, wrong, odd)) {
            assertThat(answer.body()).doesNotContain("王芳", "wangfang1", PASSWORD, "taken.name", "TAKEN.name");
        }
    }

    @Test
    void changesAreToldWithIdsAndTheTrailIsWhole() {
        long id = user("zhao.min", "auditor", 1, Map.of());
        TestBrowser auditor = new TestBrowser(port).signIn("zhao.min", PASSWORD);
        assertThat(auditor.get("/api/v1/users").code()).isEqualTo("no_right");
        Answer told = auditor.get("/api/v1/audit?action=access.changed&actor=admin&limit=5");
        assertThat(told.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("subject").asString()))
                .contains("account:" + id);
        // Names are asked for when somebody looks; the trail itself keeps ids.
        assertThat(told.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("subject") + " " + item.path("detail")))
                .noneMatch(kept -> kept.contains("zhao.min"));
        Answer older = auditor.get("/api/v1/audit?limit=1");
        assertThat(auditor.get("/api/v1/audit?limit=1&cursor="
                                + older.json().path("next").asString())
                        .json()
                        .at("/items/0/id")
                        .asLong())
                .isLessThan(older.json().at("/items/0/id").asLong());
        assertThat(auditor.get("/api/v1/audit?number=C-1").json().path("items").size())
                .isZero();
        assertThat(auditor.get("/api/v1/audit?from=2026-11-40").code()).isEqualTo("bad_request");
        Answer verified = auditor.post("/api/v1/audit/verification", Map.of());
        assertThat(verified.json().path("ok").asBoolean())
                .as(verified.toString())
                .isTrue();
    }

    @Test
    void commandLineMakesTokensAndVerifiesWhileTheServerRuns() {
        DatabaseConnection database = DatabaseConnection.outside(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
        Path home = Path.of(environment.getRequiredProperty("clientela.home"));
        Token.Issued issued = AccessStandalone.issueToken(database, home, "Admin", "nightly import", 7);
        assertThat(new TestBrowser(port)
                        .with("Authorization", "Bearer " + issued.secret())
                        .get("/api/v1/users")
                        .status())
                .isEqualTo(200);
        AuditReport report = AuditStandalone.verify(database, home);
        assertThat(report.ok()).as(report.toString()).isTrue();
        assertThat(report.checked()).isPositive();
    }

    @Test
    void unknownAddressBelowTheInterfaceIsMissingInWords() {
        Answer answer = admin.get("/api/v1/nothing-here");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not_found");
        Answer described = admin.get("/api/v1/openapi.json");
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.body()).contains("/api/v1/audit/verification").doesNotContain("FieldRights\"");
        assertThat(new TestBrowser(port).get("/api/v1/openapi.json").status()).isEqualTo(401);
    }

    private Answer create(Map<String, Object> body) {
        return admin.post("/api/v1/users", body);
    }

    private long user(String name, String role, long department, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", name,
                "displayName", name,
                "password", PASSWORD,
                "mustChangePassword", false,
                "language", "zh",
                "departmentId", department,
                "roles", List.of(role)));
        body.putAll(more);
        Answer answer = create(body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private long department(String name, long parent) {
        Answer answer = admin.post("/api/v1/departments", Map.of("name", name, "parentId", parent));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private static String token(TestBrowser owner, int days) {
        Answer answer = owner.post("/api/v1/tokens", Map.of("label", "nightly import", "days", days));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("token").asString();
    }
}
