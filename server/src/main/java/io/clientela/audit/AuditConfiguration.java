package io.clientela.audit;

import io.clientela.platform.Copy;
import io.clientela.platform.Home;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the trail together; {@link AuditStandalone} does the same without Spring. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditKey auditKey(Home home) {
        return new AuditKey(home.secret(AuditKey.SECRET, AuditKey.BYTES));
    }

    @Bean
    AuditStore auditStore(JdbcClient sql, Copy copy) {
        return new AuditStore(sql, copy);
    }

    @Bean
    AuditTrail auditTrail(AuditStore store, AuditKey key, Clock clock) {
        return new AuditTrail(store, key, clock);
    }

    @Bean
    ReadAudit readAudit(AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new ReadAudit(trail, apart, clock);
    }
}
