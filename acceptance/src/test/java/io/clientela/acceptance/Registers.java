package io.clientela.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Real-looking registers with the truth about each row, where the machine has them; stories without them are skipped. */
final class Registers {

    private static final Path DATA =
            Path.of(System.getProperty("clientela.root", "..")).toAbsolutePath().resolveSibling("shared/data");

    private Registers() {}

    static Path file(String name) {
        Path file = DATA.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the test data isn't on this machine: " + name);
        return file;
    }

    /** What should become of each row: empty for accepted, else the field it is refused for. */
    static Map<Integer, String> truth(String name) {
        Map<Integer, String> expected = new HashMap<>();
        for (String line : lines(file(name)).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            expected.put(
                    Integer.parseInt(cells[0]), cells[2].equals("ok") ? "" : cells[2].substring("refuse:".length()));
        }
        return expected;
    }

    /** The rows of an errors file with the field each was refused for. */
    static Map<Integer, String> refused(Path errors) {
        Map<Integer, String> found = new HashMap<>();
        for (String line : lines(errors).stream().skip(1).toList()) {
            String[] cells = line.split(",", 3);
            if (cells.length == 3 && cells[0].matches("\\d+")) {
                found.merge(Integer.parseInt(cells[0]), cells[1], (one, other) -> one + " " + other);
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
