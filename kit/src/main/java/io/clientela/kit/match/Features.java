package io.clientela.kit.match;

import java.util.Arrays;

/** What of a record is compared, prepared once: folded texts by slot. Made without a {@link Base}, so by many threads at once. */
public final class Features {

    private final String[] values = new String[Slot.ALL.length];
    private boolean empty = true;

    Features() {
        Arrays.fill(values, "");
    }

    void put(Slot slot, String value) {
        if (!value.isEmpty()) {
            values[slot.place()] = value;
            empty = false;
        }
    }

    /** Puts the value into the first free slot of several, unless it stands in one already; what has no place is left out. */
    void put(String value, Slot... slots) {
        for (Slot slot : slots) {
            String there = get(slot);
            if (there.isEmpty()) {
                put(slot, value);
                return;
            }
            if (there.equals(value)) {
                return;
            }
        }
    }

    String get(Slot slot) {
        return values[slot.place()];
    }

    /** Empty records can't be compared with anything. */
    public boolean isEmpty() {
        return empty;
    }
}
