package io.clientela.kit.recognise;

import io.clientela.kit.check.Context;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The values of one row before any rule has seen them.
 *
 * @param values by path; a field without value is absent
 * @param country the row names, else the one assumed for its file; may be empty
 * @param dateOrders by path
 */
public record RawRecord(Map<String, String> values, String country, Map<String, String> dateOrders) {

    private static final Pattern BETWEEN = Pattern.compile("[;；、,，|\\n]");

    public RawRecord {
        values = Collections.unmodifiableMap(values);
    }

    /** What the rule of one field may know besides its value; siblings are those of the same record. */
    public Context context(String path) {
        return new Context(country, dateOrders.getOrDefault(path, ""), values);
    }

    /** The several values a cell of a many-valued field holds: tags, needs, roles. */
    public static List<String> several(String cell) {
        return BETWEEN.splitAsStream(cell)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
