package io.clientela.audit;

import io.clientela.audit.AuditReport.Kind;
import io.clientela.audit.AuditReport.Trouble;
import io.clientela.audit.AuditStore.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the whole trail in one snapshot, in constant memory, and tells the first thing that isn't as the product wrote
 * it: a row changed, put in or taken out, at the end too. It seals first, so that the newest rows count.
 */
public final class AuditVerification {

    private static final Logger log = LoggerFactory.getLogger(AuditVerification.class);
    private static final int PAGE = 5_000;

    private final AuditStore store;
    private final AuditKey key;
    private final Anchors anchors;
    private final Sealer sealer;
    private final TransactionTemplate snapshot;

    AuditVerification(AuditStore store, AuditKey key, Anchors anchors, Sealer sealer, TransactionTemplate snapshot) {
        this.store = store;
        this.key = key;
        this.anchors = anchors;
        this.sealer = sealer;
        this.snapshot = snapshot;
    }

    public AuditReport verify() {
        return verify(checked -> {});
    }

    /** The same, telling after each page how many rows it has looked at. */
    public AuditReport verify(LongConsumer progress) {
        try {
            sealer.seal(true);
        } catch (DataIntegrityViolationException e) {
            // Seals that stand where none should: the walk below says which.
            log.warn("the audit trail can't be sealed further before its verification");
        }
        // Read before the snapshot is taken: the database may be ahead of the anchor, never behind.
        Optional<Anchor> anchor = anchors.read();
        return snapshot.execute(status -> walk(anchor, progress));
    }

    private AuditReport walk(Optional<Anchor> anchor, LongConsumer progress) {
        Seal last = Seal.none();
        long checked = 0;
        for (List<Link> page = store.chain(0, PAGE); !page.isEmpty(); page = store.chain(last.number(), PAGE)) {
            for (Link link : page) {
                Optional<Trouble> trouble = trouble(last, link, anchor);
                if (trouble.isPresent()) {
                    return new AuditReport(checked, trouble);
                }
                last = link.seal();
                checked++;
            }
            progress.accept(checked);
        }
        return new AuditReport(checked, end(last, checked, anchor));
    }

    private Optional<Trouble> trouble(Seal last, Link link, Optional<Anchor> anchor) {
        Seal seal = link.seal();
        if (seal.number() > last.number() + 1) {
            return trouble(Kind.REMOVED, last.number() + 1, 0);
        }
        if (seal.number() <= last.number()) {
            return trouble(Kind.INSERTED, seal.number(), seal.eventId());
        }
        if (link.row().isEmpty()) {
            return trouble(Kind.REMOVED, seal.number(), seal.eventId());
        }
        AuditRow row = link.row().get();
        boolean whole = row.stamp().equals(key.stamp(row)) && seal.equals(Seal.after(last, row, key));
        boolean known = anchor.filter(a -> a.sealNo() == seal.number())
                .map(a -> a.fits(seal))
                .orElse(true);
        return whole && known ? Optional.empty() : trouble(Kind.CHANGED, seal.number(), seal.eventId());
    }

    private Optional<Trouble> end(Seal last, long checked, Optional<Anchor> anchor) {
        if (anchor.isEmpty()) {
            return trouble(Kind.ANCHOR_MISSING, last.number(), 0);
        }
        if (anchor.get().sealNo() > last.number()) {
            return trouble(Kind.REMOVED, last.number() + 1, 0);
        }
        Unsealed unsealed = new Unsealed(last);
        store.eachUnsealed(unsealed);
        if (unsealed.forged != 0) {
            return trouble(Kind.INSERTED, 0, unsealed.forged);
        }
        // Only with the primary key taken away can a row stand there twice.
        return store.count() == checked + unsealed.rows ? Optional.empty() : trouble(Kind.INSERTED, 0, 0);
    }

    /** Looks at the rows no seal stands for: the newest may be waiting for theirs, all others were put in. */
    private final class Unsealed implements Consumer<AuditRow> {
        private final Seal last;
        private long rows;
        private long forged;

        Unsealed(Seal last) {
            this.last = last;
        }

        @Override
        public void accept(AuditRow row) {
            rows++;
            boolean waiting = !last.covers(row) && row.stamp().equals(key.stamp(row));
            if (!waiting && forged == 0) {
                forged = row.eventId();
            }
        }
    }

    private static Optional<Trouble> trouble(Kind kind, long seal, long event) {
        return Optional.of(new Trouble(kind, seal, event));
    }
}
