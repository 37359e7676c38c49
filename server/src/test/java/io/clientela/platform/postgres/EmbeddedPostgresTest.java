package io.clientela.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path home;

    @Test
    void comesBackWhenKilledAndStaysAwayWhenClosed() throws Exception {
        Path binaries = Path.of(System.getProperty("java.io.tmpdir"), "clientela-pg");
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(home, Binaries.shipped(binaries), Map.of("shared_buffers", "32MB"));
        try {
            postgres.keepAlive();
            ProcessHandle killed = ProcessHandle.of(postmaster()).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();
            await(true);
            assertThat(setting(postgres, "log_error_verbosity")).isEqualTo("terse");
        } finally {
            postgres.close();
        }
        Thread.sleep(Duration.ofSeconds(3));
        assertThat(EmbeddedPostgres.isRunning(home)).isFalse();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private void await(boolean running) throws InterruptedException {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        // It answers a moment before it is killed, so it has to be seen away first.
        Thread.sleep(Duration.ofSeconds(2));
        while (EmbeddedPostgres.isRunning(home) != running) {
            assertThat(System.nanoTime()).isLessThan(patience);
            Thread.sleep(100);
        }
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try (Connection connection = DriverManager.getConnection(
                            postgres.url("postgres"), postgres.user(), postgres.password());
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("show " + name)) {
                found.next();
                return found.getString(1);
            } catch (SQLException e) {
                // Its port answers while it still recovers.
                if (attempt == 50) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }
}
