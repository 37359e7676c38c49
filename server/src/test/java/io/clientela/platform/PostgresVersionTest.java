package io.clientela.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tests run on the PostgreSQL they say they run on, in a time zone that isn't ours. */
@ServerTest
class PostgresVersionTest {

    @Autowired
    JdbcClient sql;

    @Test
    void runsOnTheServerThatWasAskedFor() {
        boolean debian = !System.getProperty("clientela.test.postgres", "").isBlank();
        assertThat(sql.sql("show server_version").query(String.class).single()).startsWith(debian ? "15." : "18.");
        assertThat(sql.sql("select reset_val from pg_settings where name = 'TimeZone'")
                        .query(String.class)
                        .single())
                .isNotEqualTo("UTC");
    }
}
