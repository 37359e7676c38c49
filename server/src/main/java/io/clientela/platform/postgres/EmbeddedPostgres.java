package io.clientela.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own below {@code home}: durable, on loopback, behind a password kept in a file only its owner reads.
 * One that outlived a killed process is adopted. Throws {@link UncheckedIOException} with the server's own words when it
 * can't start.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /**
     * Remembers what the database held in its memory and reads it again in the background when it starts, so that the first hour isn't the slowest. Of the
     * blocks only the numbers are kept.
     */
    private static final String WARMER = "pg_prewarm";

    private static final String OWNER = "clientela";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    /** Bytes; the log of years can be large. */
    private static final int WORDS_TAIL = 16_384;

    private static final Duration WATCHED = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(20);

    private final Path home;
    private final Path data;
    private final Path words;
    private final Path secret;
    private final Binaries binaries;
    private final Unprivileged caller = Unprivileged.here();
    private final Map<String, String> settings;
    private int port;
    private volatile boolean closed;

    private EmbeddedPostgres(Path home, Binaries binaries, Map<String, String> settings) {
        this.home = home;
        this.data = home.resolve("data");
        this.words = home.resolve("postgres.log");
        this.secret = home.resolve("database.password");
        this.binaries = binaries;
        this.settings = new TreeMap<>(settings);
    }

    /** Starts the shipped PostgreSQL with its data below {@code home}. */
    public static EmbeddedPostgres start(Path home) {
        return start(home, Binaries.shipped(home), Map.of());
    }

    /** Starts these binaries; {@code settings} are added to our own and win over them. */
    public static EmbeddedPostgres start(Path home, Binaries binaries, Map<String, String> settings) {
        EmbeddedPostgres postgres = new EmbeddedPostgres(home, binaries, settings);
        try {
            Files.createDirectories(home);
            postgres.initialise();
            postgres.startOrAdopt();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** From now on a server that goes away by itself is started again on the same port, until this is closed. */
    public void keepAlive() {
        Thread.ofPlatform().daemon().name("database-watch").start(() -> {
            Duration pause = WATCHED;
            while (!closed) {
                try {
                    Thread.sleep(pause);
                    revive();
                    pause = WATCHED;
                } catch (InterruptedException e) {
                    return;
                } catch (IOException | RuntimeException e) {
                    // Its own words stand in its own log; repeated here they would fill ours.
                    log.warn("the database is away and doesn't start yet");
                    pause = longer(pause);
                }
            }
        });
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private synchronized void revive() throws IOException {
        if (!closed && !answers(port)) {
            log.warn("the database went away and is started again");
            launch();
        }
    }

    /** True when a server started from {@code home} is answering now. */
    public static boolean isRunning(Path home) {
        try {
            Path pidFile = home.resolve("data").resolve("postmaster.pid");
            return Files.exists(pidFile) && answers(portOf(pidFile));
        } catch (IOException e) {
            return false;
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return OWNER;
    }

    public String password() {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the database password can't be read: " + secret, e);
        }
    }

    /** Says so before it waits for a start under way, which then neither waits for its port nor is tried again. */
    @Override
    public void close() {
        closed = true;
        stop();
    }

    private synchronized void stop() {
        try {
            run(List.of(
                    binaries.program("pg_ctl").toString(),
                    "-D",
                    data.toString(),
                    "-m",
                    "fast",
                    "-w",
                    "-t",
                    "60",
                    "stop"));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL didn't stop", e);
        }
    }

    private void initialise() throws IOException {
        if (!Files.exists(words)) {
            Files.createFile(words);
        }
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.writeString(secret, HexFormat.of().formatHex(random));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        // Made beside its place and moved there whole, so that a start killed in between can be tried again.
        Path fresh = home.resolve("data.new");
        deleteAll(fresh);
        caller.own(home);
        List<String> init = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "-D",
                fresh.toString(),
                "-U",
                OWNER,
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "--no-instructions"));
        if (binaries.majorVersion() >= 17) {
            // With the C locale pg_trgm silently ignores Chinese letters.
            init.add("--locale-provider=builtin");
            init.add("--builtin-locale=C.UTF-8");
        }
        if (run(init) != 0) {
            throw new IOException("PostgreSQL can't be initialised:\n" + lastWords());
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }

    private void startOrAdopt() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (run(List.of(binaries.program("pg_ctl").toString(), "-D", data.toString(), "status")) == 0
                && Files.exists(pidFile)) {
            int running = portOf(pidFile);
            // A postmaster killed a moment ago may still look alive, so its port has the last word.
            if (answers(running)) {
                port = running;
                return;
            }
        }
        port = freePort();
        Files.writeString(data.resolve("postgresql.auto.conf"), configuration());
        launch();
    }

    private void launch() throws IOException {
        int result = run(List.of(
                binaries.program("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-l",
                words.toString(),
                "-w",
                "-t",
                "120",
                "start"));
        if (result != 0) {
            throw new IOException("PostgreSQL didn't start:\n" + lastWords());
        }
        awaitPort();
    }

    private String configuration() {
        Map<String, String> all = new TreeMap<>(Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("max_connections", "60"),
                Map.entry("shared_buffers", Memory.megabytes(8, 256, 4_096) + "MB"),
                Map.entry("effective_cache_size", Memory.megabytes(2, 1_024, 65_536) + "MB"),
                Map.entry("maintenance_work_mem", "256MB"),
                Map.entry("work_mem", "16MB"),
                Map.entry("max_wal_size", "4GB"),
                Map.entry("min_wal_size", "256MB"),
                Map.entry("checkpoint_timeout", "15min"),
                Map.entry("random_page_cost", "1.1"),
                // Starting a helper costs more than most of what is asked here.
                Map.entry("parallel_setup_cost", "20000"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                // Statements carry personal values; only their duration may reach a log.
                Map.entry("log_min_error_statement", "panic"),
                // A DETAIL line would quote the row.
                Map.entry("log_error_verbosity", "terse"),
                Map.entry("log_parameter_max_length_on_error", "0")));
        if (binaries.hasModule(WARMER)) {
            all.put("shared_preload_libraries", WARMER);
        }
        all.putAll(settings);
        all.put("port", Integer.toString(port));
        StringBuilder lines = new StringBuilder();
        all.forEach((key, value) -> lines.append(key)
                .append(" = '")
                .append(value.replace("'", "''"))
                .append("'\n"));
        return lines.toString();
    }

    private void awaitPort() throws IOException {
        long patience = System.nanoTime() + PORT_PATIENCE.toNanos();
        while (!closed && !answers(port)) {
            if (System.nanoTime() > patience) {
                throw new IOException("PostgreSQL started but doesn't answer on its port:\n" + lastWords());
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was starting", e);
        }
    }

    private int run(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(caller.prefix());
        whole.addAll(command);
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(words.toFile()))
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }

    private String lastWords() throws IOException {
        try (FileChannel file = FileChannel.open(words, StandardOpenOption.READ)) {
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(WORDS_TAIL, file.size()));
            file.read(tail, file.size() - tail.capacity());
            List<String> lines = new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        }
    }

    /** The fourth line of postmaster.pid is the port. */
    private static int portOf(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() < 4 ? 0 : Integer.parseInt(lines.get(3).strip());
    }

    private static boolean answers(int port) {
        if (port == 0) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
