package io.clientela.access.web;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Ids as requests bring them. */
final class Ids {

    private Ids() {}

    static OptionalLong optional(@Nullable Long id) {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
