package io.clientela.customer;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;

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

    /** The id of what isn't written yet. */
    static final long UNNUMBERED = 0;

    static final String CREATED = "created";
    static final String CHANGED = "changed";
    /** Takes back what an import said; other things had been said of the file before. */
    static final String RETRACTION = "retraction";
    /** Takes back all that was ever said of a file; its number stays. */
    static final String WITHDRAWAL = "withdrawal";

    /** The file became the same customer as another; the body says by which link. */
    static final String LINK = "link";

    static final String UNLINK = "unlink";
    /** Of some fields this file's value counts for the linked record. */
    static final String PICK = "pick";
    /** What was said on the linked record goes to the other file, or comes from it. */
    static final String REASSIGNMENT = "reassignment";

    /** Entries that say nothing of a customer but how files belong together. */
    static final Set<String> TIES = Set.of(LINK, UNLINK, PICK);

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

    /** The same with its id. */
    Entry numbered(long id) {
        return new Entry(fileId, seq, id, kind, channel, source, actorId, at, legalBasis, runId, runRow);
    }
}
