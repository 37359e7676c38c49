package io.clientela.customer;

import io.clientela.kit.check.Context;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What somebody says of one customer, as typed: the only thing the write gate takes.
 *
 * @param target which file it speaks of
 * @param record record type, {@code individual} or {@code enterprise}
 * @param values raw values by field key; an empty list clears the field
 * @param lists changes of the file's lists by list key
 * @param how the circumstances
 * @param choices items added to and taken from many-valued fields, by field key; what else stands there stays
 */
public record Submission(
        Target target,
        String record,
        Map<String, List<String>> values,
        Map<String, ListChange> lists,
        Circumstances how,
        Map<String, ChoiceChange> choices) {

    public Submission {
        values = Map.copyOf(values);
        lists = Map.copyOf(lists);
        choices = Map.copyOf(choices);
    }

    public Submission(
            Target target,
            String record,
            Map<String, List<String>> values,
            Map<String, ListChange> lists,
            Circumstances how) {
        this(target, record, values, lists, how, Map.of());
    }

    /** The same with whole values for the choices added and removed, as they come out for one file. */
    Submission over(FileState state) {
        if (choices.isEmpty()) {
            return this;
        }
        Map<String, List<String>> whole = new HashMap<>(values);
        choices.forEach(
                (key, change) -> whole.put(key, change.of(state.value(key).parts())));
        return new Submission(target, record, whole, lists, how);
    }

    /** Which file a submission speaks of. */
    public sealed interface Target {
        /** A customer not yet known. */
        record NewFile() implements Target {}

        /** A known file; {@code version} is the one the change was based on, empty when the caller doesn't mind. */
        record Known(CustomerNumber number, OptionalLong version) implements Target {}

        /** A file of the pool, to become the actor's own. */
        record Unowned(CustomerNumber number) implements Target {}

        /** The actor's own file, to go into the pool of its department. */
        record Held(CustomerNumber number) implements Target {}

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

    /** Codes to add to a many-valued field and to take from it. */
    public record ChoiceChange(List<String> add, List<String> remove) {
        public ChoiceChange {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }

        private List<String> of(List<String> there) {
            Set<String> left = new LinkedHashSet<>(there);
            left.addAll(add);
            remove.forEach(left::remove);
            return List.copyOf(left);
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

        /** The channel of what rules say; the gate takes it from the product itself only. */
        public static final String RULE = "rule";

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
            return takingBack(entry, reason, 0);
        }

        /** The same as part of a run that is taken back as a whole. */
        public static Circumstances takingBack(int entry, String reason, long run) {
            return new Circumstances("undo", "", "", reason, run, 0, Context.NONE, Map.of(), entry);
        }

        public static Circumstances of(String channel) {
            return new Circumstances(channel, "", "", "", 0, 0, Context.NONE);
        }

        public Circumstances because(String reason) {
            return new Circumstances(channel, source, legalBasis, reason, runId, row, context, told, takesBack);
        }
    }
}
