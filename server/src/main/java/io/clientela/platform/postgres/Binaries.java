package io.clientela.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Programs of one PostgreSQL: {@code folder} holds {@code bin/postgres}, {@code bin/initdb} and {@code bin/pg_ctl}. */
public record Binaries(Path folder, int majorVersion) {

    private static final int SHIPPED_VERSION = 18;
    private static final String UNPACKED = ".unpacked";

    /** Those shipped with the product, unpacked once below {@code home}. */
    public static Binaries shipped(Path home) {
        Path folder = home.resolve("pgsql-" + SHIPPED_VERSION);
        if (!Files.exists(folder.resolve(UNPACKED))) {
            try {
                unpack(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL can't be unpacked to " + folder, e);
            }
        }
        return new Binaries(folder, SHIPPED_VERSION);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Whether a module of this name comes with them. */
    boolean hasModule(String name) {
        return Stream.of("lib/postgresql", "lib")
                .anyMatch(lib -> Files.exists(folder.resolve(lib).resolve(name + ".so")));
    }

    private static void unpack(Path folder) throws IOException {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String archive = machine.contains("aarch64") || machine.contains("arm64")
                ? "/postgres-linux-arm_64.txz"
                : "/postgres-linux-x86_64.txz";
        InputStream packed = Binaries.class.getResourceAsStream(archive);
        if (packed == null) {
            throw new IOException("no PostgreSQL is shipped for " + machine);
        }
        Files.createDirectories(folder);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(folder, tar, entry);
            }
        }
        Files.createFile(folder.resolve(UNPACKED));
    }

    private static void unpack(Path folder, TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry of the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0111) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("can't be made executable: " + target);
        }
    }
}
