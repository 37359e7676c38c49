package io.clientela.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.acceptance.Person.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Every endpoint of the interface description is called for every role: with the right, without it, and as nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsStoryTest {

    private static final String SIGNED_IN = "signed in";
    private static final String OPEN = "open";

    /** What each endpoint needs, written down a second time on purpose; a new endpoint must be added here. */
    private static final Map<String, String> NEEDS = needs("""
            GET    /sign-in.json                            open
            GET    /api/v1/session                          open
            POST   /api/v1/session                          open
            POST   /api/v1/session/code                     open
            DELETE /api/v1/session                          signed in
            PUT    /api/v1/session/password                 signed in
            PUT    /api/v1/session/language                 signed in
            GET    /api/v1/session/givers                   signed in
            GET    /api/v1/tokens                           signed in
            POST   /api/v1/tokens                           signed in
            DELETE /api/v1/tokens/{id}                      signed in
            GET    /api/v1/sessions                         signed in
            DELETE /api/v1/sessions                         signed in
            DELETE /api/v1/sessions/{key}                   signed in
            GET    /api/v1/open-sessions                    access.manage
            GET    /api/v1/departments                      signed in
            POST   /api/v1/departments                      access.manage
            PUT    /api/v1/departments/{id}                 access.manage
            PUT    /api/v1/departments/{id}/retirement      access.manage
            DELETE /api/v1/departments/{id}/retirement      access.manage
            GET    /api/v1/users                            access.manage
            POST   /api/v1/users                            access.manage
            PUT    /api/v1/users/{id}                       access.manage
            GET    /api/v1/users/{id}                       access.manage
            POST   /api/v1/users/{id}/invitation            access.manage
            GET    /api/v1/users/{id}/sign-ins              access.manage
            GET    /api/v1/users/{id}/sessions              access.manage
            DELETE /api/v1/users/{id}/sessions              access.manage
            DELETE /api/v1/users/{id}/sessions/{key}        access.manage
            GET    /api/v1/users/{user}/tokens              access.manage
            DELETE /api/v1/users/{user}/tokens/{id}         access.manage
            DELETE /api/v1/users/{id}/lock                  access.manage
            GET    /api/v1/functions                        access.manage
            GET    /api/v1/roles                            access.manage
            PUT    /api/v1/roles/{key}                      access.manage
            DELETE /api/v1/roles/{key}                      access.manage
            POST   /api/v1/roles/{key}/consequences         access.manage
            GET    /api/v1/catalogue                        signed in
            GET    /api/v1/catalogue/whole                  access.manage
            GET    /api/v1/catalogue/version                signed in
            GET    /api/v1/catalogue/fields                 catalogue.manage
            POST   /api/v1/catalogue/fields                 catalogue.manage
            PUT    /api/v1/catalogue/fields/{record}/{key}  catalogue.manage
            PUT    /api/v1/catalogue/fields/{record}/{key}/retirement  catalogue.manage
            DELETE /api/v1/catalogue/fields/{record}/{key}/retirement  catalogue.manage
            PUT    /api/v1/catalogue/fields/{record}/{key}/sights  access.manage
            POST   /api/v1/catalogue/effects                catalogue.manage
            PUT    /api/v1/catalogue/layouts/{record}       catalogue.manage
            GET    /api/v1/code-lists                       catalogue.manage
            POST   /api/v1/code-lists                       catalogue.manage
            PUT    /api/v1/code-lists/{key}/label           catalogue.manage
            PUT    /api/v1/code-lists/{key}/order           catalogue.manage
            GET    /api/v1/code-lists/{key}/items           catalogue.manage
            POST   /api/v1/code-lists/{key}/items           catalogue.manage
            PUT    /api/v1/code-lists/{key}/items/{code}    catalogue.manage
            DELETE /api/v1/code-lists/{key}/items/{code}    catalogue.manage
            PUT    /api/v1/code-lists/{key}/items/{code}/retirement  catalogue.manage
            DELETE /api/v1/code-lists/{key}/items/{code}/retirement  catalogue.manage
            GET    /api/v1/code-lists/{key}/items/{code}/uses  catalogue.manage
            POST   /api/v1/catalogue/check                  signed in
            GET    /api/v1/code-lists/{key}                 signed in
            GET    /api/v1/customers                        customers.read
            POST   /api/v1/customers                        customers.create
            GET    /api/v1/customers/{number}               customers.read
            PATCH  /api/v1/customers/{number}               customers.change
            POST   /api/v1/customers/{number}/reveals       customers.reveal
            GET    /api/v1/customers/{number}/history       customers.read
            GET    /api/v1/customers/{number}/dossier       customers.read
            GET    /api/v1/customers/{number}/periods       customers.read
            GET    /api/v1/customers/total                  customers.read
            GET    /api/v1/customers/{number}/merges/preview  customers.merge
            POST   /api/v1/customers/{number}/merges        customers.merge
            GET    /api/v1/customers/{number}/unmerges/preview  customers.merge
            POST   /api/v1/customers/{number}/unmerges      customers.merge
            GET    /api/v1/attachments/limits               customers.read
            POST   /api/v1/attachments                      customers.change
            GET    /api/v1/customers/{number}/attachments/{id}  customers.read
            GET    /api/v1/tag-rules                        tags.manage
            POST   /api/v1/tag-rules                        tags.manage
            PUT    /api/v1/tag-rules/{id}                   tags.manage
            DELETE /api/v1/tag-rules/{id}                   tags.manage
            POST   /api/v1/tag-rules/previews               tags.manage
            POST   /api/v1/tag-rules/runs                   tags.manage
            POST   /api/v1/settings/{key}/effects           settings.manage
            GET    /api/v1/lifecycle                        signed in
            GET    /api/v1/coming-days                      customers.read
            GET    /api/v1/relation-kinds                   customers.read
            GET    /api/v1/customers/{number}/groups/{circle}  customers.read
            GET    /api/v1/pool                             customers.claim
            GET    /api/v1/pool/limits                      customers.claim
            POST   /api/v1/customers/{number}/claims        customers.claim
            POST   /api/v1/customers/{number}/releases      customers.claim
            GET    /api/v1/customers/{number}/card          customers.export
            GET    /api/v1/customers/{number}/visibility    access.manage or audit.read
            GET    /api/v1/customers/{number}/history/{entry}/undo  customers.change
            POST   /api/v1/customers/{number}/history/{entry}/undo  customers.change
            POST   /api/v1/uploads                          customers.import
            GET    /api/v1/imports                          customers.import
            POST   /api/v1/imports                          customers.import
            POST   /api/v1/imports/recognition              customers.import
            GET    /api/v1/imports/{id}                     customers.import
            GET    /api/v1/imports/{id}/rows                customers.import
            GET    /api/v1/imports/{id}/findings            customers.import
            GET    /api/v1/imports/{id}/unknown-owners      customers.import
            POST   /api/v1/imports/{id}/mendings            customers.import
            GET    /api/v1/imports/{id}/refused.csv         customers.import
            GET    /api/v1/imports/{id}/refused.xlsx        customers.import
            GET    /api/v1/uploads/{id}/corrections         customers.import
            DELETE /api/v1/uploads/{id}/corrections         customers.import
            GET    /api/v1/import-templates                 customers.import
            POST   /api/v1/import-templates                 customers.import
            PUT    /api/v1/import-templates/{id}/name       customers.import
            DELETE /api/v1/import-templates/{id}            customers.import
            PUT    /api/v1/imports/{id}/pause               customers.import
            PUT    /api/v1/imports/{id}/resumption          customers.import
            PUT    /api/v1/imports/{id}/cancellation        customers.import
            POST   /api/v1/imports/{id}/undo                customers.import
            GET    /api/v1/imports/{id}/undo                customers.import
            GET    /api/v1/imports/{id}/undo/kept           customers.import
            GET    /api/v1/bulk-changes                     customers.change
            POST   /api/v1/bulk-changes                     customers.change
            GET    /api/v1/bulk-changes/{id}                customers.change
            GET    /api/v1/bulk-changes/{id}/preview        customers.change
            GET    /api/v1/bulk-changes/{id}/reasons        customers.change
            GET    /api/v1/bulk-changes/{id}/troubles       customers.change
            PUT    /api/v1/bulk-changes/{id}/execution      customers.change
            PUT    /api/v1/bulk-changes/{id}/cancellation   customers.change
            POST   /api/v1/bulk-changes/{id}/undo           customers.change
            GET    /api/v1/duplicates                       matching.review
            GET    /api/v1/duplicates/state                 matching.review
            POST   /api/v1/duplicates/verdicts              matching.review
            DELETE /api/v1/duplicates/verdicts/{one}/{other}  matching.review
            POST   /api/v1/duplicates/groups/verdicts       matching.review
            DELETE /api/v1/duplicates/groups/verdicts       matching.review
            POST   /api/v1/duplicates/likely                customers.create
            GET    /api/v1/duplicates/likely/{number}       customers.read
            POST   /api/v1/duplicates/runs                  matching.run
            GET    /api/v1/duplicates/runs/{id}             matching.run
            PUT    /api/v1/duplicates/runs/{id}/cancellation  matching.run
            GET    /api/v1/duplicates/estimate              matching.run
            GET    /api/v1/duplicates/groups                matching.run
            GET    /api/v1/views                            customers.read
            POST   /api/v1/views                            customers.read
            PUT    /api/v1/views/{id}                       customers.read
            DELETE /api/v1/views/{id}                       customers.read
            GET    /api/v1/views/taste                      customers.read
            PUT    /api/v1/views/taste                      customers.read
            POST   /api/v1/exports                          customers.export
            GET    /api/v1/exports/{id}                     customers.export
            GET    /api/v1/exports/{id}/content             customers.export
            GET    /api/v1/jobs                             signed in
            PUT    /api/v1/jobs/{id}/pause                  signed in
            PUT    /api/v1/jobs/{id}/resumption             signed in
            PUT    /api/v1/jobs/{id}/cancellation           signed in
            GET    /api/v1/audit                            audit.read
            GET    /api/v1/audit/actions                    audit.read
            POST   /api/v1/audit/verification               audit.read
            POST   /api/v1/audit/verifications              audit.read
            GET    /api/v1/audit/verifications              audit.read
            GET    /api/v1/audit/verifications/{id}         audit.read
            POST   /api/v1/audit/exports                    audit.read
            GET    /api/v1/audit/exports/{id}               audit.read
            GET    /api/v1/audit/exports/{id}/content       audit.read
            GET    /api/v1/settings                         settings.manage
            GET    /api/v1/settings/{key}                   settings.manage
            PUT    /api/v1/settings/{key}                   settings.manage
            GET    /api/v1/settings/{key}/history           settings.manage
            GET    /api/v1/health                           settings.manage
            """);

    private final Office office = Office.shared();
    private final Map<String, Person> people = new TreeMap<>();
    private final Map<String, Set<String>> functions = new HashMap<>();
    private final Set<String> described = new TreeSet<>();

    @BeforeAll
    void somebodyOfEachRole() {
        Person admin = office.admin();
        long department = office.department("Rights 权限", 0);
        JsonNode description = admin.get("/api/v1/openapi.json").expect(200).json();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> described.add(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        JsonNode roles = admin.get("/api/v1/roles").expect(200).json();
        for (JsonNode role : roles.has("items") ? roles.path("items") : roles) {
            String key = role.path("key").asString("");
            Set<String> granted = new HashSet<>();
            role.path("functions").forEach(function -> granted.add(function.asString("")));
            functions.put(key, granted);
            office.user("role_" + key, key, "en", department, key);
            people.put(key, office.person("role_" + key));
        }
    }

    @Test
    void everyEndpointIsDescribedAndItsNeedIsKnown() {
        assertThat(described).isEqualTo(NEEDS.keySet());
        // The shipped ones, and what other stories in the same office have made.
        assertThat(people).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void nobodyComesInWithoutSigningIn() {
        Person stranger = new Person(office.address());
        Person wrong = Person.withToken(office.address(), "cl_" + "x".repeat(43));
        List<String> leaks = new ArrayList<>();
        NEEDS.forEach((endpoint, need) -> {
            if (!need.equals(OPEN)) {
                note(endpoint, call(stranger, endpoint), 401, leaks);
                note(endpoint + " with a wrong token", call(wrong, endpoint), 401, leaks);
            }
        });
        assertThat(leaks).isEmpty();
    }

    @Test
    void everyRoleMayExactlyWhatItsFunctionsSay() {
        List<String> wrong = new ArrayList<>();
        people.forEach((role, person) -> NEEDS.forEach((endpoint, need) -> {
            if (need.startsWith(OPEN) || endpoint.equals("DELETE /api/v1/session")) {
                return;
            }
            Answer answer = call(person, endpoint);
            boolean may =
                    need.equals(SIGNED_IN) || Arrays.stream(need.split(" or ")).anyMatch(granted(role)::contains);
            if (may && (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500)) {
                wrong.add(role + " should be let in: " + answer);
            }
            if (!may && (answer.status() != 403 || !answer.code().equals("no_right"))) {
                wrong.add(role + " should be refused: " + answer);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void someRoleLacksEachFunctionAndSomeRoleHasIt() {
        Set<String> needed = new TreeSet<>();
        NEEDS.values().forEach(need -> needed.addAll(List.of(need.split(" or "))));
        needed.removeIf(need -> !need.contains("."));
        for (String function : needed) {
            assertThat(functions.values()).as(function).anyMatch(each -> each.contains(function));
            assertThat(functions.values()).as(function).anyMatch(each -> !each.contains(function));
        }
    }

    private Set<String> granted(String role) {
        return functions.getOrDefault(role, Set.of());
    }

    private static void note(String endpoint, Answer answer, int wanted, List<String> leaks) {
        if (answer.status() != wanted) {
            leaks.add(endpoint + ": " + answer);
        }
    }

    /** Calls an endpoint with an address that fits nothing and a body that says nothing. */
    private static Answer call(Person person, String endpoint) {
        String[] parts = endpoint.split(" ");
        String path = parts[1].replace("{id}", "0")
                .replace("{user}", "0")
                .replace("{number}", "C0")
                .replace("{key}", "none")
                .replace("{record}", "none")
                .replace("{code}", "none")
                .replace("{entry}", "1")
                .replace("{one}", "C0")
                .replace("{other}", "C1")
                .replace("{circle}", "household");
        boolean body = !parts[0].equals("GET") && !parts[0].equals("DELETE");
        return person.call(parts[0], path, body ? Optional.of(Map.of()) : Optional.empty());
    }

    private static Map<String, String> needs(String table) {
        Map<String, String> needs = new TreeMap<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.strip().split("\\s+", 3);
            needs.put(parts[0] + " " + parts[1], parts[2]);
        });
        return needs;
    }
}
