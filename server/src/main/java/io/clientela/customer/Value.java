package io.clientela.customer;

import java.util.List;

/** A value in canonical form: one part, several for a many-valued field, none when there is no value. */
public record Value(List<String> parts) {

    public static final Value NONE = new Value(List.of());

    public Value {
        parts = List.copyOf(parts);
    }

    public static Value of(String part) {
        return part.isEmpty() ? NONE : new Value(List.of(part));
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The first part, or an empty text. */
    public String text() {
        return parts.isEmpty() ? "" : parts.getFirst();
    }
}
