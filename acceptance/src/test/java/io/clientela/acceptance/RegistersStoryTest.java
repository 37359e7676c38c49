package io.clientela.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The office drops in the registers it has, as they are, and nobody lends a hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistersStoryTest {

    private static final double AGREEMENT = 0.99;

    private final Office office = Office.shared();
    private final String token = office.token("admin");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "personas_cn.csv, individual",
        "客户信息登记表.xlsx, enterprise",
        "clientes_es.csv, individual",
        "customers_en.csv, individual",
    })
    void takesWhatIsGoodAndRefusesTheRestForTheRightField(String name, String type) {
        Path file = Registers.file("registers/" + name);
        Map<Integer, String> truth =
                Registers.truth("registers/" + name.substring(0, name.lastIndexOf('.')) + ".truth.csv");
        Path errors = folder.resolve("errors.csv");

        JsonNode answer = office.verb(token, "import", file.toString(), "--errors", errors.toString())
                .expect(0)
                .json();

        Map<Integer, String> refused = Registers.refused(errors);
        assertThat(answer.path("type").asString("")).isEqualTo(type);
        assertThat(answer.path("rows").asLong()).isEqualTo(truth.size());
        assertThat(answer.path("accepted").asLong() + answer.path("refused").asLong())
                .isEqualTo(truth.size());
        assertThat(refused).hasSize((int) answer.path("refused").asLong());
        Map<Integer, String> wrong = new HashMap<>();
        truth.forEach((row, field) -> {
            if (refused.containsKey(row) == field.isEmpty()) {
                wrong.put(row, "should be " + (field.isEmpty() ? "accepted" : "refused for " + field));
            }
        });
        assertThat(wrong.size()).as("rows that went the wrong way: " + wrong).isLessThanOrEqualTo((int)
                (truth.size() * (1 - AGREEMENT)));
        refused.forEach((row, field) -> {
            if (!truth.getOrDefault(row, "").isEmpty()) {
                assertThat(field).as("row " + row).isEqualTo(truth.get(row));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "persons_au_1000.csv, individual, 990",
        "persons_au_5000_a.csv, individual, 4950",
        "persons_uk_1000.csv, individual, 900",
        "orgs_us_fodors.csv, enterprise, 530",
        "orgs_cn_names.csv, enterprise, 1880",
    })
    void makesSenseOfOddHeadings(String name, String type, long accepted) {
        JsonNode answer = office.verb(
                        token, "import", Registers.file("duplicates/" + name).toString())
                .expect(0)
                .json();

        assertThat(answer.path("type").asString("")).isEqualTo(type);
        assertThat(answer.path("accepted").asLong()).isGreaterThanOrEqualTo(accepted);
    }

    @Test
    void bringsTheSameFileAgainWithoutChangingAnything() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), """
                Código;Nombre y apellidos;NIF;Teléfono móvil
                R-1;Lucía Gómez Prieto;12345678Z;612 345 678
                R-2;Marta Ruiz Soler;X1234567L;+34 699 11 22 33
                """);

        JsonNode first = upsert(file);
        JsonNode again = upsert(file);

        assertThat(first.path("created").asLong()).isEqualTo(2);
        assertThat(again.path("unchanged").asLong()).isEqualTo(2);
        assertThat(again.path("updated").asLong() + again.path("created").asLong())
                .isZero();
    }

    @Test
    void onlySaysWhatWouldHappenInADryRun() throws IOException {
        Path file = Files.writeString(folder.resolve("dry.csv"), """
                Name,Mobile
                Zebedee Drylander,+44 7400 123804
                """);

        JsonNode answer = office.verb(token, "import", file.toString(), "--dry-run", "--type", "individual")
                .expect(0)
                .json();

        assertThat(answer.path("accepted").asLong()).isEqualTo(1);
        JsonNode found = office.verb(token, "find", "Drylander").expect(0).json();
        assertThat(found.path("items").size()).isZero();
    }

    private JsonNode upsert(Path file) {
        return office.verb(token, "import", file.toString(), "--mode", "upsert", "--key", "external_id")
                .expect(0)
                .json();
    }
}
