package io.clientela.audit;

import io.clientela.platform.Copy;
import io.clientela.platform.Home;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail put together once, for Spring and for the command line alike. */
final class AuditParts {

    private final AuditStore store;
    private final AuditKey key;
    private final Anchors anchors;
    private final PlatformTransactionManager transactions;

    AuditParts(DataSource dataSource, PlatformTransactionManager transactions, Home home) {
        this.store = new AuditStore(JdbcClient.create(dataSource), new Copy(dataSource));
        this.key = new AuditKey(home.secret(AuditKey.SECRET, AuditKey.BYTES));
        this.anchors = new Anchors(home.home());
        this.transactions = transactions;
    }

    AuditTrail trail(Clock clock) {
        return new AuditTrail(store, key, clock);
    }

    ReadAudit reads(AuditTrail trail, Clock clock) {
        return new ReadAudit(trail, apart(), clock);
    }

    Sealer sealer() {
        return new Sealer(store, key, anchors, apart());
    }

    AuditHealth health() {
        return new AuditHealth(store, anchors);
    }

    AuditVerification verification(Sealer sealer) {
        TransactionTemplate snapshot = apart();
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new AuditVerification(store, key, anchors, sealer, snapshot);
    }

    private TransactionTemplate apart() {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return apart;
    }
}
