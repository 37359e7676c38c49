package io.clientela.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void makesASecretOnceForItsOwnerOnly() throws IOException {
        byte[] first = new Home(folder).secret("a.key", 32);
        assertThat(new Home(folder).secret("a.key", 32)).isEqualTo(first).hasSize(32);
        Path secrets = folder.resolve("secrets");
        try (Stream<Path> files = Files.list(secrets)) {
            assertThat(files).containsExactly(secrets.resolve("a.key"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve("a.key"))))
                .isEqualTo("rw-------");
    }
}
