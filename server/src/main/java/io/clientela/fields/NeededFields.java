package io.clientela.fields;

import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.Map;
import java.util.Optional;

/** Fields the product's own code works with, and so can't be taken out of use; the reason is a text {@code needed.<reason>}. */
final class NeededFields {

    private static final Map<String, String> REASONS = Map.of("name", "name", "owner", "owner");

    private NeededFields() {}

    static Optional<String> reason(Field field) {
        if (field.isOwn()) {
            return Optional.empty();
        }
        return field.type() == FieldType.LIST
                ? Optional.of("list")
                : field.type() == FieldType.CARD ? Optional.of("card") : Optional.ofNullable(REASONS.get(field.key()));
    }
}
