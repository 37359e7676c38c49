package io.clientela.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Conditions as they are typed, {@code field=value}; each field at most once. */
final class Filters {

    private Filters() {}

    static Map<String, String> parse(List<String> typed) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String condition : typed) {
            int equals = condition.indexOf('=');
            if (equals <= 0 || equals == condition.length() - 1) {
                throw new Trouble("bad_filter", condition);
            }
            String field = condition.substring(0, equals).strip();
            if (conditions.put(field, condition.substring(equals + 1).strip()) != null) {
                throw new Trouble("filter_twice", field);
            }
        }
        return conditions;
    }
}
