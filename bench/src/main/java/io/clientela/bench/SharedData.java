package io.clientela.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Data that lies beside the project on some machines only; a measure that wants it says so elsewhere. */
final class SharedData {

    private SharedData() {}

    /** Rows of a CSV file below {@code shared/data} of the nearest folder above that has one, by their headings. */
    static Optional<List<Map<String, String>>> rows(String path, PrintStream out) throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("data").resolve(path);
            if (Files.isRegularFile(file)) {
                return Optional.of(read(file));
            }
        }
        out.printf("skipped: there is no shared/data/%s in any folder above this one%n", path);
        return Optional.empty();
    }

    private static List<Map<String, String>> read(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(row -> rows.add(row.getFieldsAsMap()));
        }
        return rows;
    }
}
