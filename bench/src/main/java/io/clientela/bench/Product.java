package io.clientela.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as a process of its own, with the options the launcher gives it and its embedded database as shipped. */
final class Product implements AutoCloseable {

    static final String ADMIN_PASSWORD = "Primer-Acceso 首次登录 2026";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Customers that came with an import are followed a slice of time every two seconds. */
    private static final String LEFT = """
            select (select count(*) from customer.file f where f.listed) - (select count(*) from matching.looked_for l)
            """;

    /** The same as {@code java_options} of the launcher. */
    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Xmx" + Optional.ofNullable(System.getenv("CLIENTELA_HEAP")).orElse("1g"),
            "-Dfile.encoding=UTF-8");

    private final Path home;
    private final Process process;
    private final String address;
    private final Path gcLog;

    private Product(Path home, Process process, String address, Path gcLog) {
        this.home = home;
        this.process = process;
        this.address = address;
        this.gcLog = gcLog;
    }

    /** Starts on a home, fresh or not; {@code more} are further options of the virtual machine. */
    static Product start(Path home, List<String> more) throws IOException {
        Files.createDirectories(home);
        Path gcLog = home.resolve("gc.log");
        List<String> options = new ArrayList<>(more);
        options.add("-Xlog:gc:file=" + gcLog);
        List<String> arguments = List.of("up", "--home", home.toString(), "--port", "0");
        Process process = launch(options, arguments, home.resolve("bench.err"));
        return new Product(home, process, ready(process, home), gcLog);
    }

    /** Runs the program once to learn what a start loads, as the launcher does after a build; empty where it can't. */
    static Optional<Path> learnStart(Path folder) throws IOException, InterruptedException {
        Path cache = folder.resolve("start.aot");
        Process process = launch(
                List.of("-XX:AOTCacheOutput=" + cache), List.of("up", "--rehearse"), folder.resolve("rehearsal.err"));
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        return process.waitFor() == 0 && Files.exists(cache) ? Optional.of(cache) : Optional.empty();
    }

    /** The command of another program of the bench, with the product's own options. */
    List<String> sibling(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process launch(List<String> more, List<String> arguments, Path errors) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(more);
        command.addAll(OPTIONS);
        // For whoever wants to look inside, such as -XX:StartFlightRecording.
        Optional.ofNullable(System.getenv("CLIENTELA_BENCH_JAVA"))
                .filter(text -> !text.isBlank())
                .ifPresent(text -> command.addAll(Arrays.asList(text.split(" "))));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.clientela.cli.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("CLIENTELA_ADMIN_PASSWORD", ADMIN_PASSWORD);
        builder.environment().put("LANG", "C.UTF-8");
        return builder.start();
    }

    private static String ready(Process process, Path home) throws IOException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        while (System.nanoTime() < patience) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            int at = line.indexOf("http://");
            if (at >= 0) {
                Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(rest -> {}));
                return line.substring(at).strip();
            }
        }
        process.destroy();
        throw new IOException("the product didn't start: " + Files.readString(home.resolve("bench.err")));
    }

    /** A token for a user of this home, made as an administrator makes it at the command line. */
    String token(String user) throws IOException, InterruptedException {
        Process made = launch(
                List.of(), List.of("token", "--user", user, "--home", home.toString()), home.resolve("token.err"));
        String printed = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (made.waitFor() != 0) {
            throw new IOException("no token: " + Files.readString(home.resolve("token.err")));
        }
        return printed.lines().reduce("", (before, line) -> line);
    }

    String address() {
        return address;
    }

    Path home() {
        return home;
    }

    /** A connection of our own to the embedded database. */
    Connection database() throws SQLException, IOException {
        return DriverManager.getConnection(databaseAddress(), "clientela", databasePassword());
    }

    String databaseAddress() throws IOException {
        return "jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(home.resolve("data/postmaster.pid")).get(3).strip() + "/postgres";
    }

    String databasePassword() throws IOException {
        return Files.readString(home.resolve("database.password")).strip();
    }

    /** Highest use of the heap seen before a collection, and what was still there after one, in MB. */
    Heap heap() throws IOException {
        return Heap.of(Files.readAllLines(gcLog));
    }

    /** A line of /proc/PID/status in MB, such as VmRSS now or VmHWM at most. */
    long memory(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Waits until each customer has the keys under which it is looked for, and says for how many seconds. */
    double followed() throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        try (Connection database = database();
                PreparedStatement statement = database.prepareStatement(LEFT)) {
            long left = 1;
            while (left > 0) {
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    left = row.getLong(1);
                }
                // Counting millions takes seconds of its own; it shall not be most of what the database does.
                Thread.sleep(left > 0 ? Math.max(1_000, left / 500) : 0);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds of processor time the server and its database have taken so far; what of it has ended isn't in them. */
    double processorSeconds() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        Stream<ProcessHandle> database = ProcessHandle.of(postmaster).stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.children()));
        return Stream.concat(Stream.of(process.toHandle()), database)
                .mapToDouble(one ->
                        one.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
                .sum();
    }

    /** Ends it as an operating system would, which also stops its database. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the product doesn't end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
