package io.clientela.access.web;

import io.clientela.access.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A role with its label in the reader's language.
 *
 * @param bearers how many accounts bear it
 * @param fixed true where only its names can be changed
 */
record RoleView(
        String key,
        String label,
        Map<String, String> labels,
        String description,
        Map<String, String> descriptions,
        List<String> functions,
        String scope,
        List<FieldRightView> fields,
        long version,
        int bearers,
        boolean fixed) {

    /** What the role says of a field: {@code target} is record.field, record.* or *. */
    record FieldRightView(String target, String read, boolean write, String export) {}

    static RoleView of(Role role, int bearers, String language) {
        return new RoleView(
                role.key(),
                role.label(language),
                role.labels(),
                role.description(language),
                role.descriptions(),
                role.functions(),
                lower(role.reach()),
                role.fields().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new FieldRightView(
                                entry.getKey(),
                                lower(entry.getValue().read()),
                                entry.getValue().write(),
                                lower(entry.getValue().export())))
                        .toList(),
                role.version(),
                bearers,
                role.key().equals(Role.ADMINISTRATOR));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
