package io.clientela.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whoever steals the database learns no document number, and the journal, imports and the trail tell no values at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DumpStoryTest {

    /** Where customers may stand in clear, because they are searched by part. */
    private static final List<String> CLEAR = List.of("customer.file", "customer.search", "customer.item");

    private static final String GOOD = "11010519491231002X";
    private static final String BAD = "110105194912310021";
    private static final String NIE = "X1234567L";
    private static final String LATER = "Y2345678Z";
    private static final String ACCOUNT = "6222021234567890128";
    private static final String NAME = "Casimira Testigosa";
    private static final String REFUSED_NAME = "Eulogio Rechazadez";
    private static final String SCAN = "Escritura de Casimira, folio 77";
    private static final String SCAN_NAME = "escritura-casimira.pdf";
    private static final String MAIL = "casimira.testigosa@example.org";
    private static final String MOBILE = "612998877";

    private final Office office = Office.shared();
    private Dump dump = new Dump(Map.of());

    @BeforeAll
    void workOfADay(@TempDir Path folder) throws IOException, SQLException {
        Person admin = office.admin();
        Path persons = Files.writeString(
                folder.resolve("personas.csv"),
                String.join(
                        "\n",
                        "Nombre y apellidos,Documento de identidad,Correo electrónico,Teléfono móvil",
                        NAME + "," + NIE + "," + MAIL + ",+34 " + MOBILE,
                        "王见证," + GOOD + ",wang.jianzheng@example.org,13800138000",
                        REFUSED_NAME + "," + BAD + ",eulogio@example.org,+34 612112233",
                        ""));
        office.imported(admin, persons, Map.of("mode", "insert", "type", "individual"));
        admin.post(
                        "/api/v1/customers",
                        Map.of(
                                "type",
                                "enterprise",
                                "values",
                                Map.of("name", "Testigos Reunidos SL", "bank_account", ACCOUNT)))
                .expect(200, 201);
        JsonNode found = admin.get("/api/v1/customers?q=" + NIE).expect(200).json();
        assertThat(found.path("items").size()).as("found by document number").isEqualTo(1);
        String number = found.path("items").get(0).path("number").asString("");
        admin.with("If-Match", "\"" + found.path("items").get(0).path("version").asLong() + "\"")
                .patch("/api/v1/customers/" + number, Map.of("values", Map.of("document_number", LATER)));
        attach(admin, number);
        admin.post(
                "/api/v1/customers/" + number + "/reveals",
                Map.of("field", "document_number", "reason", "asked by " + NAME));
        admin.get("/api/v1/customers?q=" + LATER + "&f.document_number=" + LATER);
        long export = admin.post("/api/v1/exports", Map.of("type", "individual", "format", "csv"))
                .expect(202)
                .json()
                .path("id")
                .asLong();
        admin.await("/api/v1/exports/" + export);
        dump = Dump.of(office);
    }

    private static void attach(Person admin, String number) {
        admin.post(
                        "/api/v1/catalogue/fields",
                        Map.of(
                                "record",
                                "individual",
                                "key",
                                "deed",
                                "type",
                                "FILE",
                                "label",
                                Map.of("zh", "契约", "en", "Deed", "es", "Escritura"),
                                "section",
                                "basic"))
                .expect(201);
        byte[] scan = ("%PDF-1.7\n" + SCAN).getBytes(StandardCharsets.UTF_8);
        long id = admin.attach(number, "deed", SCAN_NAME, scan)
                .expect(201)
                .json()
                .path("id")
                .asLong();
        long version = admin.get("/api/v1/customers/" + number)
                .expect(200)
                .json()
                .path("version")
                .asLong();
        admin.with("If-Match", "\"" + version + "\"")
                .patch("/api/v1/customers/" + number, Map.of("values", Map.of("deed", id)))
                .expect(200);
        assertThat(admin.get("/api/v1/customers/" + number + "/attachments/" + id)
                        .expect(200)
                        .body())
                .isEqualTo(scan);
    }

    @Test
    void showsNothingOfAStoredFile() {
        for (String secret : List.of(SCAN, SCAN_NAME, "%PDF-1.7")) {
            assertThat(dump.placesOf(secret)).as(secret).isEmpty();
        }
    }

    @Test
    void wouldFindWhatStandsInClear() {
        assertThat(dump.placesOf(NAME)).contains("customer.file");
        assertThat(dump.texts()).hasSizeGreaterThan(15);
    }

    @Test
    void showsNoDocumentNumberAndNoBankAccountAnywhere() {
        for (String secret : List.of(GOOD, BAD, NIE, LATER, ACCOUNT)) {
            assertThat(dump.placesOf(secret)).as(secret).isEmpty();
        }
    }

    @Test
    void showsOtherValuesOnlyWhereTheyAreSearched() {
        for (String value : List.of(NAME, MAIL, MOBILE, "王见证")) {
            assertThat(dump.placesOf(value)).as(value).isSubsetOf(CLEAR);
        }
    }

    @Test
    void showsNothingOfARefusedRow() {
        assertThat(dump.placesOf(REFUSED_NAME)).isEmpty();
        assertThat(dump.placesOf("eulogio@example.org")).isEmpty();
    }
}
