package io.clientela.cli;

import io.clientela.platform.DatabaseConnection;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The ground floor alone, on the database of a place: no page, no jobs, nothing listens. */
record Rooms(ConfigurableApplicationContext context, DatabaseConnection database) implements AutoCloseable {

    static Rooms open(Place place) {
        DatabaseConnection database = place.visit();
        try {
            SpringApplication application = new SpringApplication(GroundFloor.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setRegisterShutdownHook(false);
            return new Rooms(
                    application.run(List.of(
                                    "--clientela.home=" + place.home(),
                                    "--spring.datasource.url=" + database.url(),
                                    "--spring.datasource.username=" + database.user(),
                                    "--spring.datasource.password=" + database.password(),
                                    "--spring.datasource.hikari.maximum-pool-size=2",
                                    "--logging.file.name=" + RunningServer.log(place.home()),
                                    "--logging.threshold.console=off")
                            .toArray(String[]::new)),
                    database);
        } catch (RuntimeException e) {
            database.close();
            throw new Trouble("start_failed", RunningServer.log(place.home()));
        }
    }

    <T> T room(Class<T> face) {
        return context.getBean(face);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"io.clientela.platform", "io.clientela.audit", "io.clientela.access"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {"io\\.clientela\\.\\w+\\.(web|edge)\\..*"}))
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class GroundFloor {}
}
