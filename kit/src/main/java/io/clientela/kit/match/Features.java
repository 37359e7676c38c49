package io.clientela.kit.match;

import java.util.EnumMap;
import java.util.Map;

/** What of a record is compared, prepared once: folded texts by slot. Made without a {@link Base}, so by many threads at once. */
public final class Features {

    private final Map<Slot, String> values = new EnumMap<>(Slot.class);

    Features() {}

    void put(Slot slot, String value) {
        if (!value.isEmpty()) {
            values.put(slot, value);
        }
    }

    /** Puts the value into the first free slot of several, unless it stands in one already; what has no place is left out. */
    void put(String value, Slot... slots) {
        if (value.isEmpty()) {
            return;
        }
        for (Slot slot : slots) {
            String there = values.putIfAbsent(slot, value);
            if (there == null || there.equals(value)) {
                return;
            }
        }
    }

    String get(Slot slot) {
        return values.getOrDefault(slot, "");
    }

    /** Empty records can't be compared with anything. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
