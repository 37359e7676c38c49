package io.clientela.kit.match.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Floors of accuracy on data that lies beside the project on some machines only. */
class NameScoreTest {

    @Test
    void tellsNamesOfOneFromNamesOfTwo() throws IOException {
        List<NamedCsvRecord> pairs = rows("duplicates/name_pairs.csv");
        assumeTrue(!pairs.isEmpty());
        assertThat(f1(pairs, 0)).isGreaterThanOrEqualTo(0.88);
        // Of every second pair only the score was seen while the comparison was made, none of the names.
        assertThat(f1(pairs, 2)).isGreaterThanOrEqualTo(0.82);
    }

    @Test
    void findsTheFullNameOfAShortOrEnglishOne() throws IOException {
        List<NamedCsvRecord> companies = rows("duplicates/orgs_cn_names.csv");
        assumeTrue(!companies.isEmpty());
        NameIndex index = new NameIndex();
        companies.forEach(company -> index.add(company.getField("full_name")));
        assertThat(first(index, companies, "short_name")).isGreaterThanOrEqualTo(0.95);
        assertThat(first(index, companies, "english_name")).isGreaterThanOrEqualTo(0.6);
    }

    private static double first(NameIndex index, List<NamedCsvRecord> companies, String column) {
        int right = 0;
        for (NamedCsvRecord company : companies) {
            List<Candidate> found = index.find(company.getField(column), 1);
            right += !found.isEmpty() && index.name(found.getFirst().number()).equals(company.getField("full_name"))
                    ? 1
                    : 0;
        }
        return (double) right / companies.size();
    }

    /** Of all pairs, or of every second one. */
    private static double f1(List<NamedCsvRecord> pairs, int every) {
        int right = 0;
        int wrong = 0;
        for (int i = every == 0 ? 0 : 1; i < pairs.size(); i += every == 0 ? 1 : every) {
            NamedCsvRecord pair = pairs.get(i);
            boolean said = likeness(pair) >= NameLikeness.LIKELY_SAME;
            boolean is = Boolean.parseBoolean(pair.getField("is_match"));
            right += said && is ? 1 : 0;
            wrong += said != is ? 1 : 0;
        }
        return 2.0 * right / (2.0 * right + wrong);
    }

    private static double likeness(NamedCsvRecord pair) {
        String one = pair.getField("name1");
        String other = pair.getField("name2");
        return pair.getField("schema").equals("Person")
                ? PersonNames.acrossScripts(one, other)
                : EnterpriseNames.compare(EnterpriseNames.parse(one), EnterpriseNames.parse(other))
                        .likeness();
    }

    private static List<NamedCsvRecord> rows(String path) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("data").resolve(path);
            if (Files.isRegularFile(file)) {
                try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                    reader.forEach(rows::add);
                }
                return rows;
            }
        }
        return rows;
    }
}
