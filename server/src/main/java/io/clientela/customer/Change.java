package io.clientela.customer;

import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Field;
import io.clientela.vault.SealKey;
import java.util.List;
import java.util.Set;

/**
 * A change of a known file that was decided: what is written to it.
 *
 * @param kind of the entry, such as {@link Entry#CHANGED}
 * @param before the file as it was
 * @param after the file as it will be
 * @param state its state after the change
 * @param body what the entry says
 * @param fields keys of the fields that change
 * @param was state before
 */
record Change(
        int index,
        String kind,
        Submission submission,
        FileRow before,
        FileRow after,
        FileState was,
        FileState state,
        EntryBody body,
        Set<String> fields,
        List<FieldProblem> warnings,
        SealKey key) {

    /** A submission decides one change at most, so its place tells it from the others; its many values needn't be gone through. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Change change
                && change.index == index
                && change.after.fileId() == after.fileId()
                && change.seq() == seq();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(after.fileId());
    }

    int seq() {
        return after.lastSeq();
    }

    boolean touchesSearch(List<Field> searched) {
        return before.ownerId() != after.ownerId()
                || before.departmentId() != after.departmentId()
                || searched.stream().anyMatch(field -> fields.contains(field.key()));
    }
}
