package io.clientela.access;

import io.clientela.kernel.FieldRights.FieldRight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an office may do.
 *
 * @param labels language to label; may lack all but one
 * @param descriptions language to what the office is for; may lack any
 * @param reach which files its bearer sees
 * @param fields what it says of fields, keyed {@code record.field}, {@code record.*} or {@code *}
 * @param version counted up by every change; 0 before the first
 */
public record Role(
        String key,
        Map<String, String> labels,
        Map<String, String> descriptions,
        List<String> functions,
        Reach reach,
        Map<String, FieldRight> fields,
        long version) {

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
        descriptions = Map.copyOf(descriptions);
        functions = List.copyOf(functions);
        fields = Map.copyOf(fields);
    }

    /** One that isn't kept yet. */
    public Role(
            String key,
            Map<String, String> labels,
            List<String> functions,
            Reach reach,
            Map<String, FieldRight> fields) {
        this(key, labels, Map.of(), functions, reach, fields, 0);
    }

    boolean administrator() {
        return key.equals(ADMINISTRATOR);
    }

    /** What it is called in a language; in another, English before Chinese before Spanish, where it has no name in this one. */
    public String label(String language) {
        return in(labels, language).orElse(key);
    }

    /** What it is for, in the same way; empty where nothing is said of it. */
    public String description(String language) {
        return in(descriptions, language).orElse("");
    }

    private static Optional<String> in(Map<String, String> texts, String language) {
        return Stream.of(language, "en", "zh", "es")
                .map(each -> texts.getOrDefault(each, ""))
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
