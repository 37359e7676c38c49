package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A source as a file on disk, for formats that are read from their end or in leaps; a copy goes when it is closed. */
record SpooledFile(Path path, boolean copied) implements AutoCloseable {

    static SpooledFile of(Source source, String ending) {
        Optional<Path> onDisk = source.path();
        if (onDisk.isPresent()) {
            return new SpooledFile(onDisk.get(), false);
        }
        try (InputStream in = source.open()) {
            Path copy = Files.createTempFile("clientela-", ending);
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return new SpooledFile(copy, true);
        } catch (IOException e) {
            throw FormatError.of(UNREADABLE, e);
        }
    }

    @Override
    public void close() {
        if (copied) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                path.toFile().deleteOnExit();
            }
        }
    }
}
