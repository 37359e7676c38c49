package io.clientela.attachment;

import io.clientela.attachment.Attachment.About;
import io.clientela.attachment.AttachmentStore.Kept;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Housekeeping;
import io.clientela.platform.Json;
import io.clientela.platform.Traces;
import io.clientela.vault.SealKey;
import io.clientela.vault.SealedPieces;
import io.clientela.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that belong to a customer's file, sealed under its key in pieces. One that nothing names within a day is deleted; one that
 * was named once stays as long as the journal, which may name it again.
 */
@Component
public class Attachments implements Housekeeping {

    private static final Logger log = LoggerFactory.getLogger(Attachments.class);
    private static final Duration UNUSED = Duration.ofDays(1);

    /** Enough for a form full of files, too few to fill a disk with. */
    private static final int MOST_UNUSED = 50;

    private final AttachmentStore store;
    private final AttachmentRules rules;
    private final Sniffing sniffing;
    private final Vault vault;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Attachments(
            AttachmentStore store,
            AttachmentRules rules,
            Sniffing sniffing,
            Vault vault,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.sniffing = sniffing;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is taken: bytes at most, and endings of names. */
    public record Limits(long bytes, List<String> endings) {}

    public Limits limits() {
        return new Limits(rules.mostBytes(), Kinds.endings());
    }

    /** Takes a stream in for a place of a customer's file; memory stays that of one piece, and what is refused leaves nothing. */
    public Attachment take(FileId file, FileId head, String place, String name, InputStream in, Actor actor)
            throws IOException {
        long most = rules.mostBytes();
        try {
            return taken(file, head, place, name, in, most, actor);
        } catch (Refusal refusal) {
            // Whoever still sends doesn't listen; what is on its way is let pass, so that they hear why.
            drain(in, most);
            throw refusal;
        }
    }

    private Attachment taken(
            FileId file, FileId head, String place, String given, InputStream in, long most, Actor actor)
            throws IOException {
        long fileId = file.value();
        String name = FileName.clean(given).orElseThrow(() -> new Refusal(AttachmentError.ATTACHMENT_NAME));
        Kinds.Kind kind = Sniffing.byName(name);
        if (store.unused(actor.userId(), clock.instant()) >= MOST_UNUSED) {
            throw new Refusal(AttachmentError.ATTACHMENT_TOO_MANY, Map.of("most", Integer.toString(MOST_UNUSED)));
        }
        byte[] first = in.readNBytes(SealedPieces.PIECE);
        if (first.length == 0) {
            throw new Refusal(AttachmentError.ATTACHMENT_EMPTY);
        }
        String type = sniffing.type(kind, first);
        SealKey key = vault.open(fileId).orElseThrow(() -> new Refusal(AttachmentError.ATTACHMENT_GONE));
        long id = store.nextId();
        Instant now = clock.instant();
        store.begin(id, fileId, head.value(), place, actor.userId(), now, now.plus(UNUSED));
        boolean whole = false;
        try {
            SealedPieces.Writer writer = pieces(fileId, id, key).writer((no, body) -> store.insertPiece(id, no, body));
            for (byte[] piece = first; piece.length > 0; piece = in.readNBytes(SealedPieces.PIECE)) {
                if (writer.size() + piece.length > most) {
                    throw new Refusal(
                            AttachmentError.ATTACHMENT_TOO_LARGE, Map.of("most", Long.toString(rules.mostMegabytes())));
                }
                writer.add(piece, piece.length);
            }
            About about = new About(name, type, writer.sha256());
            transaction.executeWithoutResult(status -> {
                store.finish(id, writer.size(), key.seal(Json.bytes(about), aboutPlace(fileId, id)));
                audit.record(AuditEvent.by(actor, "attachment.handed_over")
                        .about(file, head)
                        .subject("attachment:" + id)
                        .with("bytes", writer.size())
                        .with("media_type", type));
            });
            whole = true;
            return new Attachment(id, fileId, head.value(), place, about, writer.size(), actor.userId(), now, false);
        } finally {
            if (!whole) {
                transaction.execute(status -> store.drop(id));
            }
        }
    }

    /** One that is whole and still there, with what it is about. */
    public Optional<Attachment> find(long id) {
        return store.find(id)
                .filter(kept -> kept.bound() || kept.expires().isAfter(clock.instant()))
                .flatMap(kept -> vault.open(kept.fileId()).map(key -> opened(kept, key)));
    }

    private static Attachment opened(Kept kept, SealKey key) {
        About about = Json.read(key.open(kept.about(), aboutPlace(kept.fileId(), kept.id())), About.class);
        return new Attachment(
                kept.id(),
                kept.fileId(),
                kept.headId(),
                kept.place(),
                about,
                kept.size(),
                kept.by(),
                kept.at(),
                kept.bound());
    }

    /** Its bytes as they came, a piece at a time; fails where one is missing, and never ends early in silence. */
    public InputStream content(Attachment attachment) {
        long id = attachment.id();
        SealKey key = vault.open(attachment.fileId()).orElseThrow(() -> new Refusal(AttachmentError.ATTACHMENT_GONE));
        int count = Math.toIntExact((attachment.size() + SealedPieces.PIECE - 1) / SealedPieces.PIECE);
        return pieces(attachment.fileId(), id, key)
                .open(no -> no >= count
                        ? Optional.empty()
                        : Optional.of(store.piece(id, no)
                                .orElseThrow(
                                        () -> new IllegalStateException("attachment " + id + " lacks piece " + no))));
    }

    /**
     * The same for another customer's file, sealed anew under that one's key, in the transaction that will {@link #bind} it; the one it
     * is made of stays. Refuses what is gone.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Attachment copy(long id, FileId file, FileId head, Actor actor) {
        Attachment from = find(id).orElseThrow(() -> new Refusal(AttachmentError.ATTACHMENT_GONE));
        long fileId = file.value();
        SealKey key = vault.open(fileId).orElseThrow(() -> new Refusal(AttachmentError.ATTACHMENT_GONE));
        long copy = store.nextId();
        Instant now = clock.instant();
        store.begin(copy, fileId, head.value(), from.place(), actor.userId(), now, now.plus(UNUSED));
        SealedPieces.Writer writer = pieces(fileId, copy, key).writer((no, body) -> store.insertPiece(copy, no, body));
        try (InputStream in = content(from)) {
            for (byte[] piece = in.readNBytes(SealedPieces.PIECE);
                    piece.length > 0;
                    piece = in.readNBytes(SealedPieces.PIECE)) {
                writer.add(piece, piece.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.finish(copy, writer.size(), key.seal(Json.bytes(from.about()), aboutPlace(fileId, copy)));
        audit.record(AuditEvent.by(actor, "attachment.copied")
                .about(file, head)
                .subject("attachment:" + copy)
                .with("attachment", id)
                .with("bytes", writer.size()));
        return new Attachment(
                copy, fileId, head.value(), from.place(), from.about(), writer.size(), actor.userId(), now, false);
    }

    /** From now on something names it, for good; in the transaction that names it. Refuses what is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bind(long id) {
        if (!store.bind(id, clock.instant())) {
            throw new Refusal(AttachmentError.ATTACHMENT_GONE);
        }
    }

    @Override
    public String name() {
        return "attachments";
    }

    /** One that can't be deleted is left for the next time and keeps no other. */
    @Override
    public long tidy(Instant now) {
        long gone = 0;
        List<Long> expired = store.expired(now, 0);
        while (!expired.isEmpty()) {
            gone += expired.stream().filter(this::dropped).count();
            expired = store.expired(now, expired.getLast());
        }
        return gone;
    }

    private boolean dropped(long id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> store.drop(id)));
        } catch (RuntimeException e) {
            log.error("attachment {} can't be deleted: {}", id, Traces.of(e));
            return false;
        }
    }

    private static void drain(InputStream in, long most) throws IOException {
        byte[] nothing = new byte[1 << 14];
        long left = 2 * most;
        for (int read = in.read(nothing); read > 0 && left > 0; read = in.read(nothing)) {
            left -= read;
        }
    }

    /** Every piece is sealed for the customer's file, the attachment and its number. */
    private static SealedPieces pieces(long fileId, long id, SealKey key) {
        return new SealedPieces(key, "attachment:" + fileId + ":" + id);
    }

    private static String aboutPlace(long fileId, long id) {
        return "attachment-about:" + fileId + ":" + id;
    }
}
