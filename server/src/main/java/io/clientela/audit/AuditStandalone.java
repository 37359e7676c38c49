package io.clientela.audit;

import io.clientela.platform.DatabaseConnection;
import io.clientela.platform.Home;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The trail without the server, for verbs of the command line; it may be used while the server runs. */
public final class AuditStandalone {

    private AuditStandalone() {}

    /** Verifies the trail of a database with the key and the anchor in {@code home}. */
    public static AuditReport verify(DatabaseConnection database, Path home) {
        AuditParts parts =
                parts(new DriverManagerDataSource(database.url(), database.user(), database.password()), home);
        return parts.verification(parts.sealer()).verify();
    }

    /** A trail to write to in transactions of {@code dataSource}. */
    public static AuditTrail trail(DataSource dataSource, Path home, Clock clock) {
        return parts(dataSource, home).trail(clock);
    }

    private static AuditParts parts(DataSource dataSource, Path home) {
        return new AuditParts(dataSource, new DataSourceTransactionManager(dataSource), new Home(home));
    }
}
