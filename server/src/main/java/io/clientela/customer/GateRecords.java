package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.platform.Bundle;
import io.clientela.platform.Bundles;
import io.clientela.platform.Outbox;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the write gate leaves behind besides the data: events for followers and rows of the audit trail. */
@Component
class GateRecords {

    private final Outbox outbox;
    private final AuditTrail audit;
    private final Bundles bundles;

    GateRecords(Outbox outbox, AuditTrail audit, Bundles bundles) {
        this.outbox = outbox;
        this.audit = audit;
        this.bundles = bundles;
    }

    /** {@code runId} is 0 outside a run, of which each batch has one row in the trail. */
    void keep(List<Written> written, long runId, Actor actor) {
        keep(written, runId, actor, bundles.open());
    }

    /** The same, sending what a bundle holds with it. */
    void keep(List<Written> written, long runId, Actor actor, Bundle bundle) {
        if (written.isEmpty()) {
            return;
        }
        tell("customer.created", written.stream().filter(Written::isNew).toList(), runId, bundle);
        tell("customer.changed", written.stream().filter(one -> !one.isNew()).toList(), runId, bundle);
        List<AuditEvent> events = runId == 0
                ? written.stream().map(one -> one(one, actor)).toList()
                : List.of(many(written, runId, actor));
        audit.record(events, bundle);
    }

    /** Each of the new links has its row; followers learn the head first, then all that belongs to it. */
    void merged(FileRow head, List<Link> made, Group group, MergeWish wish, Actor actor) {
        List<Long> ids = new ArrayList<>(List.of(head.fileId()));
        group.files().stream().filter(id -> id != head.fileId()).forEach(ids::add);
        outbox.append("customer.merged", ids, wish.how().runId());
        for (Link link : made) {
            audit.record(AuditEvent.by(actor, "customer.merged")
                    .about(new FileId(link.fileId()), new FileId(head.fileId()))
                    .subject(group.member(link.fileId()).row().number().text())
                    .run(wish.how().runId())
                    .with("head", head.number().text())
                    .with("link", link.id())
                    .with("picked", wish.picks().keySet().stream().sorted().collect(Collectors.joining(","))));
        }
    }

    /** Both sides have their row; {@code heads} are those of the side that stayed and of the one that left. */
    void unmerged(List<FileRow> heads, Link link, UnmergeWish wish, Actor actor) {
        outbox.append(
                "customer.unmerged",
                heads.stream().map(FileRow::fileId).toList(),
                wish.how().runId());
        for (FileRow head : heads) {
            audit.record(AuditEvent.by(actor, "customer.unmerged")
                    .about(new FileId(head.fileId()))
                    .subject(head.number().text())
                    .run(wish.how().runId())
                    .with("link", link.id())
                    .with("moved", wish.moves().size()));
        }
    }

    /** Customers that say something else by other rules, though nobody has said anything: one row for all of a portion, given in order. */
    void resettled(List<FileRow> heads, long runId, Actor actor) {
        if (heads.isEmpty()) {
            return;
        }
        outbox.append("customer.changed", heads.stream().map(FileRow::fileId).toList(), runId);
        audit.record(AuditEvent.by(actor, "customer.resettled")
                .run(runId)
                .subject(heads.getFirst().number() + ".." + heads.getLast().number())
                .with("changed", heads.size())
                .with("digest", settled(heads)));
    }

    private void tell(String kind, List<Written> written, long run, Bundle bundle) {
        if (!written.isEmpty()) {
            // Of linked files who follows the head learns of it as well.
            List<Long> ids = written.stream()
                    .flatMap(one -> Stream.of(one.fileId(), one.headId()))
                    .distinct()
                    .toList();
            outbox.append(kind, ids, run, bundle);
        }
    }

    private static AuditEvent one(Written written, Actor actor) {
        AuditEvent event = AuditEvent.by(actor, written.isNew() ? "customer.created" : "customer.changed")
                .about(new FileId(written.fileId()), new FileId(written.headId()))
                .subject(written.number().text())
                .with("entry", written.seq())
                .with("fields", String.join(",", written.fields()));
        return written.takesBack() == 0 ? event : event.with("takes_back", written.takesBack());
    }

    private static AuditEvent many(List<Written> written, long run, Actor actor) {
        long created = written.stream().filter(Written::isNew).count();
        return AuditEvent.by(actor, "customer.batch")
                .run(run)
                .subject(written.getFirst().number() + ".." + written.getLast().number())
                .with(
                        "rows",
                        written.getFirst().row() + ".." + written.getLast().row())
                .with("way", written.getFirst().entry().entry().channel())
                .with("created", created)
                .with("changed", written.size() - created)
                .with("digest", digest(written));
    }

    /** SHA-256 over the sealed entries of the batch, so that the journal can be held against the trail. */
    private static String digest(List<Written> written) {
        MessageDigest digest = sha256();
        for (Written one : written) {
            Sealed sealed = one.entry();
            digest.update(ByteBuffer.allocate(12)
                    .putLong(sealed.entry().fileId())
                    .putInt(sealed.entry().seq())
                    .array());
            digest.update(sealed.body());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The same over which customers in which version, since nothing was entered. */
    private static String settled(List<FileRow> heads) {
        MessageDigest digest = sha256();
        heads.forEach(head -> digest.update(ByteBuffer.allocate(16)
                .putLong(head.fileId())
                .putLong(head.version())
                .array()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
