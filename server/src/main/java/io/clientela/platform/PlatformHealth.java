package io.clientela.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ground everything stands on: program, memory, disk, database, outbox. */
@Component
class PlatformHealth implements HealthTeller {

    private static final long GIB = 1L << 30;
    /** Below this the database soon can't write. */
    private static final long DISK_DANGER = GIB;

    private static final long DISK_ATTENTION = 5 * GIB;
    private static final double DISK_SHARE = 0.1;
    private static final double MEMORY_SHARE = 0.9;
    private static final double CONNECTIONS_SHARE = 0.8;
    private static final Duration LATE = Duration.ofMinutes(5);

    private final HealthStore store;
    private final Home home;

    PlatformHealth(HealthStore store, Home home) {
        this.store = store;
        this.home = home;
    }

    @Override
    public List<HealthSign> signs(Instant now) {
        return List.of(program(), database(), disk(), memory(), outbox(now));
    }

    private static HealthSign program() {
        String version = Optional.ofNullable(PlatformHealth.class.getPackage().getImplementationVersion())
                .orElse("development");
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return HealthSign.good(
                "program",
                "running",
                Map.of(
                        "version", version,
                        "java", String.valueOf(Runtime.version().feature()),
                        "startedAt", started.toString()));
    }

    private HealthSign database() {
        HealthStore.Database found = store.database();
        Map<String, String> facts = Map.of(
                "version", found.version(),
                "sizeBytes", String.valueOf(found.bytes()),
                "used", String.valueOf(found.used()),
                "most", String.valueOf(found.most()));
        return found.used() > found.most() * CONNECTIONS_SHARE
                ? HealthSign.attention("database", "crowded", facts)
                : HealthSign.good("database", "reached", facts);
    }

    private HealthSign disk() {
        try {
            FileStore disk = Files.getFileStore(home.home());
            long free = disk.getUsableSpace();
            long whole = disk.getTotalSpace();
            Map<String, String> facts = Map.of("freeBytes", String.valueOf(free), "wholeBytes", String.valueOf(whole));
            if (free < DISK_DANGER) {
                return HealthSign.danger("disk", "full", facts);
            }
            return free < DISK_ATTENTION && free < whole * DISK_SHARE
                    ? HealthSign.attention("disk", "low", facts)
                    : HealthSign.good("disk", "enough", facts);
        } catch (IOException e) {
            throw new UncheckedIOException("the disk of the home can't be asked", e);
        }
    }

    private static HealthSign memory() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        Map<String, String> facts =
                Map.of("usedBytes", String.valueOf(used), "mostBytes", String.valueOf(runtime.maxMemory()));
        return used > runtime.maxMemory() * MEMORY_SHARE
                ? HealthSign.attention("memory", "tight", facts)
                : HealthSign.good("memory", "enough", facts);
    }

    private HealthSign outbox(Instant now) {
        HealthStore.Behind behind = store.behind();
        boolean late = behind.oldest()
                .filter(oldest -> oldest.plus(LATE).isBefore(now))
                .isPresent();
        Map<String, String> facts = Map.of(
                "events",
                String.valueOf(behind.events()),
                "oldestAt",
                behind.oldest().map(Instant::toString).orElse(now.toString()));
        return late ? HealthSign.attention("outbox", "behind", facts) : HealthSign.good("outbox", "followed", facts);
    }
}
