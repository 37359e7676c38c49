package io.clientela.bench;

import io.clientela.kit.format.RowReader;
import io.clientela.kit.format.Source;
import io.clientela.kit.format.Spreadsheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which rows are one and the same, by what a row is called in its file. For scoring only: nothing of it reaches the matcher. */
record Truth(Map<String, String> entities) {

    /** The first two columns of a file with a row of headings: row and entity. */
    static Truth read(Path file) throws IOException {
        Map<String, String> entities = new HashMap<>();
        try (Spreadsheet sheet = Spreadsheet.open(Source.of(file));
                RowReader rows = sheet.sheet().open()) {
            rows.next();
            rows.forEachRemaining(row -> entities.put(row.cell(0), row.cell(1)));
        }
        return new Truth(entities);
    }

    /** A file below {@code shared/data} of the nearest folder above that has one. */
    static Optional<Path> find(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("data").resolve(path);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
