package io.clientela.audit;

import io.clientela.kernel.FileId;
import io.clientela.platform.DatabaseConnection;
import io.clientela.platform.Home;
import io.clientela.platform.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A trail with a database and a home of its own, which a test may tamper with as it likes. */
final class AuditBench {

    final Path home;
    final JdbcClient sql;
    final TransactionTemplate transaction;
    final TransactionTemplate apart;
    final AuditTrail trail;
    final Sealer sealer;
    final AuditVerification verification;
    final ReadAudit reads;
    final DatabaseConnection database = TestPostgres.fresh();

    AuditBench() {
        try {
            home = TestPostgres.folder("clientela-audit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("platform")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        AuditParts parts = new AuditParts(dataSource, transactions, new Home(home));
        sql = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(transactions);
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        trail = parts.trail(Clock.systemUTC());
        sealer = parts.sealer();
        verification = parts.verification(sealer);
        reads = parts.reads(trail, Clock.systemUTC());
    }

    /** Tells of reads of files 1 to {@code count}, in one transaction. */
    void tell(int count) {
        List<AuditEvent> events = LongStream.rangeClosed(1, count)
                .mapToObj(file -> event().about(new FileId(file)))
                .toList();
        transaction.executeWithoutResult(status -> trail.record(events));
    }

    static AuditEvent event() {
        return AuditEvent.of(7, "lin.wei", "customer.read", "10.0.0.8", "page").with("fields", "mobile");
    }

    /** Does what somebody with the database's own password could do. */
    void tamper(String statement) {
        transaction.executeWithoutResult(status -> {
            sql.sql("set local session_replication_role = replica").update();
            sql.sql(statement).update();
        });
    }

    AuditReport.Trouble trouble() {
        return verification.verify().trouble().orElseThrow(() -> new AssertionError("nothing was found"));
    }
}
