package io.clientela.customer;

import io.clientela.kit.check.Context;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What somebody says of one customer, as typed: the only thing the write gate takes.
 *
 * @param target which file it speaks of
 * @param record record type, {@code individual} or {@code enterprise}
 * @param values raw values by field key; an empty list clears the field
 * @param lists changes of the file's lists by list key
 * @param how the circumstances
 */
public record Submission(
        Target target,
        String record,
        Map<String, List<String>> values,
        Map<String, ListChange> lists,
        Circumstances how) {

    public Submission {
        values = Map.copyOf(values);
        lists = Map.copyOf(lists);
    }

    /** Which file a submission speaks of. */
    public sealed interface Target {
        /** A customer not yet known. */
        record NewFile() implements Target {}

        /** A known file; {@code version} is the one the change was based on, empty when the caller doesn't mind. */
        record Known(CustomerNumber number, OptionalLong version) implements Target {}

        /** The file whose unique field has the submitted value; a new one where there is none and {@code insert}. */
        record ByKey(String field, boolean insert) implements Target {}
    }

    /** Items to set (a new one where there is no id) and to remove. */
    public record ListChange(List<ItemChange> set, List<Long> removed) {
        public ListChange {
            set = List.copyOf(set);
            removed = List.copyOf(removed);
        }
    }

    /** Raw values of one item; fields not named stay as they are. */
    public record ItemChange(OptionalLong id, Map<String, List<String>> values) {
        public ItemChange {
            values = Map.copyOf(values);
        }
    }

    /**
     * How it came: {@code channel} such as {@code page}, {@code api}, {@code import}; {@code source} what it came from, such as
     * a form's or file's kind; {@code runId} and {@code row} 0 outside a run; {@code context} how raw values are to be read;
     * {@code told} raw values of the provenance, by field key: who supplied it, who first wrote it down and when;
     * {@code takesBack} the entry whose effect is to be taken back, 0 for none: the gate then works out the values itself.
     */
    public record Circumstances(
            String channel,
            String source,
            String legalBasis,
            String reason,
            long runId,
            long row,
            Context context,
            Map<String, List<String>> told,
            int takesBack) {

        public Circumstances {
            told = Map.copyOf(told);
        }

        /** Nothing is told of who supplied it. */
        public Circumstances(
                String channel,
                String source,
                String legalBasis,
                String reason,
                long runId,
                long row,
                Context context) {
            this(channel, source, legalBasis, reason, runId, row, context, Map.of(), 0);
        }

        /** What one entry said is to be taken back, for a reason. */
        public static Circumstances takingBack(int entry, String reason) {
            return new Circumstances("undo", "", "", reason, 0, 0, Context.NONE, Map.of(), entry);
        }

        public static Circumstances of(String channel) {
            return new Circumstances(channel, "", "", "", 0, 0, Context.NONE);
        }

        public Circumstances because(String reason) {
            return new Circumstances(channel, source, legalBasis, reason, runId, row, context, told, takesBack);
        }
    }
}
