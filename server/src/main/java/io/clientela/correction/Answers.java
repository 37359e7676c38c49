package io.clientela.correction;

import io.clientela.correction.BulkChange.Counts;
import io.clientela.correction.SubjectStore.Met;
import io.clientela.correction.SubjectStore.Placed;
import io.clientela.customer.Outcome;
import io.clientela.customer.Outcome.Effect;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the write gate answered for one portion of files. */
record Answers(Counts counts, List<Met> refused) {

    static Answers of(List<Placed> files, List<Outcome> outcomes) {
        long changed = 0;
        long unchanged = 0;
        long pending = 0;
        List<Met> refused = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Accepted accepted when accepted.effect() == Effect.UNCHANGED -> unchanged++;
                case Outcome.Accepted accepted -> changed++;
                case Outcome.Pending waiting -> pending++;
                case Outcome.Refused no ->
                    refused.add(met(files.get(i), no.error().code(), no.problems()));
            }
        }
        return new Answers(new Counts(changed, unchanged, pending, refused.size()), refused);
    }

    /** One file is counted once: for the first thing that is wrong, with every field it is wrong with. */
    static Met met(Placed place, String code, List<FieldProblem> problems) {
        if (problems.isEmpty()) {
            return new Met(place, code, List.of(), Map.of());
        }
        String first = problems.getFirst().code();
        return new Met(
                place,
                first,
                problems.stream()
                        .filter(problem -> problem.code().equals(first))
                        .map(FieldProblem::field)
                        .filter(field -> !field.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                problems.getFirst().details());
    }
}
