package io.clientela.customer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What somebody wants to see of the customers.
 *
 * @param record record type, empty for all
 * @param text what stands in the search box, empty for none
 * @param filters wanted values by field key, {@code from..to} for dates and numbers; {@code KEY.not}, {@code KEY.any},
 *     {@code KEY.starts}, {@code KEY.contains}, {@code KEY.before}, {@code KEY.after}, {@code KEY.last}, {@code KEY.empty},
 *     {@code KEY.filled} and {@code KEY.written} ask otherwise; {@code import_run} is the number of an import
 * @param where a tree of conditions as JSON that must hold as well, empty for none; see {@link Where}
 * @param sort {@code name}, {@code -name}, {@code created} or {@code -created}
 * @param cursor where to go on, empty for the beginning
 * @param limit most rows, 1 to 200
 * @param columns keys of the fields that are shown, empty for all that a list has
 * @param counted whether the first page says how many there are in all; a search knows without counting
 */
public record ListQuery(
        String record,
        String text,
        Map<String, String> filters,
        String where,
        String sort,
        String cursor,
        int limit,
        Set<String> columns,
        boolean counted) {

    public static final int MAX_LIMIT = 200;

    public ListQuery {
        text = clean(text);
        Map<String, String> wanted = new HashMap<>();
        filters.forEach((key, value) -> wanted.put(key, clean(value)));
        filters = Map.copyOf(wanted);
        limit = Math.clamp(limit, 1, MAX_LIMIT);
        columns = Set.copyOf(columns);
    }

    public ListQuery(
            String record,
            String text,
            Map<String, String> filters,
            String where,
            String sort,
            String cursor,
            int limit) {
        this(record, text, filters, where, sort, cursor, limit, Set.of(), true);
    }

    public ListQuery(String record, String text, Map<String, String> filters, String sort, String cursor, int limit) {
        this(record, text, filters, "", sort, cursor, limit);
    }

    /** Everything of a list, for work on all of it. */
    public static ListQuery whole(String record, String text, Map<String, String> filters, String where, String sort) {
        return new ListQuery(record, text, filters, where, sort, "", MAX_LIMIT);
    }

    boolean shows(String column) {
        return columns.isEmpty() || columns.contains(column);
    }

    /** PostgreSQL has no text with a zero in it. */
    private static String clean(String typed) {
        return typed.replace("\0", "");
    }
}
