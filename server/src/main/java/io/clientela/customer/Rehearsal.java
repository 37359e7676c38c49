package io.clientela.customer;

import java.util.function.Consumer;

/**
 * A pass through the write gate that writes nothing.
 *
 * @param twins what the batches before this one said
 * @param teller is told of each change that would be made
 */
record Rehearsal(TwinRows twins, Consumer<Foreseen> teller) {

    static Rehearsal of(TwinRows twins) {
        return new Rehearsal(twins, foreseen -> {});
    }

    /** A change of a known file as it would be: {@code after} is what the file would say. */
    record Foreseen(int index, Loaded file, EntryBody body, FileState after) {}
}
