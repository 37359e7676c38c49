package io.clientela.exchange.spi;

import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Context;
import java.util.List;
import java.util.Map;

/** Takes rows through the owner's write gate. */
public interface ImportTarget {

    /** Reads and checks the values; may run beside another batch's other steps. */
    Batch prepare(List<ImportRow> rows, Manner manner);

    /** Decides and seals what can be before the transaction; may run beside another batch's other steps. */
    Batch arrange(Batch batch, Actor actor);

    /** Writes a batch in the caller's transaction; answers stand in the order of the rows. */
    List<RowResult> commit(Batch batch, Actor actor);

    /** Begins a rehearsal of a file. */
    Rehearsal rehearsal();

    /**
     * Takes back what the next rows of a run behind {@code afterRow} said, in the caller's transaction; whoever asks is
     * answerable for the run, so no scope is applied.
     */
    UndoneBatch undo(long run, long afterRow, int limit, Actor actor);

    /** How many rows of a run were written. */
    long written(long run);

    /** Version of the collection plan in force. */
    String planVersion();

    /** Goes through the batches of a file in their order and remembers what they said, for what shows only between rows. */
    @FunctionalInterface
    interface Rehearsal {

        /** What {@link #commit} would answer, with nothing written. */
        List<RowResult> rehearse(Batch batch, Actor actor);
    }

    /** A batch made ready; its content belongs to the target. */
    interface Batch {}

    /**
     * One row: raw values by field key, and for each list the raw values of its items.
     *
     * @param told raw values of the provenance the row tells of itself, by field key
     * @param row number of the data row in the file, the first is 1
     * @param record record type of this row, mostly that of its file
     */
    record ImportRow(
            long row,
            String record,
            Map<String, List<String>> values,
            Map<String, List<Map<String, List<String>>>> items,
            Map<String, List<String>> told,
            Context context) {}

    /** How rows are to be taken: {@code mode} insert, update or upsert by {@code key}. */
    record Manner(String record, String mode, String key, long runId, String source) {}

    /** What became of a row. */
    record RowResult(Effect effect, List<FieldProblem> problems) {
        public RowResult {
            problems = List.copyOf(problems);
        }
    }

    /** Files dealt with, and the last row looked at; {@code more} when there may be others behind it. */
    record UndoneBatch(long lastRow, List<Undone> files, boolean more) {
        public UndoneBatch {
            files = List.copyOf(files);
        }
    }

    /** What became of a file when a run was taken back. */
    record Undone(long fileId, long headId, String number, UndoneEffect effect) {}

    enum UndoneEffect {
        WITHDRAWN,
        REVERTED,
        KEPT_LATER_ENTRY,
        KEPT_LINKED,
        KEPT_REFERENCED
    }

    enum Effect {
        CREATED,
        UPDATED,
        UNCHANGED,
        PENDING,
        REFUSED
    }
}
