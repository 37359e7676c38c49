package io.clientela.acceptance;

import io.clientela.acceptance.RawWire.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people hostile calls come from: every shipped role, wide and narrow reach, and some who should get nowhere. */
final class HostileCast {

    /** Reads everybody's customers, but not all of them. */
    private static final String BLINKERED = "blinkered";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Office office;
    private final RawWire wire;
    private final Person admin;
    private final Canaries canaries;
    private final List<Somebody> people = new ArrayList<>();
    private final Set<String> held = new HashSet<>();

    HostileCast(Office office, Canaries canaries) {
        this.office = office;
        this.wire = new RawWire(office.address());
        this.admin = office.admin();
        this.canaries = canaries;
    }

    void gather() {
        long root = department("Casa", 0);
        long home = department("Taller", root);
        long aviary = department("Pajarera", root);
        hold("/api/v1/departments", admin.get("/api/v1/departments"));
        Map<String, Set<String>> functions = new LinkedHashMap<>();
        admin.get("/api/v1/roles").expect(200).json().path("items").forEach(role -> {
            Set<String> granted = new TreeSet<>();
            role.path("functions").forEach(each -> granted.add(each.asString("")));
            functions.put(role.path("key").asString(""), granted);
        });
        admin.put("/api/v1/roles/" + BLINKERED, blinkers()).expect(200, 201);
        hold("/api/v1/roles", admin.get("/api/v1/roles"));

        user("keeper", aviary, "business_department");
        canaries.plant(new Person(office.address()).signIn("keeper", Office.PASSWORD));
        functions.forEach((role, granted) ->
                employ(role, home, granted.stream().anyMatch(each -> each.endsWith(".manage")), role));
        employ("wide", root, false, "department_head");
        employ(BLINKERED, home, false, BLINKERED);
        employ("roleless", home, false);
        employ("gone", home, false, "sales");
        JsonNode gone = account("gone");
        admin.put("/api/v1/users/" + gone.path("id").asLong(), Map.of("active", false))
                .expect(200);
        people.add(new Somebody("nobody", new Way(), false, true));
        Way forged = new Way();
        forged.token = bearer("cl_" + "x".repeat(43));
        forged.session = List.of("Cookie: SESSION=bm90aGluZw==; XSRF-TOKEN=x", "X-XSRF-TOKEN: x");
        people.add(new Somebody("forger", forged, false, true));
        hold("/api/v1/users", admin.get("/api/v1/users"));
        baits(root);
        customers();
    }

