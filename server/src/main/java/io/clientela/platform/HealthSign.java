package io.clientela.platform;

import java.util.Map;

/**
 * One thing that shows how the installation is. Its name is the text {@code health.<key>}; what was found is
 * {@code health.<key>.<finding>}, and what to do about it the same with {@code .remedy}.
 *
 * @param facts arguments of those texts; bytes where the name ends in {@code Bytes}, an instant where it ends in {@code At}
 */
public record HealthSign(String key, Level level, String finding, Map<String, String> facts) {

    /** In rising order of trouble. */
    public enum Level {
        GOOD,
        ATTENTION,
        DANGER
    }

    public HealthSign {
        facts = Map.copyOf(facts);
    }

    public static HealthSign good(String key, String finding, Map<String, String> facts) {
        return new HealthSign(key, Level.GOOD, finding, facts);
    }

    public static HealthSign attention(String key, String finding, Map<String, String> facts) {
        return new HealthSign(key, Level.ATTENTION, finding, facts);
    }

    public static HealthSign danger(String key, String finding, Map<String, String> facts) {
        return new HealthSign(key, Level.DANGER, finding, facts);
    }
}
