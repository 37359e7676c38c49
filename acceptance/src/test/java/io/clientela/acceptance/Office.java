package io.clientela.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An office of its own: the product started by its launcher on a fresh home and a free port, as a person would start it. */
final class Office implements AutoCloseable {

    static final String ADMIN_PASSWORD = "Primer-Acceso 首次登录 2026";
    static final String PASSWORD = "Taller-Uno 第一车间 1";

    private static final Path ROOT =
            Path.of(System.getProperty("clientela.root", "..")).toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(3);

    private final Path home;
    private Process process;
    private String address;

    private final List<String> more;

    private Office(Path home, String... more) {
        this.home = home;
        this.more = List.of(more);
        this.process = launch();
        this.address = awaitReady();
    }

    /** Opens an office for one story class; whoever opened it closes it. */
    static Office open() {
        try {
            return new Office(Files.createTempDirectory("clientela-office"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An office that is a demonstration. */
    static Office demonstration() {
        try {
            return new Office(Files.createTempDirectory("clientela-demo"), "--demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The office of all stories that need none of their own; it closes when the test run ends. */
    static Office shared() {
        return Shared.OFFICE;
    }

    /** The demonstration of all stories that only look around in it; it closes when the test run ends. */
    static Office demonstrationShared() {
        return Demonstration.OFFICE;
    }

    private static final class Demonstration {
        private static final Office OFFICE = demonstration();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(OFFICE::close));
        }
    }

    private static final class Shared {
        private static final Office OFFICE = open();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(OFFICE::close));
        }
    }

    String address() {
        return address;
    }

    Path home() {
        return home;
    }

    /** The process id of the server, for whoever wants to look at its memory. */
    long pid() {
        return process.pid();
    }

    Person admin() {
        return new Person(address).signIn("admin", ADMIN_PASSWORD);
    }

    /** A browser session of a user made by {@link #user}. */
    Person person(String name) {
        return new Person(address).signIn(name, PASSWORD);
    }

    long department(String name, long parent) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("name", name);
        if (parent != 0) {
            wish.put("parentId", parent);
        }
        return admin().post("/api/v1/departments", wish)
                .expect(201)
                .json()
                .path("id")
                .asLong();
    }

    /** A user with the usual password, ready to work. */
    void user(String name, String displayName, String language, long department, String... roles) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("name", name);
        wish.put("displayName", displayName);
        wish.put("language", language);
        wish.put("departmentId", department);
        wish.put("roles", List.of(roles));
        wish.put("password", PASSWORD + "x");
        wish.put("active", true);
        admin().post("/api/v1/users", wish).expect(201);
        Person person = new Person(address).signIn(name, PASSWORD + "x");
        person.put("/api/v1/session/password", Map.of("current", PASSWORD + "x", "password", PASSWORD))
                .expect(204);
    }

    long userId(String name) {
        return admin().get("/api/v1/users")
                .json()
                .path("items")
                .valueStream()
                .filter(user -> user.path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    /** What a function is called, which stands with the server. */
    String functionLabel(String language, String key) {
        return admin().with("Accept-Language", language)
                .get("/api/v1/functions")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("key").asString("").equals(key))
                .findFirst()
                .orElseThrow()
                .path("label")
                .asString("");
    }

    /** An API token made on the command line. */
    String token(String user) {
        return verb(Map.of(), "token", "--user", user, "--home", home.toString())
                .expect(0)
                .out()
                .strip();
    }

    /** Runs a verb with a user's token. */
    Verb verb(String token, String... arguments) {
        return verb(Map.of("CLIENTELA_URL", address, "CLIENTELA_TOKEN", token), arguments);
    }

    Verb verb(Map<String, String> environment, String... arguments) {
        return Verb.run(ROOT, environment, arguments);
    }

    /** Sends a file through the interface, as the page does, and waits for the run to end. */
    JsonNode imported(Person person, Path file, Map<String, Object> wish) {
        JsonNode upload = person.upload(file).expect(201).json();
        Map<String, Object> whole = new LinkedHashMap<>(wish);
        whole.put("upload", upload.path("id").asLong());
        long run = person.post("/api/v1/imports", whole)
                .expect(201, 202)
                .json()
                .path("id")
                .asLong();
        return person.await("/api/v1/imports/" + run);
    }

    /** A connection of our own to the office's embedded database. */
    Connection database() throws SQLException {
        try {
            String port = Files.readAllLines(home.resolve("data/postmaster.pid"))
                    .get(3)
                    .strip();
            String password =
                    Files.readString(home.resolve("database.password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "clientela", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets nobody write a customer until it is closed, so that work stands in the middle on a machine of any speed. */
    Held heldUp() throws SQLException {
        Connection connection = database();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table customer.file in exclusive mode");
        }
        return () -> {
            try (connection) {
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Customers that can't be written for now. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Kill -9: the server gets no chance to say anything. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, as an operating system or Ctrl-C would. */
    int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Starts again on the same home; what still runs there is stopped first. */
    void restart() {
        if (process.isAlive()) {
            stop();
        }
        process = launch();
        address = awaitReady();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        } else {
            // Adopts the database that outlived a killed server, so that it is stopped in order.
            restart();
            stop();
        }
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(
                List.of(ROOT.resolve("clientela").toString(), "up", "--home", home.toString(), "--port", "0"));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(home.resolve("launcher.log").toFile());
        builder.environment().put("CLIENTELA_AS_BUILT", "1");
        builder.environment().put("CLIENTELA_ADMIN_PASSWORD", ADMIN_PASSWORD);
        builder.environment().put("LANG", "C.UTF-8");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what the server prints until it names its address; goes on reading so that the pipe never fills. */
    private String awaitReady() {
        long patience = System.nanoTime() + START.toNanos();
        try {
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            while (System.nanoTime() < patience) {
                String line = lines.readLine();
                if (line == null) {
                    throw new AssertionError("the product didn't start: " + said());
                }
                int at = line.indexOf("http://");
                if (at >= 0) {
                    // Reading from a process keeps a carrier of virtual threads busy, of which there are as many as
                    // cores.
                    Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(rest -> {}));
                    return line.substring(at).strip();
                }
            }
            throw new AssertionError("the product isn't ready after " + START + ": " + said());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said() throws IOException {
        return Files.readString(home.resolve("launcher.log"));
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the product doesn't end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
