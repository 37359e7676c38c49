package io.clientela.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody's roles say of fields, keyed {@code record.field}, {@code record.*} or {@code *}; where they say nothing the
 * catalogue's sensitivity decides. Of several roles the widest right counts.
 */
public record FieldRights(Map<String, FieldRight> byField) {

    public FieldRights {
        byField = Map.copyOf(byField);
    }

    public Optional<FieldRight> of(String record, String field) {
        if (byField.isEmpty()) {
            return Optional.empty();
        }
        FieldRight right = byField.get(record + "." + field);
        if (right == null) {
            right = byField.get(record + ".*");
        }
        return Optional.ofNullable(right == null ? byField.get("*") : right);
    }

    /** Reading, writing and exporting one field. */
    public record FieldRight(Visibility read, boolean write, Visibility export) {}
}
