package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.platform.Outbox;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the write gate leaves behind besides the data: events for followers and rows of the audit trail. */
@Component
class GateRecords {

    private final Outbox outbox;
    private final AuditTrail audit;

    GateRecords(Outbox outbox, AuditTrail audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    void keep(List<Sealed> entries, List<Change> changes, Actor actor) {
        long run = changes.getFirst().submission().how().runId();
        tell("customer.created", changes.stream().filter(Change::isNew).toList(), run);
        tell(
                "customer.changed",
                changes.stream().filter(change -> !change.isNew()).toList(),
                run);
        if (run == 0) {
            for (Change change : changes) {
                audit.record(one(change, actor));
            }
        } else {
            audit.record(many(entries, changes, run, actor));
        }
    }

    private void tell(String kind, List<Change> changes, long run) {
        if (!changes.isEmpty()) {
            outbox.append(
                    kind,
                    changes.stream().map(change -> change.after().fileId()).toList(),
                    run);
        }
    }

    private static AuditEvent one(Change change, Actor actor) {
        FileRow row = change.after();
        return AuditEvent.by(actor, change.isNew() ? "customer.created" : "customer.changed")
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text())
                .with("entry", change.seq())
                .with("fields", String.join(",", change.fields()));
    }

    private static AuditEvent many(List<Sealed> entries, List<Change> changes, long run, Actor actor) {
        long created = changes.stream().filter(Change::isNew).count();
        return AuditEvent.by(actor, "customer.batch")
                .run(run)
                .subject(changes.getFirst().after().number() + ".."
                        + changes.getLast().after().number())
                .with(
                        "rows",
                        changes.getFirst().submission().how().row() + ".."
                                + changes.getLast().submission().how().row())
                .with("created", created)
                .with("changed", changes.size() - created)
                .with("digest", digest(entries));
    }

    /** SHA-256 over the sealed entries of the batch, so that the journal can be held against the trail. */
    private static String digest(List<Sealed> entries) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Sealed sealed : entries) {
                digest.update(ByteBuffer.allocate(12)
                        .putLong(sealed.entry().fileId())
                        .putInt(sealed.entry().seq())
                        .array());
                digest.update(sealed.body());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
