package io.clientela.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody's roles say of fields, each role for itself. Where a role says nothing the catalogue's sensitivity decides for
 * it; of several roles the widest right counts, part by part.
 */
public record FieldRights(List<OfRole> roles) {

    public FieldRights {
        roles = List.copyOf(roles);
    }

    /** What one role that may also write says, keyed {@code record.field}, {@code record.*} or {@code *}. */
    public FieldRights(Map<String, FieldRight> one) {
        this(List.of(new OfRole(one, true)));
    }

    /**
     * What one role says.
     *
     * @param byField keyed {@code record.field}, {@code record.*} or {@code *}; the nearest counts
     * @param writes whether the role has a function that writes; one that only reads lets nobody write
     */
    public record OfRole(Map<String, FieldRight> byField, boolean writes) {

        public OfRole {
            byField = Map.copyOf(byField);
        }

        /** Empty where the role is silent. */
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
    }

    /** Reading, writing and exporting one field. */
    public record FieldRight(Visibility read, boolean write, Visibility export) {}
}
