package io.clientela.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ties committed rows to the chain, in the order of their transactions and only below the oldest one still running, so that
 * none that commits late is passed over. A row without a true stamp isn't sealed, and nothing is while the database
 * contradicts the anchor: what somebody did behind our back must not be covered by later seals.
 */
final class Sealer {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 5_000;

    private final AuditStore store;
    private final AuditKey key;
    private final Anchors anchors;
    private final TransactionTemplate apart;
    private final AtomicBoolean complained = new AtomicBoolean();

    Sealer(AuditStore store, AuditKey key, Anchors anchors, TransactionTemplate apart) {
        this.store = store;
        this.key = key;
        this.anchors = anchors;
        this.apart = apart;
    }

    /** Seals what is ready and returns how many rows; leaves it to another node that is at it, unless told to wait. */
    synchronized long seal(boolean wait) {
        long sealed = 0;
        Round round = new Round(0, 0, 0, true);
        while (round.more()) {
            Round previous = round;
            round = apart.execute(status -> round(wait, previous));
            sealed += round.sealed();
            if (round.sealed() > 0) {
                store.lastSeal().map(Anchor::of).ifPresent(anchors::write);
            }
        }
        return sealed;
    }

    private Round round(boolean wait, Round previous) {
        if (!locked(wait)) {
            return Round.nothing();
        }
        store.onDisk();
        Seal last = store.lastSeal().orElseGet(Seal::none);
        if (!anchored(last)) {
            if (complained.compareAndSet(false, true)) {
                log.error("the audit trail contradicts its anchor and is sealed no further: verify it");
            }
            return Round.nothing();
        }
        boolean behind =
                previous.xid() > last.xid() || (previous.xid() == last.xid() && previous.eventId() > last.eventId());
        List<AuditRow> rows = behind
                ? store.ready(previous.xid(), previous.eventId(), BATCH)
                : store.ready(last.xid(), last.eventId(), BATCH);
        if (rows.isEmpty()) {
            return Round.nothing();
        }
        List<Seal> seals = new ArrayList<>(rows.size());
        for (AuditRow row : rows) {
            if (row.stamp().equals(key.stamp(row))) {
                last = Seal.after(last, row, key);
                seals.add(last);
            }
        }
        store.appendSeals(seals);
        AuditRow end = rows.getLast();
        return new Round(seals.size(), end.xid(), end.eventId(), rows.size() == BATCH);
    }

    private boolean locked(boolean wait) {
        if (wait) {
            store.lock();
            return true;
        }
        return store.tryLock();
    }

    private boolean anchored(Seal last) {
        Optional<Anchor> anchor = anchors.read();
        if (anchor.isEmpty()) {
            if (last.number() == 0) {
                anchors.write(Anchor.of(last));
                return true;
            }
            return false;
        }
        long number = anchor.get().sealNo();
        Optional<Seal> named = number == 0 ? Optional.of(Seal.none()) : store.seal(number);
        return number <= last.number() && named.filter(anchor.get()::fits).isPresent();
    }

    /** How far one transaction came. */
    private record Round(int sealed, long xid, long eventId, boolean more) {
        static Round nothing() {
            return new Round(0, 0, 0, false);
        }
    }
}
