package io.clientela;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser;
import io.clientela.access.TestBrowser.Answer;
import io.clientela.access.Tokens;
import io.clientela.platform.Needs;
import io.clientela.platform.Open;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Made from the server's own mappings: every endpoint, for every role, with right, wrong and missing rights. */
@ServerTest
// A database apart: its second administrator would let another story lose the first.
@TestPropertySource(properties = "clientela.test.apart=matrix")
class EndpointMatrixTest {

    private static final String PREFIX = "/api/v1/";
    /** Ends the caller's own session or token, so calling it would spoil the calls after it. */
    private static final Set<String> LEFT_OUT = Set.of("DELETE /api/v1/session");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Tokens tokens;

    @Test
    void theInterfaceDescriptionNamesEveryEndpoint() {
        JsonNode paths =
                TestBrowser.admin(port).get("/api/v1/openapi.json").json().path("paths");
        for (Endpoint endpoint : endpoints()) {
            assertThat(paths.path(endpoint.pattern()).has(endpoint.method().toLowerCase(java.util.Locale.ROOT)))
                    .as(endpoint.toString())
                    .isTrue();
        }
    }

    @Test
    void withoutSigningInOnlyOpenEndpointsAnswer() {
        TestBrowser nobody = new TestBrowser(port);
        for (Endpoint endpoint : endpoints()) {
            Answer answer = nobody.call(endpoint.method(), endpoint.path(), Map.of());
            if (endpoint.open()) {
                assertThat(answer.status()).as(endpoint.toString()).isLessThan(500);
            } else {
                // A change without the page's token is stopped even before the session is asked for.
                assertThat(answer.status()).as(endpoint.toString()).isIn(401, 403);
            }
        }
    }

    @Test
    void everyRoleReachesExactlyWhatItsFunctionsAllow() {
        TestBrowser admin = TestBrowser.admin(port);
        Map<String, Set<String>> roles = roles(admin);
        assertThat(roles).hasSizeGreaterThan(8);
        List<String> wrong = new ArrayList<>();
        roles.forEach((role, functions) -> {
            TestBrowser person = person(admin, role);
            for (Endpoint endpoint : endpoints()) {
                int status = person.call(endpoint.method(), endpoint.path(), Map.of())
                        .status();
                boolean allowed =
                        endpoint.needs().isEmpty() || endpoint.needs().stream().anyMatch(functions::contains);
                boolean refused = status == 401 || status == 403;
                boolean right = allowed ? !refused || endpoint.ownRules() : status == 403;
                if (!right || status >= 500) {
                    wrong.add(role + " " + endpoint + " " + status);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private TestBrowser person(TestBrowser admin, String role) {
        String name = "matrix_" + role;
        Map<String, Object> wish = new TreeMap<>(Map.of(
                "name",
                name,
                "displayName",
                "Matrix " + role,
                "password",
                "Una-Clave-Larga 77",
                "language",
                "en",
                "departmentId",
                1,
                "roles",
                List.of(role),
                "active",
                true,
                "mustChangePassword",
                false));
        assertThat(admin.post("/api/v1/users", wish).status()).isEqualTo(201);
        String token = tokens.issueFor(name, "matrix", 1).secret();
        return new TestBrowser(port).with("Authorization", "Bearer " + token);
    }

    private static Map<String, Set<String>> roles(TestBrowser admin) {
        Map<String, Set<String>> roles = new TreeMap<>();
        admin.get("/api/v1/roles")
                .json()
                .path("items")
                .forEach(role -> roles.put(
                        role.path("key").asString(),
                        Set.copyOf(StreamSupport.stream(role.path("functions").spliterator(), false)
                                .map(JsonNode::asString)
                                .toList())));
        return roles;
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> add(mapping, handler, all));
        assertThat(all).hasSizeGreaterThan(30);
        return all;
    }

    private static void add(RequestMappingInfo mapping, HandlerMethod handler, List<Endpoint> all) {
        for (String pattern : mapping.getPatternValues()) {
            if (pattern.startsWith(PREFIX) && !pattern.endsWith(".json") && !pattern.endsWith(".yaml")) {
                mapping.getMethodsCondition().getMethods().forEach(method -> {
                    Needs needs = handler.getMethodAnnotation(Needs.class);
                    Endpoint endpoint = new Endpoint(
                            method.name(),
                            pattern,
                            needs == null ? Set.of() : needs(needs),
                            handler.hasMethodAnnotation(Open.class));
                    if (!LEFT_OUT.contains(method.name() + " " + pattern)) {
                        all.add(endpoint);
                    }
                });
            }
        }
    }

    private static Set<String> needs(Needs needs) {
        return needs.or().isEmpty() ? Set.of(needs.value()) : Set.of(needs.value(), needs.or());
    }

    private record Endpoint(String method, String pattern, Set<String> needs, boolean open) {

        /** Ids that nobody has, so that a call changes nothing. */
        String path() {
            return pattern.replace("{number}", "C20000101001").replaceAll("\\{[^}]+}", "999999");
        }

        /** Own account's endpoints refuse programs with a token for reasons of their own. */
        boolean ownRules() {
            return pattern.startsWith(PREFIX + "session") || pattern.startsWith(PREFIX + "tokens");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }
}
