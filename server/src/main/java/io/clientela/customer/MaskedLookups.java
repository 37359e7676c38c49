package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.vault.BlindIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** Comparing whole values with masked fields could be used to guess them, so it is counted, limited and audited. */
@Component
class MaskedLookups {

    private static final int A_MINUTE = 60;

    private final ConcurrentMap<Long, Window> windows = new ConcurrentHashMap<>();
    private final ReadAudit audit;
    private final BlindIndex blinds;
    private final Clock clock;

    MaskedLookups(ReadAudit audit, BlindIndex blinds, Clock clock) {
        this.audit = audit;
        this.blinds = blinds;
        this.clock = clock;
    }

    void count(Actor actor, String wanted) {
        Instant now = clock.instant();
        Window window = windows.merge(
                actor.userId(),
                new Window(now, 1),
                (old, one) -> old.start().plus(Duration.ofMinutes(1)).isAfter(now)
                        ? new Window(old.start(), old.count() + 1)
                        : one);
        if (window.count() > A_MINUTE) {
            throw new Refusal(CommonError.TOO_MANY_REQUESTS);
        }
        audit.record(AuditEvent.by(actor, "customer.masked_compared").with("value", blinds.text("search", wanted)));
    }

    private record Window(Instant start, int count) {}
}
