package io.clientela.platform;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a test's application context a fresh database and a fresh home. */
public final class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The administrator's password wherever a test doesn't say otherwise. */
    public static final String ADMIN_PASSWORD = "violet teapot harbour";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DatabaseConnection database = TestPostgres.fresh();
        try {
            Path home = TestPostgres.folder("clientela-test-home");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test-database",
                            Map.of(
                                    "spring.datasource.url", database.url(),
                                    "spring.datasource.username", database.user(),
                                    "spring.datasource.password", database.password(),
                                    "spring.datasource.hikari.maximum-pool-size", "12",
                                    "clientela.home", home.toString())));
            context.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource("test-admin", Map.of("clientela.admin.password", ADMIN_PASSWORD)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
