package io.clientela.cli;

import io.clientela.ClientelaApplication;
import io.clientela.access.FirstAdministrator;
import io.clientela.platform.DatabaseConnection;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The server of this process and its database, which is stopped after the last request was answered. */
final class RunningServer implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final ConfigurableApplicationContext context;
    private final Runnable stopDatabase;
    private final CountDownLatch ended;
    private final String listen;

    private RunningServer(
            ConfigurableApplicationContext context, Runnable stopDatabase, CountDownLatch ended, String listen) {
        this.context = context;
        this.stopDatabase = stopDatabase;
        this.ended = ended;
        this.listen = listen;
    }

    /** {@code more} are settings beside the usual ones, as {@code --key=value}. */
    static RunningServer start(Place place, String listen, int port, Console console, List<String> more) {
        console.say(
                "starting",
                place.databaseUrl().map(url -> "").orElse(place.home().toString()));
        DatabaseConnection database = place.serve();
        Runnable stopDatabase = new StopOnce(database);
        // On SIGTERM Spring closes the context first and then runs these.
        SpringApplication.getShutdownHandlers().add(stopDatabase);
        CountDownLatch ended = new CountDownLatch(1);
        SpringApplication application = new SpringApplication(ClientelaApplication.class);
        application.setMainApplicationClass(ClientelaApplication.class);
        application.addListeners((ApplicationListener<ContextClosedEvent>) event -> ended.countDown());
        try {
            ConfigurableApplicationContext context = application.run(settings(place, database, listen, port, more));
            return new RunningServer(context, stopDatabase, ended, listen);
        } catch (RuntimeException e) {
            stopDatabase.run();
            throw worded(e, listen, port, log(place.home()));
        }
    }

    /** Where it answers, with the port it really got. */
    String address() {
        String port = context.getEnvironment().getProperty("local.server.port", "");
        return "http://" + shown(listen) + ":" + port;
    }

    /** The one-time code of an administrator who has no password yet. */
    Optional<String> firstSignIn() {
        return context.getBean(FirstAdministrator.class).code();
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Stops the database only when everything that needs it has ended. */
    @Override
    public void close() {
        // On SIGTERM another thread is closing it; a second call would interrupt that one and not wait for it.
        if (ended.getCount() > 0) {
            context.close();
        }
        try {
            while (context.isActive()) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopDatabase.run();
    }

    private static String[] settings(
            Place place, DatabaseConnection database, String listen, int port, List<String> more) {
        List<String> usual = List.of(
                "--clientela.home=" + place.home(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--server.address=" + listen,
                "--server.port=" + port,
                "--logging.file.name=" + log(place.home()),
                "--logging.threshold.console=off");
        return Stream.concat(usual.stream(), more.stream()).toArray(String[]::new);
    }

    static Path log(Path home) {
        return home.resolve("log").resolve("clientela.log");
    }

    private static Trouble worded(RuntimeException failure, String listen, int port, Path log) {
        if (caused(failure, PortInUseException.class).isPresent()) {
            return new Trouble("port_in_use", String.valueOf(port));
        }
        if (caused(failure, BindException.class).isPresent()
                || caused(failure, UnknownHostException.class).isPresent()) {
            return new Trouble("listen_address", listen);
        }
        return new Trouble("start_failed", log);
    }

    private static <T extends Throwable> Optional<T> caused(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String shown(String listen) {
        if (listen.equals("0.0.0.0") || listen.equals("::")) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost";
            }
        }
        return listen.contains(":") ? "[" + listen + "]" : listen;
    }

    /** Both the end of the verb and SIGTERM stop the database; whoever comes second waits until it has stopped. */
    private static final class StopOnce implements Runnable {
        private final DatabaseConnection database;
        private boolean stopped;

        StopOnce(DatabaseConnection database) {
            this.database = database;
        }

        @Override
        public synchronized void run() {
            if (!stopped) {
                stopped = true;
                database.close();
            }
        }
    }
}