    /** Some customers in many hands, come in by a list of which one row is wrong. */
    private void customers() {
        StringBuilder list =
                new StringBuilder("Nombre y apellidos,Documento de identidad,Teléfono móvil,Propietario\n");
        int n = 0;
        for (Somebody person : people) {
            n++;
            list.append("Cliente %d,%s,+34 611 00 00 %02d,%s%n"
                    .formatted(n, n == 1 ? "12345678A" : "", n, person.outside() ? "" : person.name()));
        }
        try {
            Path file = Files.writeString(Files.createTempFile("clientes", ".csv"), list);
            office.imported(admin, file, Map.of("type", "individual", "mode", "insert"));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What those who manage access may do their worst to. */
    private void baits(long root) {
        long bait = department("Señuelo", root);
        for (int i = 1; i <= 3; i++) {
            user("senuelo" + i, bait, "sales");
        }
        Map<String, Object> role = blinkers();
        role.put("functions", List.of("customers.read"));
        admin.put("/api/v1/roles/senuelo", role).expect(200, 201);
    }

    private static Map<String, Object> blinkers() {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("labels", Map.of("zh", "遮眼", "en", "Blinkered", "es", "Con anteojeras"));
        role.put("functions", List.of("customers.read", "customers.change", "customers.import", "customers.export"));
        role.put("scope", "all");
        role.put(
                "fields",
                List.of(
                        right("individual.mobile", "masked"),
                        right("individual.email", "hidden"),
                        right("individual.remarks", "hidden"),
                        right("individual.hobbies", "masked"),
                        right("contact.mobile", "masked"),
                        right("contact.name", "hidden")));
        return role;
    }

    private static Map<String, Object> right(String target, String read) {
        return Map.of("target", target, "read", read, "write", false, "export", read);
    }

    private void employ(String name, long department, boolean manages, String... roles) {
        String user = "h_" + name;
        user(user, department, roles);
        Somebody person = new Somebody(user, new Way(), manages, name.equals("gone"));
        people.add(person);
        signIn(person);
    }

    /** As a browser does it, and with a token made there for a program. */
    private void signIn(Somebody person) {
        String cookies = "Cookie: " + cookie(ask("GET", "/api/v1/session", List.of(), ""), "XSRF-TOKEN");
        String guard = cookies.replace("Cookie: XSRF-TOKEN=", "X-XSRF-TOKEN: ");
        Answer in = ask(
                "POST",
                "/api/v1/session",
                List.of(cookies, guard),
                "{\"name\":\"" + person.name() + "\",\"password\":\"" + Office.PASSWORD + "\"}");
        if (in.isGood()) {
            person.way().session = List.of(cookies + "; " + cookie(in, "SESSION"), guard);
            Answer made = ask("POST", "/api/v1/tokens", person.way().session, "{\"label\":\"hostile\",\"days\":30}");
            person.way().token = bearer(JSON.readTree(made.body()).path("token").asString(""));
        } else {
            // Locked out, by right; the command line lets a program of theirs in again.
            person.way().token = bearer(office.token(person.name()));
            person.way().session = person.way().token;
        }
    }

    /** Whoever lost their session or token, by right, gets another one. */
    void comeBack(Somebody person) {
        boolean out = ask("GET", "/api/v1/session", person.way().token(), "").status() == 401;
        boolean gone = ask("GET", "/api/v1/session", person.way().session(), "").status() == 401;
        if (out || gone) {
            signIn(person);
        }
    }

    private Answer ask(String method, String path, List<String> who, String json) {
        try {
            List<String> headers = new ArrayList<>(who);
            headers.add("Content-Type: application/json");
            return wire.send(method, path, headers, json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cookie(Answer answer, String name) {
        Matcher found = Pattern.compile(name + "=[^;,]+").matcher(answer.header("set-cookie"));
        return found.find() ? found.group() : "";
    }

    private static List<String> bearer(String token) {
        return List.of("Authorization: Bearer " + token);
    }

    private void user(String name, long department, String... roles) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("name", name);
        wish.put("displayName", name);
        wish.put("language", List.of("zh", "en", "es").get(people.size() % 3));
        wish.put("departmentId", department);
        wish.put("roles", List.of(roles));
        wish.put("password", Office.PASSWORD);
        wish.put("mustChangePassword", false);
        wish.put("active", true);
        admin.post("/api/v1/users", wish).expect(201);
    }

    private JsonNode account(String name) {
        for (JsonNode user : admin.get("/api/v1/users").expect(200).json().path("items")) {
            if (user.path("name").asString("").equals("h_" + name)) {
                return user;
            }
        }
        throw new AssertionError("no user " + name);
    }

    private long department(String name, long parent) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("name", name);
        if (parent != 0) {
            wish.put("parentId", parent);
        }
        return admin.post("/api/v1/departments", wish)
                .expect(201)
                .json()
                .path("id")
                .asLong();
    }

    private void hold(String collection, Person.Answer all) {
        all.expect(200)
                .json()
                .path("items")
                .forEach(item -> held.add(
                        collection + " " + HostileKnowledge.key(item, "id").orElse("")));
    }

    List<Somebody> people() {
        return people;
    }

    Person admin() {
        return admin;
    }

    /** What somebody mustn't address, because they may rightly change who sees what: the cast itself, and the canaries. */
    BiPredicate<String, String> spared(Somebody person, Set<String> readable) {
        return (collection, key) -> person.manages() && held.contains(collection + " " + key) || readable.contains(key);
    }

    /**
     * Somebody calls come from.
     *
     * @param way how they show who they are
     * @param manages whether they may change people, roles or settings
     * @param outside whether they have no business here at all
     */
    record Somebody(String name, Way way, boolean manages, boolean outside) {}

    /** Header lines by which somebody is known; they change when a session or token has ended. */
    static final class Way {
        private List<String> session = List.of();
        private List<String> token = List.of();

        List<String> session() {
            return session;
        }

        List<String> token() {
            return token;
        }
    }
}
