package io.clientela.kit.fields;

import java.util.List;
import java.util.Optional;

/** Which item of a code list a text means. */
public sealed interface Resolution {

    record Found(String item) implements Resolution {}

    /** Several items go by that name, and nothing tells which is meant. */
    record Ambiguous(List<String> items) implements Resolution {
        public Ambiguous {
            items = List.copyOf(items);
        }
    }

    record Unknown() implements Resolution {}

    /** The code, where there is exactly one. */
    default Optional<String> code() {
        return this instanceof Found found ? Optional.of(found.item()) : Optional.empty();
    }
}
