package io.clientela.customer;

import io.clientela.platform.Json;
import io.clientela.platform.Settings;
import java.time.Clock;
import java.time.Instant;

/** A governed setting as a record of its own, read again after two seconds; what is shipped counts where none is set. */
final class RecordSetting<T> {

    private static final long FRESH_MILLIS = 2_000;

    private final Settings settings;
    private final Clock clock;
    private final String key;
    private final Class<T> type;
    private final T shipped;
    private volatile Known<T> known;

    RecordSetting(Settings settings, Clock clock, String key, Class<T> type, T shipped) {
        this.settings = settings;
        this.clock = clock;
        this.key = key;
        this.type = type;
        this.shipped = shipped;
        this.known = new Known<>(shipped, -FRESH_MILLIS);
    }

    /** What is in force now. */
    T now() {
        Known<T> last = known;
        long now = clock.millis();
        if (Math.abs(now - last.readAt()) < FRESH_MILLIS) {
            return last.value();
        }
        T value = settings.at(key, Instant.ofEpochMilli(now))
                .map(json -> Json.read(json, type))
                .orElse(shipped);
        known = new Known<>(value, now);
        return value;
    }

    private record Known<T>(T value, long readAt) {}
}
