package io.clientela.access.web;

import io.clientela.access.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A role with its label in the reader's language. */
record RoleView(
        String key,
        String label,
        Map<String, String> labels,
        List<String> functions,
        String scope,
        List<FieldRightView> fields) {

    /** What the role says of a field: {@code target} is record.field, record.* or *. */
    record FieldRightView(String target, String read, boolean write, String export) {}

    static RoleView of(Role role, String language) {
        return new RoleView(
                role.key(),
                role.label(language),
                role.labels(),
                role.functions(),
                lower(role.reach()),
                role.fields().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new FieldRightView(
                                entry.getKey(),
                                lower(entry.getValue().read()),
                                entry.getValue().write(),
                                lower(entry.getValue().export())))
                        .toList());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
