package io.clientela.audit;

import io.clientela.platform.Home;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The trail as beans of the server. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditParts auditParts(DataSource dataSource, PlatformTransactionManager transactions, Home home) {
        return new AuditParts(dataSource, transactions, home);
    }

    @Bean
    AuditTrail auditTrail(AuditParts parts, Clock clock) {
        return parts.trail(clock);
    }

    @Bean
    ReadAudit readAudit(AuditParts parts, AuditTrail trail, Clock clock) {
        return parts.reads(trail, clock);
    }

    @Bean
    Sealer sealer(AuditParts parts) {
        return parts.sealer();
    }

    @Bean
    Sealing sealing(Sealer sealer) {
        return new Sealing(sealer);
    }

    @Bean
    AuditHealth auditHealth(AuditParts parts) {
        return parts.health();
    }

    @Bean
    AuditVerification auditVerification(AuditParts parts, Sealer sealer) {
        return parts.verification(sealer);
    }
}
