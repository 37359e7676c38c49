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
    /** Takes back what an import said; other things had been said of the file before. */
    static final String RETRACTION = "retraction";
    /** Takes back all that was ever said of a file; its number stays. */
    static final String WITHDRAWAL = "withdrawal";

    /** An entry made in the circumstances of a submission. */
    static Entry of(
            Submission.Circumstances how, long fileId, int seq, long entryId, String kind, long actorId, Instant at) {
        return new Entry(
                fileId,
                seq,
                entryId,
                kind,
                how.channel(),
                how.source(),
                actorId,
                at,
                how.legalBasis(),
                how.runId() == 0 ? OptionalLong.empty() : OptionalLong.of(how.runId()),
                how.row() == 0 ? OptionalLong.empty() : OptionalLong.of(how.row()));
    }
}
