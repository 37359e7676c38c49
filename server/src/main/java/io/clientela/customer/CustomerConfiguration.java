package io.clientela.customer;

import io.clientela.customer.spi.ChangePolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ChangePolicy changePolicy() {
        return new CatalogueChangePolicy();
    }
}
