package io.clientela.audit;

import io.clientela.platform.Bundle;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where deeds are told. A row is written in the transaction of its deed, so that there is never one without the other;
 * without a running transaction {@link IllegalTransactionStateException} is thrown.
 */
public final class AuditTrail {

    private final AuditStore store;
    private final AuditKey key;
    private final Clock clock;

    AuditTrail(AuditStore store, AuditKey key, Clock clock) {
        this.store = store;
        this.key = key;
        this.clock = clock;
    }

    public void record(AuditEvent... events) {
        record(List.of(events));
    }

    /** Many rows at once. */
    public void record(List<AuditEvent> events) {
        Instant now = clock.instant();
        append(events.stream().map(event -> new Moment(event, now)).toList());
    }

    /** The same, sending what a bundle holds with it. */
    public void record(List<AuditEvent> events, Bundle bundle) {
        if (events.size() > AuditStore.FEW) {
            bundle.send();
            record(events);
            return;
        }
        Instant now = clock.instant();
        append(events.stream().map(event -> new Moment(event, now)).toList(), size -> store.places(size, bundle));
    }

    /**
     * Lets rows follow their files: {@code move} gives the rows about these files another head, which the seals then cover. Nothing
     * is sealed meanwhile, or a seal could cover the head of before.
     */
    public void follow(Collection<Long> files, long head, Runnable move) {
        store.lock();
        move.run();
        Map<Long, KeyedHash> heads = new HashMap<>();
        store.sealed(files, head).forEach(number -> heads.put(number, key.head(number, head)));
        store.cover(heads);
    }

    void append(List<Moment> moments) {
        append(moments, store::places);
    }

    private void append(List<Moment> moments, IntFunction<List<AuditStore.Place>> drawn) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("an audit row belongs into the transaction of its deed");
        }
        if (moments.isEmpty()) {
            return;
        }
        List<AuditStore.Place> places = drawn.apply(moments.size());
        List<AuditRow> rows = new ArrayList<>(moments.size());
        for (int i = 0; i < places.size(); i++) {
            AuditStore.Place place = places.get(i);
            Moment moment = moments.get(i);
            AuditRow row = AuditRow.of(moment.event(), moment.at(), place.eventId(), place.xid());
            rows.add(row.stamped(key.stamp(row)));
        }
        store.append(rows);
    }

    /** A deed with its time, for those written down a little later. */
    record Moment(AuditEvent event, Instant at) {}
}
