package io.clientela.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes wrong around the product: its database is killed under it, and a file is far larger than its memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultStoryTest {

    private static final int ROWS = 20_000;

    private final Office office = Office.open();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void anImportGoesOnWhenItsDatabaseWasKilledAndCameBack() throws Exception {
        Person admin = office.admin();
        long run = start(admin, register("away", ROWS, ""));
        while (admin.get("/api/v1/imports/" + run).json().path("processed").asLong() == 0) {
            Thread.sleep(20);
        }
        long killed = killDatabase();
        awaitUnavailable(admin, killed);
        awaitDatabase(admin);

        JsonNode ended = admin.await("/api/v1/imports/" + run);

        assertThat(ended.path("state").asString("")).isEqualTo("done");
        assertThat(ended.path("accepted").asLong()).isEqualTo(ROWS);
        assertThat(count("select count(*) from customer.file where external_id like 'away-%'"))
                .isEqualTo(ROWS);
        assertThat(count("select count(distinct external_id) from customer.file where external_id like 'away-%'"))
                .isEqualTo(ROWS);
        assertThat(office.verb(
                                Map.of(),
                                "verify",
                                "audit",
                                "--home",
                                office.home().toString())
                        .code())
                .isZero();
    }

    /** 200 MB, nearly all of it in a column nobody asked for. */
    @Test
    @Tag("soak")
    void aFileFarLargerThanTheHeapGoesThrough() throws Exception {
        Path large = register("large", 10_000, "x".repeat(20_000));
        assertThat(Files.size(large)).isGreaterThan(200_000_000);
        Person admin = office.admin();

        JsonNode ended = admin.await("/api/v1/imports/" + start(admin, large));

        assertThat(ended.path("state").asString("")).isEqualTo("done");
        assertThat(ended.path("accepted").asLong()).isEqualTo(10_000);
        assertThat(mostMemory()).isLessThan(1_400);
    }

    private long start(Person person, Path file) {
        long upload = person.upload(file).expect(201).json().path("id").asLong();
        return person.post("/api/v1/imports", Map.of("upload", upload, "type", "individual", "mode", "insert"))
                .expect(201, 202)
                .json()
                .path("id")
                .asLong();
    }

    private Path register(String name, int rows, String padding) throws IOException {
        Path file = folder.resolve(name + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Id,Name,Mobile,Padding\n");
            for (int row = 1; row <= rows; row++) {
                out.write("%s-%d,Person %s %d,+44 7400 %06d,%s%n".formatted(name, row, name, row, row, padding));
            }
        }
        return file;
    }

    private long killDatabase() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(office.home().resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        return postmaster;
    }

    /** Asks until the answer was "unavailable" or another database is there; no answer says anything else meanwhile. */
    private void awaitUnavailable(Person person, long killed) throws Exception {
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        boolean unavailable = false;
        while (!unavailable && !replaced(killed)) {
            assertThat(System.nanoTime()).isLessThan(patience);
            unavailable = away(person.get("/api/v1/customers"));
        }
    }

    /** True once another server has written itself down; between the two the file may be gone or empty. */
    private boolean replaced(long killed) throws IOException {
        Path file = office.home().resolve("data/postmaster.pid");
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.lines().map(String::strip).findFirst().stream()
                .anyMatch(first -> !first.isEmpty() && Long.parseLong(first) != killed);
    }

    private static boolean away(Person.Answer answer) {
        if (answer.status() == 200) {
            return false;
        }
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        return true;
    }

    private static void awaitDatabase(Person person) throws InterruptedException {
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (away(person.get("/api/v1/session"))) {
            assertThat(System.nanoTime()).as("the database comes back").isLessThan(patience);
            Thread.sleep(200);
        }
    }

    private long count(String statement) throws SQLException {
        try (Connection connection = office.database();
                Statement asked = connection.createStatement();
                ResultSet found = asked.executeQuery(statement)) {
            found.next();
            return found.getLong(1);
        }
    }

    /** The server's greatest resident size so far, in MB. */
    private long mostMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + office.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
