package io.clientela.audit;

import java.util.Optional;

/** One link of the chain: its gapless number, the row it seals, and the hash that the next one builds on. */
record Seal(long number, long eventId, long xid, KeyedHash mac, Optional<KeyedHash> headMac) {

    static Seal none() {
        return new Seal(0, 0, 0, AuditKey.START, Optional.empty());
    }

    static Seal after(Seal previous, AuditRow row, AuditKey key) {
        long number = previous.number() + 1;
        Optional<KeyedHash> head = row.headId().isPresent()
                ? Optional.of(key.head(number, row.headId().getAsLong()))
                : Optional.empty();
        return new Seal(number, row.eventId(), row.xid(), key.seal(previous.mac(), number, row), head);
    }

    /** True when this seal stands at or behind the row in sealing order, so that the row should have been sealed. */
    boolean covers(AuditRow row) {
        return row.xid() < xid || (row.xid() == xid && row.eventId() <= eventId);
    }
}
