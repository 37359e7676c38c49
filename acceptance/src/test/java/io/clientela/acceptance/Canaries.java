package io.clientela.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Customers of one department with values that stand nowhere else: where one turns up, it has come from their files. */
final class Canaries {

    private static final String DNI = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final List<String> WORDS =
            List.of("Verderolina", "Jilguerosa", "Pinzonaria", "Oropendolez", "Abubillana");

    /** May somebody read this file? Asked of the tables, not of the product's gates. */
    private static final String MAY_READ = """
            with recursive mine as (
              select a.account_id, a.department_id, r.scope
              from access.account a
              join access.account_role ar on ar.account_id = a.account_id
              join access.role r on r.role_key = ar.role_key
              where a.name = ? and a.active and 'customers.read' = any (r.functions)
            ), below as (
              select distinct department_id from mine where scope = 'subtree'
              union
              select d.department_id from access.department d join below b on d.parent_id = b.department_id
            )
            select exists (
              select 1
              from customer.file f, mine m
              where f.number = ?
                and (m.scope = 'all'
                  or m.scope = 'own' and f.owner_id = m.account_id
                  or m.scope = 'department' and f.department_id = m.department_id
                  or m.scope = 'subtree' and f.department_id in (select department_id from below))
            )
            """;

    private final Map<String, Set<String>> songs = new LinkedHashMap<>();
    private final Set<String> all = new TreeSet<>();

    /** Has somebody of the department enter them, so that they are that person's. */
    void plant(Person keeper) {
        for (int i = 0; i < WORDS.size(); i++) {
            plant(keeper, i);
        }
        plantEnterprise(keeper);
    }

    private void plant(Person keeper, int i) {
        String word = WORDS.get(i);
        int digits = 71_345_670 + i * 131;
        String document = digits + "" + DNI.charAt(digits % 23);
        String mobile = "6" + (38_417_250 + i * 17);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Quetzala " + word);
        values.put("document_type", "nif");
        values.put("document_number", document);
        values.put("mobile", "+34 " + mobile);
        values.put("email", "nido." + word.toLowerCase(Locale.ROOT) + "xq@example.org");
        values.put("address", "Calle " + word + "gasse 7");
        values.put("hobbies", "silbar " + word + "hobby");
        values.put("remarks", "canta " + word + "nota");
        JsonNode made = enter(keeper, Map.of("type", "individual", "values", values));
        keep(made, document, mobile, word + "hobby", word + "nota", word + "gasse", word + "xq", word);
    }

    private void plantEnterprise(Person keeper) {
        Map<String, Object> contact = Map.of("name", "Zorzala Currucarana", "mobile", "+34 639517428");
        JsonNode made = enter(
                keeper,
                Map.of(
                        "type",
                        "enterprise",
                        "values",
                        Map.of("name", "Pajarera Alcaudonia SL", "bank_account", "6222021998877665544"),
                        "lists",
                        Map.of("contacts", Map.of("set", List.of(Map.of("values", contact))))));
        keep(made, "6222021998877665544", "Alcaudonia", "Currucarana", "639517428");
    }

    private static JsonNode enter(Person keeper, Map<String, Object> customer) {
        return keeper.post("/api/v1/customers", customer).expect(200, 201).json();
    }

    private void keep(JsonNode made, String... tokens) {
        Set<String> kept = new TreeSet<>();
        for (String token : tokens) {
            kept.add(token.toLowerCase(Locale.ROOT));
        }
        songs.put(made.path("number").asString(""), kept);
        all.addAll(kept);
    }

    Set<String> numbers() {
        return songs.keySet();
    }

    /** Whether a text holds a canary of any file. */
    boolean sings(String text) {
        return !heard(text, all).isEmpty();
    }

    /** Which canaries of one file a text holds; digits count with whatever stands between them left out. */
    Set<String> heard(String text, String number) {
        return heard(text, songs.getOrDefault(number, Set.of()));
    }

    private static Set<String> heard(String text, Set<String> tokens) {
        String lower = text.toLowerCase(Locale.ROOT);
        String close = lower.replaceAll("[\\s().-]", "");
        Set<String> heard = new TreeSet<>();
        for (String token : tokens) {
            if (lower.contains(token) || close.contains(token)) {
                heard.add(token);
            }
        }
        return heard;
    }

    /** Pieces of them to search with; never a whole one, so that none gets into anybody's own files. */
    List<String> lures() {
        List<String> lures = new ArrayList<>(List.of("Quetzala", "Zorzala", "nido.", "silbar", "canta"));
        all.forEach(token -> lures.add(token.substring(0, token.length() / 2)));
        lures.addAll(songs.keySet());
        return lures;
    }

    /** Which of the files somebody may read. */
    Set<String> readableBy(String name, Office office) {
        Set<String> readable = new TreeSet<>();
        try (Connection connection = office.database();
                PreparedStatement asked = connection.prepareStatement(MAY_READ)) {
            for (String number : songs.keySet()) {
                asked.setString(1, name);
                asked.setString(2, number);
                try (ResultSet answer = asked.executeQuery()) {
                    answer.next();
                    if (answer.getBoolean(1)) {
                        readable.add(number);
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return readable;
    }
}
