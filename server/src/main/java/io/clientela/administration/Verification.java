package io.clientela.administration;

import io.clientela.audit.AuditReport.Trouble;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The trail verified once: waiting → running → done, or failed, or cancelled. Done says that it was looked at to its end or to the
 * first trouble.
 *
 * @param checked rows looked at
 * @param trouble the first thing that isn't as it was written
 */
public record Verification(
        long id,
        String state,
        long checked,
        long rows,
        Optional<Trouble> trouble,
        long askedBy,
        Instant askedAt,
        Optional<Instant> finishedAt) {

    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    boolean over() {
        return OVER.contains(state);
    }
}
