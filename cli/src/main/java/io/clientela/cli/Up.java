package io.clientela.cli;

import io.clientela.access.FirstAdministrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server in the foreground until it is told to stop. */
@Command(name = "up")
final class Up implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final Place place = new Place();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port", defaultValue = "8080")
    private int port;

    @Option(names = "--listen", paramLabel = "ADDRESS", descriptionKey = "listen", defaultValue = "127.0.0.1")
    private String listen = "127.0.0.1";

    @Option(names = "--demo", descriptionKey = "demo")
    private boolean demo;

    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    Up(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65535) {
            throw new Trouble("port_range", String.valueOf(port));
        }
        if (rehearse) {
            return rehearse();
        }
        DemoHome demonstration = demo ? DemoHome.of(place.forDemo()) : DemoHome.NONE;
        try (HomeLock _ = HomeLock.take(place.home());
                RunningServer server = RunningServer.start(place, listen, port, console, demonstration.settings())) {
            demonstration.made();
            console.out().println(console.words().of("ready", server.address()));
            console.out().flush();
            server.firstSignIn()
                    .ifPresent(code -> console.out()
                            .println(console.words()
                                    .of(
                                            "first_sign_in",
                                            server.address() + "/welcome",
                                            FirstAdministrator.NAME,
                                            code)));
            console.out().flush();
            server.awaitEnd();
        }
        return 0;
    }

    /** Starts on a home of its own, answers a few requests and ends: what the launcher's start-up cache is learned from. */
    private int rehearse() throws Exception {
        Path home = Files.createTempDirectory("clientela-rehearsal");
        try {
            Place temporary = new Place(home);
            try (RunningServer server = RunningServer.start(temporary, "127.0.0.1", 0, console, List.of())) {
                Api api = new Api(server.address(), Optional.empty(), console.words());
                api.touch("/health");
                api.touch("/");
                api.touch("/api/v1/session");
            }
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        return 0;
    }
}
