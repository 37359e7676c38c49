package io.clientela.exchange.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Owners the rows of a run name whom nobody bore as a name when they were read, the most frequent first. */
record UnknownOwnersView(List<Item> items) {

    /** {@code rows} rows name this one; {@code userId} is who bears the name by now. */
    record Item(String name, long rows, @Nullable Long userId) {}
}
