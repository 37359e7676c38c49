package io.clientela.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Persons made up by the generator beside the project, a fifth of them damaged copies.
 *
 * @param list without the column that tells the truth
 * @param entities who each row really is, by its number
 */
record People(Path list, Map<String, String> entities) {

    private static final String SEPARATOR = ",";
    private static final int NUMBER = 0;
    private static final int ENTITY = 1;

    /** Empty, and said so, where the generator isn't there. */
    static Optional<People> make(Path folder, int rows, PrintStream out) throws IOException, InterruptedException {
        Map<String, String> entities = new HashMap<>();
        return list(folder, rows, out, entities::put).map(list -> new People(list, entities));
    }

    /** The list alone, of any size: what is true of ten million persons has no room in the memory of a measure that doesn't ask for it. */
    static Optional<Path> list(Path folder, int rows, PrintStream out) throws IOException, InterruptedException {
        return list(folder, rows, out, (number, entity) -> {});
    }

    private static Optional<Path> list(Path folder, int rows, PrintStream out, BiConsumer<String, String> truth)
            throws IOException, InterruptedException {
        Optional<Path> generator = Truth.find("make_people.py");
        if (generator.isEmpty()) {
            out.println("skipped: there is no shared/data/make_people.py in any folder above this one");
            return Optional.empty();
        }
        Path made = folder.resolve("people.csv");
        Process process = new ProcessBuilder("python3", generator.get().toString(), "people", Integer.toString(rows))
                .redirectOutput(made.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the generator ended with " + process.exitValue());
        }
        return Optional.of(stripped(made, folder.resolve("people-stripped.csv"), truth));
    }

    private static Path stripped(Path made, Path stripped, BiConsumer<String, String> truth) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(made, StandardCharsets.UTF_8);
                BufferedWriter to = Files.newBufferedWriter(stripped, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split(SEPARATOR, 3);
                truth.accept(parts[NUMBER], parts[ENTITY]);
                to.write(parts[NUMBER] + SEPARATOR + parts[2] + "\n");
            }
        }
        return stripped;
    }
}
