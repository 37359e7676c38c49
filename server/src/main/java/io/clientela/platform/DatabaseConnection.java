package io.clientela.platform;

import io.clientela.platform.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Optional;

/** Where the database is: an outside one by its address, or the embedded one of a home, started when it isn't running. */
public final class DatabaseConnection implements AutoCloseable {

    private final String url;
    private final String user;
    private final String password;
    private final Optional<EmbeddedPostgres> started;

    private DatabaseConnection(String url, String user, String password, Optional<EmbeddedPostgres> started) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.started = started;
    }

    /** An outside database; user and password may stand in the address or in the environment. */
    public static DatabaseConnection outside(String url, String user, String password) {
        String address = url.startsWith("jdbc:") ? url : "jdbc:" + url;
        return new DatabaseConnection(address, user, password, Optional.empty());
    }

    /** The embedded database of {@code home}; closing it stops the server only if this call started it. */
    public static DatabaseConnection embedded(Path home) {
        boolean wasRunning = EmbeddedPostgres.isRunning(home);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
        return new DatabaseConnection(
                postgres.url("postgres"),
                postgres.user(),
                postgres.password(),
                wasRunning ? Optional.empty() : Optional.of(postgres));
    }

    /** The embedded database for the server itself: brought back when it goes away, stopped at the end even if it was adopted. */
    public static DatabaseConnection serving(Path home) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
        postgres.keepAlive();
        return new DatabaseConnection(
                postgres.url("postgres"), postgres.user(), postgres.password(), Optional.of(postgres));
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        started.ifPresent(EmbeddedPostgres::close);
    }
}
