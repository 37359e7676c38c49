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

    /** What {@link #commit} would answer, with nothing written. */
    List<RowResult> rehearse(Batch batch, Actor actor);

    /** Version of the collection plan in force. */
    String planVersion();

    /** A batch made ready; its content belongs to the target. */
    interface Batch {}

    /**
     * One row: raw values by field key, and for each list the raw values of its items.
     *
     * @param row number of the data row in the file, the first is 1
     */
    record ImportRow(
            long row,
            Map<String, List<String>> values,
            Map<String, List<Map<String, List<String>>>> items,
            Context context) {}

    /** How rows are to be taken: {@code mode} insert, update or upsert by {@code key}. */
    record Manner(String record, String mode, String key, long runId, String source) {}

    /** What became of a row. */
    record RowResult(Effect effect, List<FieldProblem> problems) {
        public RowResult {
            problems = List.copyOf(problems);
        }
    }

    enum Effect {
        CREATED,
        UPDATED,
        UNCHANGED,
        PENDING,
        REFUSED
    }
}
