package io.clientela.customer;

import io.clientela.customer.JournalStore.Sealed;
import java.util.Set;

/**
 * What followers and the audit trail are told of one written file.
 *
 * @param index place of the submission in its batch
 * @param row the row of its run, 0 outside a run
 * @param entry what was appended to the journal
 * @param fields keys of the fields that changed
 * @param takesBack the entry it takes back, 0 for none
 */
record Written(
        int index,
        long fileId,
        long headId,
        CustomerNumber number,
        long row,
        boolean isNew,
        Sealed entry,
        Set<String> fields,
        int takesBack) {

    int seq() {
        return entry.entry().seq();
    }
}
