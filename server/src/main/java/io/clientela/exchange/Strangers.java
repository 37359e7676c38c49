package io.clientela.exchange;

import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/**
 * The owners a run's rows name whom nobody bears as a name, and on how many rows each; kept with every batch, so that a run that goes
 * on after a crash goes on counting. Beyond {@link #MOST} names no further one is taken up.
 */
final class Strangers {

    static final int MOST = 1_000;

    private static final Set<String> CODES = Set.of("unknown_owner", "unknown_owner_pooled");
    private static final TypeReference<LinkedHashMap<String, Long>> SHAPE = new TypeReference<>() {};

    private final long run;
    private final Map<String, Long> rows;
    private boolean changed;

    private Strangers(long run, Map<String, Long> rows) {
        this.run = run;
        this.rows = rows;
    }

    /** As they were last kept. */
    static Strangers of(long run, Optional<byte[]> sealed, SealKey key) {
        return new Strangers(
                run,
                sealed.map(bytes -> Json.read(key.open(bytes, place(run)), SHAPE))
                        .orElseGet(LinkedHashMap::new));
    }

    /** As they are now, for a batch that may be written afresh. */
    Strangers copy() {
        return new Strangers(run, new LinkedHashMap<>(rows));
    }

    static boolean concern(FieldProblem problem) {
        return concern(problem.code());
    }

    static boolean concern(String code) {
        return CODES.contains(code);
    }

    /** Counts a row that names somebody unknown; whether it is the first one to do so. */
    boolean isNew(FieldProblem problem) {
        String name = problem.details().getOrDefault("name", "");
        boolean known = rows.containsKey(name);
        if (!known && rows.size() >= MOST) {
            return false;
        }
        rows.merge(name, 1L, Long::sum);
        changed = true;
        return !known;
    }

    /** What is to be kept, where anything has changed since. */
    Optional<byte[]> toKeep(SealKey key) {
        if (!changed) {
            return Optional.empty();
        }
        changed = false;
        return Optional.of(key.seal(Json.bytes(rows), place(run)));
    }

    /** The most frequent first. */
    List<Stranger> all() {
        return rows.entrySet().stream()
                .map(each -> new Stranger(each.getKey(), each.getValue()))
                .sorted((one, other) -> Long.compare(other.rows(), one.rows()))
                .toList();
    }

    private static String place(long run) {
        return "strangers:" + run;
    }
}
