package io.clientela.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The folder of one installation: embedded database, keys outside the database, anchors of the audit trail. */
@ConfigurationProperties("clientela")
public record Home(Path home) {

    /** A secret of {@code bytes} random bytes kept in {@code secrets/name}; made at first use, readable by its owner only. */
    public byte[] secret(String name, int bytes) {
        Path file = home.resolve("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(
                        file.getParent(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                byte[] random = new byte[bytes];
                new SecureRandom().nextBytes(random);
                Path fresh = Files.createTempFile(
                        file.getParent(),
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(fresh, random);
                Files.move(fresh, file);
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

    public Path file(String name) {
        return home.resolve(name);
    }
}
