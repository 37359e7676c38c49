package io.clientela.customer;

import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Afresh;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is submitted again with the same key by the same person counts once; the answer is kept for a day. */
@Component
public class IdempotentSubmission {

    private static final Duration KEPT = Duration.ofDays(1);

    private final WriteGate gate;
    private final IdempotencyStore store;
    private final FileStore files;
    private final Afresh afresh;
    private final Clock clock;

    IdempotentSubmission(WriteGate gate, IdempotencyStore store, FileStore files, Afresh afresh, Clock clock) {
        this.afresh = afresh;
        this.gate = gate;
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /** {@code request} are the bytes of the request, of which only a hash is kept; an empty key means each call counts. */
    public Outcome submit(Submission submission, byte[] request, String key, Actor actor) {
        if (key.isEmpty()) {
            return gate.submit(List.of(submission), actor).getFirst();
        }
        WriteGate.Batch ready = gate.arrange(gate.prepare(List.of(submission)), actor);
        return afresh.run(() -> once(ready, request, key, actor));
    }

    private Outcome once(WriteGate.Batch ready, byte[] request, String key, Actor actor) {
        byte[] hash = sha256(request);
        store.lock(actor.userId(), key);
        Optional<IdempotencyStore.Answer> known = store.find(actor.userId(), key, Timestamp.from(clock.instant()));
        if (known.isPresent()) {
            if (!Arrays.equals(known.get().requestHash(), hash)) {
                throw new Refusal(CustomerError.IDEMPOTENCY_KEY_REUSED);
            }
            FileRow file = files.find(List.of(known.get().fileId())).getFirst();
            FileRow row = files.find(file.number()).orElse(file);
            return new Outcome.Accepted(
                    new FileId(row.fileId()), row.number(), row.version(), Outcome.Effect.UNCHANGED, List.of());
        }
        Outcome outcome = gate.commit(ready, actor).getFirst();
        if (outcome instanceof Outcome.Accepted accepted) {
            store.keep(
                    actor.userId(),
                    key,
                    hash,
                    accepted.file().value(),
                    Timestamp.from(clock.instant().plus(KEPT)));
        }
        return outcome;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
