package io.clientela.platform;

import io.clientela.platform.postgres.Binaries;
import io.clientela.platform.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real PostgreSQL a test run, in a foreign time zone; every caller gets a database of its own. Debian's 15 where the
 * property {@code clientela.test.postgres} says so.
 */
public final class TestPostgres {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final TestPostgres INSTANCE = new TestPostgres();
    private final EmbeddedPostgres postgres;
    private final Queue<Path> folders = new ConcurrentLinkedQueue<>();

    private TestPostgres() {
        try {
            Path home = Files.createTempDirectory("clientela-test-pg");
            Binaries binaries = Optional.ofNullable(System.getProperty("clientela.test.postgres"))
                    .filter(folder -> !folder.isBlank())
                    .map(folder -> new Binaries(Path.of(folder), 15))
                    .orElseGet(() -> Binaries.shipped(Path.of(System.getProperty("java.io.tmpdir"), "clientela-pg")));
            postgres = EmbeddedPostgres.start(
                    home,
                    binaries,
                    Map.of(
                            "timezone",
                            "Asia/Kathmandu",
                            // A test's data needn't outlive the machine's power.
                            "fsync",
                            "off",
                            "shared_buffers",
                            "128MB"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.close();
                deleteAll(home);
                folders.forEach(TestPostgres::deleteAll);
            }));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Makes a folder that is gone when the tests have ended. */
    public static Path folder(String prefix) throws java.io.IOException {
        Path folder = Files.createTempDirectory(prefix);
        INSTANCE.folders.add(folder);
        return folder;
    }

    /** Makes an empty database and says where it is. */
    public static DatabaseConnection fresh() {
        String name = "t" + COUNT.incrementAndGet();
        EmbeddedPostgres server = INSTANCE.postgres;
        try (Connection connection =
                        DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return DatabaseConnection.outside(server.url(name), server.user(), server.password());
    }

    private static void deleteAll(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (java.io.IOException e) {
            // The folder is temporary anyway.
        }
    }
}
