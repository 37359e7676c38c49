package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Actors;
import io.clientela.access.TestBrowser;
import io.clientela.access.TestBrowser.Answer;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Sight.FieldSight;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The explanation says what the read gate does: for people, roles and files at random, and to nobody more than they may know. */
@ServerTest
// A database apart: it makes many roles and people.
@TestPropertySource(properties = "clientela.test.apart=sights")
class SightsTest {

    /** The same people and files each time, so that what fails once fails again. */
    private static final long SEED = 20_261_122;

    private static final int PEOPLE = 40;
    private static final List<String> TARGETS = List.of(
            "*",
            "individual.*",
            "enterprise.*",
            "contact.*",
            "individual.mobile",
            "individual.document_number",
            "individual.owner",
            "enterprise.contacts",
            "enterprise.credit_code",
            "contact.mobile");
    private static final List<String> SIGHTS = List.of("hidden", "masked", "clear");
    private static final List<String> REACHES = List.of("none", "own", "department", "subtree", "all");

    @LocalServerPort
    int port;

    @Autowired
    Sights sights;

    @Autowired
    Customers customers;

    @Autowired
    ReadGate lists;

    @Autowired
    WriteGate gate;

    @Autowired
    Actors actors;

    @Test
    void explanationEqualsWhatTheReadGateDoes() {
        long seed = SEED;
        Random random = new Random(seed);
        TestBrowser admin = TestBrowser.admin(port);
        List<Long> departments = new ArrayList<>(List.of(1L));
        for (int i = 0; i < 5; i++) {
            long parent = departments.get(random.nextInt(departments.size()));
            departments.add(id(admin.post("/api/v1/departments", Map.of("name", "d" + i, "parentId", parent))));
        }
        List<String> roles = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            roles.add(role(admin, "random_" + i, random));
        }
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(admin, "random." + i, roles, departments, random));
        }
        List<CustomerNumber> files = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            files.add(file(i, people.get(random.nextInt(people.size())), random));
        }
        // Some leave after files were given to them.
        for (int i = 0; i < 4; i++) {
            admin.put("/api/v1/users/" + people.get(random.nextInt(people.size())), Map.of("active", false));
        }
        int seen = 0;
        for (long user : people) {
            for (CustomerNumber number : files) {
                Sight sight = sights.of(number, user, Cast.CHEN);
                Optional<FileView> view = opened(number, user);
                assertThat(sight.sees()).as("%d %s %s", seed, number, sight).isEqualTo(view.isPresent());
                assertThat(sight.sees()).as("%d %s %s", seed, number, sight).isEqualTo(listed(number, user));
                assertThat(sight.reasons().isEmpty()).isEqualTo(!sight.sees());
                assertThat(sight.missing().isEmpty()).isEqualTo(sight.sees());
                view.ifPresent(shown -> compare(sight, shown, seed));
                seen += sight.sees() ? 1 : 0;
            }
        }
        assertThat(seen).as("seed %d", seed).isBetween(PEOPLE / 2, PEOPLE * 14 - 20);
    }

    private static void compare(Sight sight, FileView view, long seed) {
        Set<String> filled = new HashSet<>(view.values().keySet());
        for (FieldSight field : sight.fields()) {
            boolean own = field.record().equals(view.type());
            Cell cell = own ? view.values().get(field.field()) : null;
            if (cell != null) {
                assertThat(cell.masked() == null ? "clear" : "masked")
                        .as("%d %s", seed, field)
                        .isEqualTo(field.read());
                filled.remove(field.field());
            }
            if (own && field.read().equals("hidden")) {
                assertThat(view.lists()).as("%d %s", seed, field).doesNotContainKey(field.field());
            }
            view.lists().getOrDefault("contacts", List.of()).forEach(item -> {
                Cell part = field.record().equals("contact") ? item.values().get(field.field()) : null;
                if (part != null) {
                    assertThat(part.masked() == null ? "clear" : "masked")
                            .as("%d %s", seed, field)
                            .isEqualTo(field.read());
                }
            });
        }
        assertThat(filled).as("seed %d", seed).isEmpty();
        List<String> always =
                view.type().equals("individual") ? List.of("name", "mobile", "document_number") : List.of("name");
        for (FieldSight field : sight.fields()) {
            if (field.record().equals(view.type()) && always.contains(field.field())) {
                assertThat(view.values().containsKey(field.field()))
                        .as("%d %s", seed, field)
                        .isEqualTo(!field.read().equals("hidden"));
            }
        }
    }

    @Test
    void askerLearnsNothingOfAFileBeyondTheirOwnReach() {
        CustomerNumber number = enter(Cast.newIndividual("name", "远山", "mobile", "13912340001"));
        Actor manager = actor(921, new Scope.Own(921), Functions.ACCESS_MANAGE, Functions.CUSTOMERS_READ);
        Actor auditor = actor(922, new Scope.None(), Functions.AUDIT_READ);
        Actor blind = actor(923, new Scope.All(), Functions.ACCESS_MANAGE);
        long admin = TestBrowser.admin(port)
                .get("/api/v1/session")
                .json()
                .at("/user/id")
                .asLong();
        for (Actor asker : List.of(manager, blind)) {
            assertThatThrownBy(() -> sights.of(number, admin, asker))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
        }
        Sight told = sights.of(number, admin, auditor);
        assertThat(told.sees()).isTrue();
        assertThat(told.file()).isEqualTo(new Sight.FileFacts(number.text(), null, null, null));
        assertThat(told.toString()).doesNotContain("远山", "139");
        assertThat(sights.of(number, admin, Cast.CHEN).file().department()).isNotEmpty();
        assertThatThrownBy(() -> sights.of(number, 999_999, auditor)).isInstanceOf(Refusal.class);
    }

    @Test
    void askerOutsideTheFileIsToldNoReasonThatNamesItsOwnerOrItsDepartment() {
        TestBrowser admin = TestBrowser.admin(port);
        long owner = id(admin.post("/api/v1/users", wish("told.owner", List.of("sales"), OptionalLong.of(1))));
        long colleague = id(admin.post(
                "/api/v1/users", wish("told.colleague", List.of("business_department"), OptionalLong.of(1))));
        CustomerNumber number = enter(Cast.newIndividual("name", "归属", "owner", Long.toString(owner)));
        Actor auditor = actor(924, new Scope.None(), Functions.AUDIT_READ);
        for (long asked : List.of(owner, colleague)) {
            Sight told = sights.of(number, asked, auditor);
            assertThat(told.sees()).isTrue();
            assertThat(told.reasons()).isEmpty();
            assertThat(told.fields()).as("would tell of what kind the file is").isEmpty();
            assertThat(told.roles()).isNotEmpty();
            assertThat(told.functions()).isNotEmpty();
        }
        assertThat(sights.of(number, owner, Cast.CHEN).reasons())
                .extracting(Sight.Reason::because)
                .containsExactly("own");
    }

    @Test
    void narrowingOfWhatIsKeptOfACardIsExplainedByTheFieldThatNarrowsIt() {
        TestBrowser admin = TestBrowser.admin(port);
        for (String hidden : List.of("mobile", "email")) {
            role(admin, "masks_" + hidden, List.of(Functions.CUSTOMERS_READ), "all", masked("individual." + hidden));
        }
        role(admin, "masks_mobile_too", List.of(Functions.CUSTOMERS_READ), "all", masked("individual.mobile"));
        role(admin, "masks_people", List.of(Functions.CUSTOMERS_READ), "all", masked("contact.mobile"));
        CustomerNumber number = enter(Cast.newIndividual("name", "名片"));
        FieldSight together = card(admin, number, "card.clear", "masks_mobile", "masks_email");
        assertThat(together.read()).isEqualTo("clear");
        assertThat(together.narrowedBy()).isNull();
        assertThat(together.usual()).isTrue();
        assertThat(together.roles()).containsExactlyInAnyOrder("masks_mobile", "masks_email");

        FieldSight narrowed = card(admin, number, "card.masked", "masks_mobile", "masks_mobile_too");
        assertThat(narrowed.read()).isEqualTo("masked");
        assertThat(narrowed.narrowedBy()).isEqualTo("Mobile");
        assertThat(narrowed.usual()).isFalse();
        assertThat(narrowed.roles()).containsExactlyInAnyOrder("masks_mobile", "masks_mobile_too");

        CustomerNumber firm = enter(Cast.newEnterprise("名片公司", "name", "李名"));
        FieldSight ofPerson = card(admin, firm, "card.person", "masks_people");
        assertThat(ofPerson.read()).isEqualTo("masked");
        assertThat(ofPerson.narrowedBy()).startsWith("Contact").contains(" / Mobile");
        assertThat(ofPerson.roles()).containsExactly("masks_people");
    }

    private FieldSight card(TestBrowser admin, CustomerNumber number, String person, String... roles) {
        long id = id(admin.post("/api/v1/users", wish(person, List.of(roles), OptionalLong.of(1))));
        return sights.of(number, id, Cast.CHEN).fields().stream()
                .filter(field -> field.field().equals("card_properties"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> masked(String target) {
        return List.of(Map.of("target", target, "read", "masked", "write", false, "export", "masked"));
    }

    @Test
    void onlyThoseWhoManageAccessOrAuditMayAsk() {
        CustomerNumber number = enter(Cast.newIndividual("name", "近水"));
        TestBrowser admin = TestBrowser.admin(port);
        String path = "/api/v1/customers/" + number.text() + "/visibility?user=";
        long seller = id(admin.post("/api/v1/users", wish("asker.sales", List.of("sales"), OptionalLong.of(1))));
        id(admin.post("/api/v1/users", wish("asker.audit", List.of("auditor"), OptionalLong.of(1))));
        Answer answer = admin.get(path + seller);
        assertThat(answer.json().path("sees").asBoolean(true)).isFalse();
        assertThat(answer.json().path("missing").toString()).contains("out_of_reach");
        assertThat(answer.json().path("givers").size()).isPositive();
        assertThat(new TestBrowser(port)
                        .signIn("asker.audit", "copper lantern 7")
                        .get(path + seller)
                        .status())
                .isEqualTo(200);
        assertThat(new TestBrowser(port)
                        .signIn("asker.sales", "copper lantern 7")
                        .get(path + seller)
                        .status())
                .isEqualTo(403);
    }

    private Optional<FileView> opened(CustomerNumber number, long user) {
        try {
            return actors.find(user, "test", "page")
                    .filter(actor -> actor.may(Functions.CUSTOMERS_READ))
                    .map(actor -> customers.file(number, actor));
        } catch (Refusal refusal) {
            assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND);
            return Optional.empty();
        }
    }

    private boolean listed(CustomerNumber number, long user) {
        return actors.find(user, "test", "page")
                .filter(actor -> actor.may(Functions.CUSTOMERS_READ))
                .map(actor -> lists.list(new ListQuery("", "", Map.of(), "created", "", 200), actor))
                .filter(page ->
                        page.items().stream().anyMatch(row -> row.number().equals(number.text())))
                .isPresent();
    }

    private CustomerNumber file(int i, long owner, Random random) {
        String who = Long.toString(owner);
        return random.nextBoolean()
                ? enter(Cast.newIndividual(
                        "name",
                        "随机" + i,
                        "mobile",
                        "1391234%04d".formatted(i),
                        "document_number",
                        "110101198507152235",
                        "owner",
                        who))
                : enter(Cast.newEnterprise("随机公司" + i, "name", "李随", "mobile", "1371234%04d".formatted(i)));
    }

    private CustomerNumber enter(Submission submission) {
        return ((Accepted) gate.submit(List.of(submission), Cast.CHEN).getFirst()).number();
    }

    private static String role(TestBrowser admin, String key, Random random) {
        List<String> functions = new ArrayList<>();
        for (String function : Functions.ALL) {
            if (random.nextInt(function.equals(Functions.CUSTOMERS_READ) ? 2 : 3) == 0) {
                functions.add(function);
            }
        }
        List<Map<String, Object>> fields = new ArrayList<>();
        for (String target : TARGETS) {
            if (random.nextInt(4) == 0) {
                fields.add(Map.of(
                        "target", target,
                        "read", SIGHTS.get(random.nextInt(3)),
                        "write", random.nextBoolean(),
                        "export", SIGHTS.get(random.nextInt(3))));
            }
        }
        return role(admin, key, functions, REACHES.get(random.nextInt(REACHES.size())), fields);
    }

    private static String role(
            TestBrowser admin, String key, List<String> functions, String reach, List<Map<String, Object>> fields) {
        Answer answer = admin.put(
                "/api/v1/roles/" + key,
                Map.of(
                        "labels",
                        Map.of("zh", key, "en", key, "es", key),
                        "functions",
                        functions,
                        "scope",
                        reach,
                        "fields",
                        fields));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return key;
    }

    private static long person(
            TestBrowser admin, String name, List<String> roles, List<Long> departments, Random random) {
        Set<String> borne = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            borne.add(roles.get(random.nextInt(roles.size())));
        }
        OptionalLong department = random.nextInt(5) == 0
                ? OptionalLong.empty()
                : OptionalLong.of(departments.get(random.nextInt(departments.size())));
        return id(admin.post("/api/v1/users", wish(name, List.copyOf(borne), department)));
    }

    private static Map<String, Object> wish(String name, List<String> roles, OptionalLong department) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "name",
                name,
                "displayName",
                name,
                "password",
                "copper lantern 7",
                "mustChangePassword",
                false,
                "language",
                "en",
                "roles",
                roles));
        department.ifPresent(id -> wish.put("departmentId", id));
        return wish;
    }

    private static Actor actor(long id, Scope scope, String... functions) {
        return new Actor(
                id,
                "asker" + id,
                OptionalLong.of(1),
                Set.of(functions),
                scope,
                Cast.CHEN.rights(),
                "en",
                "127.0.0.1",
                "api");
    }

    private static long id(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }
}
