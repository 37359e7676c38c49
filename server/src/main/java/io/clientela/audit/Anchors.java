package io.clientela.audit;

import io.clientela.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The file that holds the anchor. It is written after the seals are committed, so it may be behind the database after a
 * crash, never ahead of it.
 */
final class Anchors {

    static final String FILE = "audit.anchor";

    private final Path folder;
    private final Path file;

    Anchors(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
    }

    /** Empty when the file is missing or can't be understood. */
    Optional<Anchor> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readAllBytes(file), Anchor.class))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor of the audit trail can't be read: " + file, e);
        }
    }

    /** Without this the new name may be lost with the power, though not the file. */
    private void force() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Replaces the file at once, or leaves it when it already names a later seal. */
    void write(Anchor anchor) {
        if (read().filter(old -> old.sealNo() >= anchor.sealNo()).isPresent()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, FILE, ".new");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(Json.bytes(anchor));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force();
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor of the audit trail can't be written: " + file, e);
        }
    }
}
