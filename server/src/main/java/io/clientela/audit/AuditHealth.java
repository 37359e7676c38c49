package io.clientela.audit;

import io.clientela.platform.HealthSign;
import io.clientela.platform.HealthTeller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the trail is sealed in time and its anchor names a seal it has; only verification says that it is whole. */
final class AuditHealth implements HealthTeller {

    private static final Duration LATE = Duration.ofMinutes(1);

    private final AuditStore store;
    private final Anchors anchors;

    AuditHealth(AuditStore store, Anchors anchors) {
        this.store = store;
        this.anchors = anchors;
    }

    @Override
    public List<HealthSign> signs(Instant now) {
        Optional<Anchor> anchor = anchors.read();
        long number = anchor.map(Anchor::sealNo).orElse(0L);
        Optional<Seal> named = number == 0 ? Optional.of(Seal.none()) : store.seal(number);
        Optional<AuditStore.Sealed> last = store.lastSealed();
        Map<String, String> facts = Map.of(
                "seal", String.valueOf(last.map(AuditStore.Sealed::number).orElse(0L)),
                "sealedAt", last.map(AuditStore.Sealed::rowAt).orElse(now).toString(),
                "anchor", String.valueOf(number));
        if (anchor.isEmpty() || named.filter(anchor.get()::fits).isEmpty()) {
            return List.of(HealthSign.danger("audit", anchor.isEmpty() ? "no_anchor" : "contradicted", facts));
        }
        boolean late = store.oldestUnsealed()
                .filter(oldest -> oldest.plus(LATE).isBefore(now))
                .isPresent();
        return List.of(
                late ? HealthSign.danger("audit", "unsealed", facts) : HealthSign.good("audit", "sealed", facts));
    }
}
