package io.clientela.cli;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An outside database as people write it: {@code [jdbc:]postgresql://[user[:password]@]host[:port]/name[?user=…&password=…]};
 * what the address doesn't say comes from PGUSER and PGPASSWORD, as with PostgreSQL's own programs.
 */
record DatabaseAddress(String url, String user, String password) {

    private static final int OLDEST = 15;

    static DatabaseAddress parse(String text, Map<String, String> environment) {
        String bare = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        URI uri = uri(bare.startsWith("postgres:") ? "postgresql" + bare.substring("postgres".length()) : bare);
        if (!"postgresql".equals(uri.getScheme()) || uri.getRawAuthority() == null) {
            throw new Trouble("database_url", text);
        }
        Optional<String> user = Optional.empty();
        Optional<String> password = Optional.empty();
        String authority = uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            String[] parts = authority.substring(0, at).split(":", 2);
            user = Optional.of(decoded(parts[0]));
            password = parts.length > 1 ? Optional.of(decoded(parts[1])) : password;
            authority = authority.substring(at + 1);
        }
        List<String> kept = new ArrayList<>();
        for (String parameter :
                Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            if (parameter.startsWith("user=")) {
                user = Optional.of(decoded(parameter.substring("user=".length())));
            } else if (parameter.startsWith("password=")) {
                password = Optional.of(decoded(parameter.substring("password=".length())));
            } else if (!parameter.isEmpty()) {
                kept.add(parameter);
            }
        }
        String query = kept.isEmpty() ? "" : "?" + String.join("&", kept);
        return new DatabaseAddress(
                "jdbc:postgresql://" + authority + uri.getRawPath() + query,
                user.orElseGet(() -> environment.getOrDefault("PGUSER", System.getProperty("user.name"))),
                password.orElseGet(() -> environment.getOrDefault("PGPASSWORD", "")));
    }

    /** Says plainly why the database can't be used, before anything is started on it. */
    void probe() {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new Trouble("database_old", String.valueOf(version), String.valueOf(OLDEST));
            }
        } catch (SQLException e) {
            String state = Optional.ofNullable(e.getSQLState()).orElse("");
            if (state.startsWith("28")) {
                throw new Trouble("database_denied", user, url);
            }
            throw new Trouble(state.equals("3D000") ? "database_missing" : "database_unreachable", url);
        }
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Trouble("database_url", text);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
