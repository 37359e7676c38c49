package io.clientela.access;

import io.clientela.kernel.FieldRights.FieldRight;
import java.util.List;
import java.util.Map;

/**
 * What an office may do.
 *
 * @param labels language to label
 * @param reach which files its bearer sees
 * @param fields what it says of fields, keyed {@code record.field}, {@code record.*} or {@code *}
 */
public record Role(
        String key, Map<String, String> labels, List<String> functions, Reach reach, Map<String, FieldRight> fields) {

    public static final String ADMINISTRATOR = "administrator";

    /** In rising order. */
    public enum Reach {
        NONE,
        OWN,
        DEPARTMENT,
        SUBTREE,
        ALL
    }

    public Role {
        labels = Map.copyOf(labels);
        functions = List.copyOf(functions);
        fields = Map.copyOf(fields);
    }

    public String label(String language) {
        return labels.getOrDefault(language, key);
    }
}
