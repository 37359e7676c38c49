package io.clientela.platform;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Opens bundles of statements; see {@link Bundle}. */
@Component
public class Bundles {

    private final JdbcOperations jdbc;

    Bundles(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    public Bundle open() {
        return new Bundle(jdbc);
    }
}
