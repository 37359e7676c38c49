package io.clientela.customer;

import java.time.Instant;
import java.util.OptionalLong;

/** One row of the journal without its sealed body: who said something of which file, when, through what. */
public record Entry(
        long fileId,
        int seq,
        long entryId,
        String kind,
        String channel,
        String source,
        long actorId,
        Instant at,
        String legalBasis,
        OptionalLong runId,
        OptionalLong runRow) {

    static final String CREATED = "created";
    static final String CHANGED = "changed";
}
