package io.clientela.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An organisation whose customers are seen in three scopes: one department with 0.05 % of them, a region of 20 departments with
 * 5 %, and all; the rest belongs to 40 other departments. Each department has one person whose name stands in the list as owner.
 */
final class Territory {

    private static final String PASSWORD = "Medir-En-Serio-2026";
    private static final List<String> SALES = List.of("sales");

    /** Whoever sees a number or an address masked is held to some searches a minute, so the readers see all of a customer. */
    private static final String DOCUMENTS = "documents";

    private static final int IN_REGION = 20;
    private static final int ELSEWHERE = 40;

    /** Of 2,000 customers one is the small department's and 100 the region's. */
    private static final int ROUND = 2_000;

    private static final int REGION_EVERY = 20;

    private final Client client;

    Territory(Client client) {
        this.client = client;
    }

    /** Makes departments, owners and the three readers. */
    void make() throws IOException, InterruptedException {
        client.put(
                "/api/v1/roles/" + DOCUMENTS,
                Map.of(
                        "labels",
                        Map.of("zh", "查看证件", "en", "Reads documents", "es", "Ve documentos"),
                        "scope",
                        "own",
                        // Only a role that opens customers speaks of their fields.
                        "functions",
                        List.of("customers.read"),
                        "fields",
                        List.of(Map.of("target", "*", "read", "clear", "write", false, "export", "masked"))));
        long office = department(Map.of("name", "Head office"));
        long region = department("Region", office);
        user("reader-region", List.of("department_head", DOCUMENTS), region);
        user("reader-all", List.of("service_manager", DOCUMENTS), office);
        long small = department("Branch", office);
        user("reader-small", List.of("business_department", DOCUMENTS), small);
        user(small(), SALES, small);
        for (int i = 0; i < IN_REGION; i++) {
            user(region(i), SALES, department("Region " + i, region));
        }
        for (int i = 0; i < ELSEWHERE; i++) {
            user(elsewhere(i), SALES, department("Elsewhere " + i, office));
        }
    }

    /** Whose customer the person with this number is, 1 being the first. */
    String owner(int number) {
        if (number % ROUND == 0) {
            return small();
        }
        return number % REGION_EVERY == 1 ? region(number / REGION_EVERY % IN_REGION) : elsewhere(number % ELSEWHERE);
    }

    /** The readers from the narrowest to the widest. */
    static List<Reader> readers() {
        List<Reader> readers = new ArrayList<>();
        readers.add(new Reader("reader-small", "0.05 %", small()));
        readers.add(new Reader("reader-region", "5 %", "region"));
        readers.add(new Reader("reader-all", "100 %", ""));
        return readers;
    }

    private static String small() {
        return "branch-owner";
    }

    private static String region(int i) {
        return "region-owner-" + i;
    }

    private static String elsewhere(int i) {
        return "owner-" + i;
    }

    private long department(String name, long parent) throws IOException, InterruptedException {
        return department(Map.of("name", name, "parentId", parent));
    }

    private long department(Map<String, Object> body) throws IOException, InterruptedException {
        return client.post("/api/v1/departments", body).path("id").asLong();
    }

    private void user(String name, List<String> roles, long department) throws IOException, InterruptedException {
        client.post(
                "/api/v1/users",
                Map.of(
                        "name",
                        name,
                        "displayName",
                        name,
                        "password",
                        PASSWORD,
                        "mustChangePassword",
                        false,
                        "departmentId",
                        department,
                        "roles",
                        roles));
    }

    /**
     * Somebody who looks.
     *
     * @param scope share of all customers seen
     * @param owners how the names of the owners in the scope begin
     */
    record Reader(String name, String scope, String owners) {}
}
