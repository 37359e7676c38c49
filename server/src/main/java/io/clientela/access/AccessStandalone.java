package io.clientela.access;

import io.clientela.audit.AuditStandalone;
import io.clientela.audit.AuditTrail;
import io.clientela.platform.DatabaseConnection;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Access without the server, for verbs of the command line; whoever runs them holds the home and so the keys. */
public final class AccessStandalone {

    private AccessStandalone() {}

    /**
     * Makes a token for a user by name and returns it with its secret; refuses with {@code not_found} an unknown name and
     * with {@code invalid_values} a label or number of days out of bounds.
     */
    public static Token.Issued issueToken(
            DatabaseConnection database, Path home, String userName, String label, int days) {
        DataSource dataSource = new DriverManagerDataSource(database.url(), database.user(), database.password());
        JdbcClient sql = JdbcClient.create(dataSource);
        Clock clock = Clock.systemUTC();
        AuditTrail trail = AuditStandalone.trail(dataSource, home, clock);
        AccountStore accounts = new AccountStore(sql);
        RoleStore roles = new RoleStore(sql);
        Tokens tokens = new Tokens(
                new TokenStore(sql),
                accounts,
                new AccessChanges(roles, new Actors(accounts, roles, new Entitling(new DepartmentStore(sql))), trail),
                trail,
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                clock);
        return tokens.issueFor(userName, label, days);
    }
}
