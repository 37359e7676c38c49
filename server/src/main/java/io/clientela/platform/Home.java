package io.clientela.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The folder of one installation: embedded database, keys outside the database, anchors of the audit trail. */
@ConfigurationProperties("clientela")
public record Home(Path home) {

    /** A secret of {@code bytes} random bytes kept in {@code secrets/name}; made at first use, readable by its owner only. */
    public byte[] secret(String name, int bytes) {
        Path folder = home.resolve("secrets");
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                byte[] random = new byte[bytes];
                new SecureRandom().nextBytes(random);
                Path fresh = Files.createTempFile(
                        folder,
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(random));
                    channel.force(true);
                }
                Files.move(fresh, file);
                // What is sealed under it reaches the disk at its own time; a power cut must not leave that without its
                // key.
                force(folder);
                force(home);
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != bytes) {
                throw new IllegalStateException("the secret " + name + " has the wrong length: " + file);
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + name + " can't be read or made: " + file, e);
        }
    }

    /** Has a folder's entries on the disk; Linux does that through a channel opened for reading. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    public Path file(String name) {
        return home.resolve(name);
    }
}
