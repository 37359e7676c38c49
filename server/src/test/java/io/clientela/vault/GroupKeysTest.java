package io.clientela.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.platform.Copy;
import io.clientela.platform.DatabaseConnection;
import io.clientela.platform.Home;
import io.clientela.platform.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class GroupKeysTest {

    private static final byte[] SECRET = "430104197110263614".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private DataSource dataSource;
    private DataSourceTransactionManager transactions;

    @BeforeEach
    void migrate() {
        DatabaseConnection database = TestPostgres.fresh();
        dataSource = new DriverManagerDataSource(database.url(), database.user(), database.password());
        transactions = new DataSourceTransactionManager(dataSource);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .defaultSchema("platform")
                .load()
                .migrate();
    }

    /** The keys as a node has them that starts now. */
    private GroupKeys node() {
        VaultStore store = new VaultStore(JdbcClient.create(dataSource), new Copy(dataSource), Clock.systemUTC());
        return new GroupKeys(new MasterKey(new Home(folder)), store, transactions);
    }

    @Test
    void keysOutliveTheTransactionThatAskedFirst() {
        byte[] sealed = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return node().of(7).seal(SECRET, "place");
        });
        assertThat(node().of(7).open(sealed, "place")).isEqualTo(SECRET);
    }

    @Test
    void nodesAndThreadsThatStartAtOnceHaveTheSameKeys() throws Exception {
        List<Future<byte[]>> sealed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (GroupKeys node : List.of(node(), node())) {
                for (int thread = 0; thread < 4; thread++) {
                    sealed.add(
                            threads.submit(() -> node.of(GroupKeys.GROUPS - 1).seal(SECRET, "place")));
                }
            }
        }
        GroupKeys later = node();
        for (Future<byte[]> one : sealed) {
            assertThat(later.of(GroupKeys.GROUPS - 1).open(one.get(), "place")).isEqualTo(SECRET);
        }
    }
}
