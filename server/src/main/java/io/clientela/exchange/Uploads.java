package io.clientela.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.exchange.UploadStore.Expired;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kit.format.Source;
import io.clientela.platform.Housekeeping;
import io.clientela.platform.Traces;
import io.clientela.vault.SealKey;
import io.clientela.vault.SealedPieces;
import io.clientela.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Files handed over, kept sealed in pieces in the database, so that any node can go on with them after a crash. */
@Component
public class Uploads implements Housekeeping {

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);
    static final int CHUNK = SealedPieces.PIECE;
    private static final long MOST = 4L << 30;
    static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_NAME = 200;

    private final UploadStore store;
    private final Vault vault;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Uploads(UploadStore store, Vault vault, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes a stream in, sealed; memory stays that of one piece. An upload that breaks off stays incomplete and expires. */
    public Upload take(String name, InputStream in, Actor actor) throws IOException {
        Piecewise upload = begin(name, KEPT, actor);
        for (byte[] piece = in.readNBytes(CHUNK); piece.length > 0; piece = in.readNBytes(CHUNK)) {
            upload.add(piece, piece.length);
        }
        return transaction.execute(status -> {
            Upload whole = upload.finish();
            audit.record(AuditEvent.by(actor, "import.handed_over")
                    .subject("upload:" + whole.id())
                    .with("bytes", whole.size())
                    .with("sha256", whole.sha256()));
            return whole;
        });
    }

    /** Begins a file that is handed over in pieces. */
    Piecewise begin(String name, Duration kept, Actor actor) {
        String harmless = name.strip().replaceAll("[\\p{Cntrl}/\\\\]", "_");
        String shown = harmless.substring(0, Math.min(LONGEST_NAME, harmless.length()));
        long id = store.nextId();
        SealKey key = transaction.execute(status -> {
            store.begin(
                    id, shown, actor.userId(), clock.instant(), clock.instant().plus(kept));
            return vault.createRunKey(id);
        });
        return new Piecewise(id, shown, actor.userId(), key);
    }

    Upload find(long id) {
        return store.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    /** A file this person handed over; for anybody else there is none. */
    Upload find(long id, Actor actor) {
        return store.find(id)
                .filter(upload -> upload.by() == actor.userId())
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    /** Keeps others from corrections of this file until the transaction ends. */
    void lock(long id) {
        store.lock(id);
    }

    SealKey key(long id) {
        return vault.openRunKey(id).orElseThrow(() -> new Refusal(ExchangeError.UPLOAD_GONE));
    }

    /** The file as something that can be opened again and again. */
    Source source(Upload upload) {
        if (!upload.complete()) {
            throw new Refusal(ExchangeError.UPLOAD_INCOMPLETE);
        }
        SealKey key = key(upload.id());
        return new Source() {
            @Override
            public String name() {
                return upload.name();
            }

            @Override
            public long size() {
                return upload.size();
            }

            @Override
            public InputStream open() {
                return pieces(upload.id(), key).open(no -> store.chunk(upload.id(), no));
            }
        };
    }

    InputStream open(long id) throws IOException {
        return source(find(id)).open();
    }

    @Override
    public String name() {
        return "uploads";
    }

    /** One that can't be destroyed is left for the next time and keeps no other. */
    @Override
    public long tidy(Instant now) {
        long gone = 0;
        List<Expired> expired = store.expired(now, Expired.NONE);
        while (!expired.isEmpty()) {
            gone += expired.stream().filter(upload -> destroyed(upload.id())).count();
            expired = store.expired(now, expired.getLast());
        }
        return gone;
    }

    /** With its bytes goes the key under which it and its refused rows were sealed. */
    private boolean destroyed(long id) {
        try {
            transaction.executeWithoutResult(status -> {
                store.drop(id);
                vault.destroyRunKey(id);
            });
            return true;
        } catch (RuntimeException e) {
            log.error("upload {} can't be destroyed: {}", id, Traces.of(e));
            return false;
        }
    }

    private static SealedPieces pieces(long id, SealKey key) {
        return new SealedPieces(key, "upload:" + id);
    }

    /** A file on its way in. */
    final class Piecewise {
        private final long id;
        private final String name;
        private final long by;
        private final SealedPieces.Writer writer;

        Piecewise(long id, String name, long by, SealKey key) {
            this.id = id;
            this.name = name;
            this.by = by;
            this.writer = pieces(id, key).writer((no, body) -> store.insertChunk(id, no, body));
        }

        void add(byte[] bytes, int length) {
            if (writer.size() + length > MOST) {
                throw new Refusal(CommonError.TOO_LARGE);
            }
            writer.add(bytes, length);
        }

        Upload finish() {
            String sha256 = writer.sha256();
            store.finish(id, writer.size(), sha256);
            return new Upload(id, name, writer.size(), sha256, true, by);
        }
    }

    /** A file that was handed over: {@code size} in bytes, {@code sha256} in hexadecimal, {@code by} whom. */
    public record Upload(
            long id,
            String name,
            long size,
            String sha256,
            boolean complete,
            @JsonIgnore long by) {}
}
