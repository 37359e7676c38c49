package io.clientela.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Governed settings as they are in force now, read again after two seconds, so that each request may ask. */
@Component
public class SettingValues {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Settings settings;
    private final ObjectProvider<SettingGroup> groups;
    private final Clock clock;
    private volatile Known known = new Known(0, Map.of());

    SettingValues(Settings settings, ObjectProvider<SettingGroup> groups, Clock clock) {
        this.settings = settings;
        this.groups = groups;
        this.clock = clock;
    }

    public String text(String key) {
        return Optional.ofNullable(known().values().get(key))
                .orElseThrow(() -> new IllegalStateException("nobody declares the setting " + key));
    }

    public long number(String key) {
        return Long.parseLong(text(key));
    }

    /** Has the next question read them anew. */
    public void forget() {
        known = new Known(0, Map.of());
    }

    private Known known() {
        Known now = known;
        if (!now.values().isEmpty() && System.nanoTime() - now.readAt() < FRESH.toNanos()) {
            return now;
        }
        Known fresh = new Known(System.nanoTime(), read());
        known = fresh;
        return fresh;
    }

    /** What doesn't fit any more, after an update of the product, counts as not said. */
    private Map<String, String> read() {
        Map<String, String> said = settings.inForce(clock.instant());
        Map<String, String> values = new HashMap<>();
        groups.forEach(group -> group.settings()
                .forEach(setting -> values.put(
                        setting.key(),
                        Optional.ofNullable(said.get(setting.key()))
                                .filter(setting::fits)
                                .orElse(setting.usual()))));
        return values;
    }

    private record Known(long readAt, Map<String, String> values) {}
}
