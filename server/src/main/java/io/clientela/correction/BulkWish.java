package io.clientela.correction;

import io.clientela.customer.ListQuery;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants done to many files.
 *
 * @param numbers the files meant, none where a query says which
 * @param query whose hits are meant, as they are when the work is checked
 * @param reason kept in the journal of each file
 */
public record BulkWish(List<String> numbers, Optional<ListQuery> query, List<FieldChange> changes, String reason) {

    /** As many as a page of an office can reasonably have ticked; more is a query. */
    static final int MOST_NUMBERS = 10_000;

    static final int MOST_CHANGES = 20;
    static final int MOST_VALUES = 100;
    static final int LONGEST_REASON = 1_000;

    /** Of one that ended long ago only its numbers are known. */
    static final BulkWish FORGOTTEN = new BulkWish(List.of(), Optional.empty(), List.of(), "");

    public BulkWish {
        numbers = List.copyOf(numbers);
        changes = List.copyOf(changes);
        reason = reason.strip();
    }
}
