package io.clientela.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Single questions that other rooms have of the trail, about one thing they know. */
@Component
public class AuditLook {

    private final AuditEventStore store;

    AuditLook(AuditEventStore store) {
        this.store = store;
    }

    /** What was done to a subject, one of these actions, the newest first. */
    public List<Seen> of(String subject, List<String> actions, int limit) {
        return store.of(subject, actions, limit);
    }

    /** One row, briefly. */
    public record Seen(Instant at, String action, Map<String, String> detail, String origin) {}
}
