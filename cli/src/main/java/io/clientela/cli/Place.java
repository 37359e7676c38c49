package io.clientela.cli;

import io.clientela.platform.DatabaseConnection;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which installation a verb works on: its home, and the database that is there or somewhere outside. */
final class Place {

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    private Optional<Path> home = Optional.empty();

    @Option(names = "--database-url", paramLabel = "URL", descriptionKey = "database-url")
    private Optional<String> databaseUrl = Optional.empty();

    private final boolean asked;

    Place() {
        this.asked = true;
    }

    /** The embedded database of one home, whatever the environment says. */
    Place(Path home) {
        this.home = Optional.of(home);
        this.asked = false;
    }

    /** {@code --home}, else CLIENTELA_HOME, else a folder under the user's home. */
    Path home() {
        return home.or(() -> environment("CLIENTELA_HOME").map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".clientela"))
                .toAbsolutePath()
                .normalize();
    }

    /** The same, but where no home is named one of its own, so that a demonstration never meets real customers. */
    Place forDemo() {
        if (home.isEmpty() && environment("CLIENTELA_HOME").isEmpty()) {
            home = Optional.of(Path.of(System.getProperty("user.home"), ".clientela-demo"));
        }
        return this;
    }

    Optional<String> databaseUrl() {
        return databaseUrl.or(() -> asked ? environment("CLIENTELA_DATABASE_URL") : Optional.empty());
    }

    /** The database for a server, which ends with it. */
    DatabaseConnection serve() {
        return databaseUrl().map(Place::outside).orElseGet(() -> embedded(true));
    }

    /** The database for a verb: one that runs is used and left running, one that doesn't is started and stopped. */
    DatabaseConnection visit() {
        return databaseUrl().map(Place::outside).orElseGet(() -> embedded(false));
    }

    private DatabaseConnection embedded(boolean serving) {
        try {
            return serving ? DatabaseConnection.serving(home()) : DatabaseConnection.embedded(home());
        } catch (UncheckedIOException e) {
            throw new Trouble(
                    "database_start",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    home().resolve("postgres.log"));
        }
    }

    private static DatabaseConnection outside(String url) {
        DatabaseAddress address = DatabaseAddress.parse(url, System.getenv());
        address.probe();
        return DatabaseConnection.outside(address.url(), address.user(), address.password());
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
