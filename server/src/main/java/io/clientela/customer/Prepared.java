package io.clientela.customer;

import io.clientela.customer.KeyStore.Blind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission with everything worked out that needs no database, so that an import can prepare one batch while another is
 * being written.
 *
 * @param cleaned the record's own values, read as if the file were new
 * @param items cleaned items of lists, in the order of the submission
 * @param key hash of the value of the field the target is found by
 * @param draft what a new file would be
 * @param told cleaned values of the provenance, by field key
 */
record Prepared(
        Submission submission,
        Cleaned cleaned,
        Map<String, List<CleanedItem>> items,
        Optional<Blind> key,
        Optional<Draft> draft,
        Map<String, List<String>> told) {

    /** One item of a list: the id it has, 0 for a new one, and what was read of it. */
    record CleanedItem(long id, Cleaned cleaned) {}

    /** The parts of a new file that take time to compute. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Draft(byte[] nameSort, Map<String, Blind> keys) {}
}
