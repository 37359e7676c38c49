package io.clientela.vault;

import io.clientela.platform.HealthSign;
import io.clientela.platform.HealthTeller;
import io.clientela.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether the key above all others will be there at the next start, and nobody else can read it. */
@Component
class KeyHealth implements HealthTeller {

    private static final Set<PosixFilePermission> OWNERS_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final MasterKey key;
    private final Home home;

    KeyHealth(MasterKey key, Home home) {
        this.key = key;
        this.home = home;
    }

    @Override
    public List<HealthSign> signs(Instant now) {
        if (key.given()) {
            return List.of(HealthSign.good("key", "given", Map.of()));
        }
        Path file = home.file("secrets").resolve(MasterKey.FILE);
        if (!Files.isReadable(file)) {
            return List.of(HealthSign.danger("key", "missing", Map.of()));
        }
        return List.of(
                guarded(file)
                        ? HealthSign.good("key", "kept", Map.of())
                        : HealthSign.attention("key", "open", Map.of()));
    }

    private static boolean guarded(Path file) {
        try {
            return OWNERS_ONLY.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the key's file can't be looked at", e);
        }
    }
}
