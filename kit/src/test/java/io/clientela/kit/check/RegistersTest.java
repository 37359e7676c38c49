package io.clientela.kit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registers of four offices: what is right in them passes, what was damaged on purpose is found, and nothing else. */
class RegistersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "personas_cn | GB18030 | , | CN | ymd | name:1 document_number:2 mobile:3 email:4 date:10",
                "clientes_es | windows-1252 | ; | ES | dmy | name:1 document_number:2 mobile:3 email:4 postal_code:5 date:7 money:8 yes_no:9",
                "customers_en | UTF-8 | , | GB | dmy | name:1 name:2 email:5 mobile:6 postal_code:9 date:11"
            })
    void refusesExactlyTheDamagedRows(
            String register, String charset, String delimiter, String country, String order, String columns)
            throws IOException {
        Optional<Path> file = SharedData.file("registers/" + register + ".csv");
        Optional<Path> truth = SharedData.file("registers/" + register + ".truth.csv");
        assumeThat(file).isPresent();
        assumeThat(truth).isPresent();
        List<String> rows = lines(file.orElseThrow(), Charset.forName(charset));
        List<String> expected = lines(truth.orElseThrow(), StandardCharsets.UTF_8);
        List<String> wrong = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            String outcome = outcome(rows.get(i).split(delimiter, -1), columns, new Context(country, order, Map.of()));
            if (!expected.get(i).endsWith("," + outcome)) {
                wrong.add(expected.get(i) + " but " + outcome + ": " + rows.get(i));
            }
        }
        assertThat(rows).hasSizeGreaterThan(2000);
        assertThat(wrong).isEmpty();
    }

    private static String outcome(String[] cells, String columns, Context context) {
        for (String column : columns.split(" ")) {
            int colon = column.indexOf(':');
            String rule = column.substring(0, colon);
            String cell = cells[Integer.parseInt(column.substring(colon + 1))];
            boolean missing = rule.equals("name") && Rules.isBlank(cell);
            if (missing || Rules.named(rule).check(cell, context) instanceof Checked.Refused) {
                return "refuse:" + rule;
            }
        }
        return "ok";
    }

    private static List<String> lines(Path file, Charset charset) throws IOException {
        return new String(Files.readAllBytes(file), charset).lines().toList();
    }
}
