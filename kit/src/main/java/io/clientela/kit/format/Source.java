package io.clientela.kit.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file somebody handed over; it can be opened as often as needed and gives the same bytes each time. */
public interface Source {

    /** The name the file had, without folders; only a hint to what it is. */
    String name();

    /** Length in bytes. */
    long size();

    InputStream open() throws IOException;

    /** The file itself where the bytes lie on disk as they are, so that nothing needs to be copied. */
    default Optional<Path> path() {
        return Optional.empty();
    }

    static Source of(Path path) throws IOException {
        return new FileSource(path, String.valueOf(path.getFileName()), Files.size(path));
    }

    /** The file at {@code path} under the name its owner gave it. */
    static Source of(Path path, String name) throws IOException {
        return new FileSource(path, name, Files.size(path));
    }

    static Source of(String name, byte[] bytes) {
        return new ByteSource(name, bytes.clone());
    }
}
