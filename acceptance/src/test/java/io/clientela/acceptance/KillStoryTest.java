package io.clientela.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server is killed or stopped in the middle of an import, and the import ends with exactly the rows it should. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillStoryTest {

    private static final int BAD_EVERY = 50;

    private final Office office = Office.open();
    private final Random random = new Random(20_261_122);

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void goesOnAfterAKill() throws Exception {
        killed("once", 8_000);
    }

    @Test
    @Tag("soak")
    void goesOnAfterTwentyKills() throws Exception {
        for (int time = 1; time <= 20; time++) {
            killed("soak" + time, 20_000);
        }
    }

    @Test
    void goesOnTakingBackAfterAKill() throws Exception {
        killedTakingBack("back", 6_000);
    }

    @Test
    @Tag("soak")
    void goesOnTakingBackAfterTwentyKills() throws Exception {
        for (int time = 1; time <= 20; time++) {
            killedTakingBack("back" + time, 6_000);
        }
    }

    /** Ten files are changed by hand before its import is taken back. */
    private void killedTakingBack(String name, int rows) throws Exception {
        JsonNode run = office.imported(office.admin(), register(name, rows), Map.of("type", "individual"));
        int entered = run.path("created").asInt();
        int touched = touch(name, rows);
        String path = "/api/v1/imports/" + run.path("id").asLong() + "/undo";
        office.admin().post(path, Map.of("reason", "wrong list")).expect(201);
        Thread.sleep(random.nextInt(rows / 4));
        office.kill();
        office.restart();

        JsonNode undo = office.admin().await(path);

        assertThat(undo.path("state").asString("")).isEqualTo("done");
        assertThat(undo.path("kept").asInt()).isEqualTo(touched);
        assertThat(undo.path("withdrawn").asInt()).isEqualTo(entered - touched);
        assertThat(files(name)).isEqualTo(touched);
        assertThat(twiceWithdrawn()).isZero();
        assertThat(office.verb(
                                Map.of(),
                                "verify",
                                "audit",
                                "--home",
                                office.home().toString())
                        .code())
                .isZero();
    }

    private int touch(String name, int rows) {
        Person admin = office.admin();
        int touched = 0;
        for (int row = 1; row <= rows; row += rows / 10) {
            String number = admin.get("/api/v1/customers?f.external_id=" + name + "-" + row)
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0)
                    .path("number")
                    .asString("");
            admin.patch("/api/v1/customers/" + number, Map.of("values", Map.of("city", "Lugo")))
                    .expect(200);
            touched++;
        }
        return touched;
    }

    private long twiceWithdrawn() throws SQLException {
        try (Connection connection = office.database();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from (select e.file_id from customer.entry e"
                        + " where e.kind = 'withdrawal' group by e.file_id having count(*) > 1) twice")) {
            found.next();
            return found.getLong(1);
        }
    }

    /**
     * The import is held up by a lock until after the five seconds a job is given, so that it is told to stop in the middle on a
     * machine of any speed.
     */
    @Test
    void stopsInOrderAndGoesOn() throws Exception {
        broken("ordered", 30_000, run -> {
            while (office.admin()
                            .get("/api/v1/imports/" + run)
                            .expect(200)
                            .json()
                            .path("processed")
                            .asLong()
                    == 0) {
                Thread.sleep(20);
            }
            long start = System.nanoTime();
            Thread held = heldUp(Duration.ofSeconds(6));
            office.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            held.join();
            assertThat(Files.readString(office.home().resolve("log/clientela.log")))
                    .contains("told to stop");
        });
    }

    private Thread heldUp(Duration time) throws SQLException {
        Office.Held held = office.heldUp();
        return Thread.ofPlatform().daemon().start(() -> {
            try (held) {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void killed(String name, int rows) throws Exception {
        broken(name, rows, run -> {
            // Some four thousand rows a second here: the moment lies anywhere between the first row and a little after
            // the last.
            Thread.sleep(random.nextInt(rows / 4));
            office.kill();
        });
    }

    private void broken(String name, int rows, Break way) throws Exception {
        Path file = register(name, rows);
        Person admin = office.admin();
        long upload = admin.upload(file).expect(201).json().path("id").asLong();
        long run = admin.post("/api/v1/imports", Map.of("upload", upload, "type", "individual", "mode", "insert"))
                .expect(201, 202)
                .json()
                .path("id")
                .asLong();
        try {
            way.end(run);
        } finally {
            // Whatever the way found wrong, the next story needs an office that is open.
            office.restart();
        }

        JsonNode ended = office.admin().await("/api/v1/imports/" + run);

        int refused = rows / BAD_EVERY;
        assertThat(ended.path("state").asString("")).isEqualTo("done");
        assertThat(ended.path("rows").asLong()).isEqualTo(rows);
        assertThat(ended.path("refused").asLong()).isEqualTo(refused);
        assertThat(ended.path("accepted").asLong()).isEqualTo(rows - refused);
        assertThat(files(name)).isEqualTo(rows - refused);
        assertThat(office.verb(
                                Map.of(),
                                "verify",
                                "audit",
                                "--home",
                                office.home().toString())
                        .code())
                .isZero();
    }

    /** How a server ends while it works on a run. */
    private interface Break {
        void end(long run) throws Exception;
    }

    private Path register(String name, int rows) throws IOException {
        StringBuilder text = new StringBuilder("Id,Name,Mobile,Email\n");
        for (int row = 1; row <= rows; row++) {
            String mail = row % BAD_EVERY == 0 ? "nobody(at)example.org" : "p" + row + "@example.org";
            text.append("%s-%d,Person %s %d,+44 7400 %06d,%s%n".formatted(name, row, name, row, row, mail));
        }
        return Files.writeString(folder.resolve(name + ".csv"), text);
    }

    /** Files with an id of this register, each counted once. */
    private long files(String name) throws SQLException {
        try (Connection connection = office.database();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*), count(distinct external_id)"
                        + " from customer.file where external_id like '" + name + "-%'")) {
            found.next();
            assertThat(found.getLong(1)).as("no row twice").isEqualTo(found.getLong(2));
            return found.getLong(1);
        }
    }
}
