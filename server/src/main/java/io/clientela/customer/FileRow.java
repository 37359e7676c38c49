package io.clientela.customer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of {@code customer.file}: who may see it, its clear values, and its sealed ones still sealed.
 *
 * @param values canonical values of clear fields
 * @param sealed sealed values by field key; of a row that was read without what is kept of a card, see {@link Loaded}
 * @param carded whether something may be kept of cards, which is read only when the file is opened
 * @param linked which files it heads, empty where it heads no other
 * @param origin entry numbers of fields that don't come from the first entry
 */
public record FileRow(
        long fileId,
        long headId,
        CustomerNumber number,
        String record,
        boolean listed,
        long version,
        int lastSeq,
        long ownerId,
        long departmentId,
        String planVersion,
        Instant createdAt,
        long createdBy,
        Instant updatedAt,
        long updatedBy,
        boolean carded,
        Optional<Linked> linked,
        Map<String, Integer> origin,
        Map<String, Value> values,
        Map<String, byte[]> sealed) {

    /** The place a sealed field of a file is sealed for. */
    static String place(long fileId, String key) {
        return "file:" + fileId + ":" + key;
    }

    /** The row after a change: one version and one entry further. */
    FileRow changed(
            long owner, long department, Instant when, long by, FileState state, Map<String, byte[]> newlySealed) {
        return new FileRow(
                fileId,
                headId,
                number,
                record,
                listed,
                version + 1,
                lastSeq + 1,
                owner,
                department,
                planVersion,
                createdAt,
                createdBy,
                when,
                by,
                true,
                linked,
                state.origin(),
                state.values(),
                newlySealed);
    }

    /** The row as it was after an entry of the past, whose the file was then included. */
    FileRow asOf(Entry last, FileState state, EntryBody.Holder holder) {
        return new FileRow(
                fileId,
                headId,
                number,
                record,
                !isAbsorbed() && !Entry.WITHDRAWAL.equals(last.kind()),
                version - (lastSeq - last.seq()),
                last.seq(),
                holder.userId(),
                holder.departmentId(),
                planVersion,
                createdAt,
                createdBy,
                last.at(),
                last.actorId(),
                carded,
                Optional.empty(),
                state.origin(),
                state.values(),
                Map.of());
    }

    /** The same, out of every list. */
    FileRow unlisted() {
        return new FileRow(
                fileId,
                headId,
                number,
                record,
                false,
                version,
                lastSeq,
                ownerId,
                departmentId,
                planVersion,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                carded,
                linked,
                origin,
                values,
                sealed);
    }

    /** Whether another file is its head, which stands for it in every list. */
    public boolean isAbsorbed() {
        return headId != fileId;
    }

    /** Whether it says nothing any more. */
    boolean isWithdrawn() {
        return !listed && !isAbsorbed();
    }

    /** Whether it is several files. */
    boolean isLinked() {
        return linked.isPresent() || isAbsorbed();
    }

    /** The row as the file has it by itself, whoever it is linked with. */
    FileRow alone(FileState state) {
        EntryBody.Holder holder = state.holder().orElse(new EntryBody.Holder(ownerId, departmentId));
        return with(headId, listed, version, updatedAt, updatedBy, holder, Optional.empty(), state, sealed);
    }

    /** The row of a head with what the group says, or of a file that is alone again. */
    FileRow settled(
            long version,
            Instant when,
            long by,
            Optional<Linked> group,
            FileState state,
            Map<String, byte[]> newlySealed) {
        EntryBody.Holder holder = state.holder().orElse(new EntryBody.Holder(ownerId, departmentId));
        return with(fileId, true, version, when, by, holder, group, state, newlySealed);
    }

    /** The row under another head, out of every list. */
    FileRow under(long head) {
        return new FileRow(
                fileId,
                head,
                number,
                record,
                false,
                version,
                lastSeq,
                ownerId,
                departmentId,
                planVersion,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                carded,
                Optional.empty(),
                origin,
                values,
                sealed);
    }

    private FileRow with(
            long head,
            boolean shown,
            long newVersion,
            Instant when,
            long by,
            EntryBody.Holder holder,
            Optional<Linked> group,
            FileState state,
            Map<String, byte[]> newlySealed) {
        return new FileRow(
                fileId,
                head,
                number,
                record,
                shown,
                newVersion,
                lastSeq,
                holder.userId(),
                holder.departmentId(),
                planVersion,
                createdAt,
                createdBy,
                when,
                by,
                true,
                group,
                state.origin(),
                state.values(),
                newlySealed);
    }

    FileState state(Function<Map.Entry<String, byte[]>, String> unseal) {
        FileState state = new FileState();
        values.forEach(state::put);
        sealed.entrySet().forEach(entry -> state.put(entry.getKey(), Value.of(unseal.apply(entry))));
        state.putOrigin(origin);
        state.putHolder(new EntryBody.Holder(ownerId, departmentId));
        return state;
    }
}
