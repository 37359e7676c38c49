package io.clientela.correction;

import io.clientela.correction.SubjectStore.Placed;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.ChoiceChange;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kit.check.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A wish as what somebody says of each file, for the write gate to judge. */
final class BulkSubmissions {

    private static final String CHANNEL = "bulk";

    private BulkSubmissions() {}

    static List<Submission> of(BulkChange bulk, List<Placed> files) {
        Map<String, List<String>> values = new HashMap<>();
        Map<String, ChoiceChange> choices = new HashMap<>();
        for (FieldChange change : bulk.wish().changes()) {
            switch (change.action()) {
                case SET -> values.put(change.field(), change.values());
                case CLEAR -> values.put(change.field(), List.of());
                case ADD -> choices.put(change.field(), new ChoiceChange(change.values(), List.of()));
                case REMOVE -> choices.put(change.field(), new ChoiceChange(List.of(), change.values()));
            }
        }
        return files.stream()
                .map(placed -> new Submission(
                        new Target.Known(placed.file().number(), OptionalLong.empty()),
                        placed.file().record(),
                        values,
                        Map.of(),
                        new Circumstances(
                                CHANNEL, "", "", bulk.wish().reason(), bulk.id(), placed.position(), Context.NONE),
                        choices))
                .toList();
    }
}
