package io.clientela.exchange;

import java.util.List;

/**
 * How many rows of a run are refused or warned about ({@code kind}) for one reason in one field.
 *
 * @param names of owners nobody bears, the most frequent first; none for any other reason, and for who may not see them
 */
public record Finding(String kind, String field, String code, long rows, List<String> names) {
    public Finding {
        names = List.copyOf(names);
    }
}
