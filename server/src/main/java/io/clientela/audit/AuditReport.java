package io.clientela.audit;

import java.util.Optional;

/**
 * What a verification found.
 *
 * @param checked how many sealed rows were looked at
 * @param trouble the first thing that isn't as it was written
 */
public record AuditReport(long checked, Optional<Trouble> trouble) {

    public boolean ok() {
        return trouble.isEmpty();
    }

    /** Where the trail is broken; a number is 0 where it says nothing. */
    public record Trouble(Kind kind, long sealNo, long eventId) {}

    /** How the trail is broken. */
    public enum Kind {
        /** A row or its seal isn't what was sealed. */
        CHANGED,
        /** A row that the product didn't write, or not then. */
        INSERTED,
        /** A row or its seal is gone, the newest ones included. */
        REMOVED,
        /** The file that tells how long the chain was is gone, so that nobody can say whether its end is. */
        ANCHOR_MISSING
    }
}
