package io.clientela.kit.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Data that lies beside the project on some machines only; tests that want it are skipped elsewhere. */
final class SharedData {

    private SharedData() {}

    /** A file below {@code shared/data} of the nearest folder above that has one. */
    static Optional<Path> file(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("data").resolve(path);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
