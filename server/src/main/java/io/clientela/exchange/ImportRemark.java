package io.clientela.exchange;

import io.clientela.kernel.Refusal.FieldProblem;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A row of a run and what is said of it; {@code cells} are the original ones, empty for who may not see them. */
public record ImportRemark(long row, List<String> cells, List<FieldProblem> problems) {
    public ImportRemark {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /** The same without what is said of other fields. */
    ImportRemark about(Predicate<String> fields) {
        return new ImportRemark(
                row,
                cells,
                problems.stream()
                        .filter(problem -> fields.test(problem.field()))
                        .toList());
    }

    ImportRemark masked(UnaryOperator<List<String>> mask) {
        return new ImportRemark(row, mask.apply(cells), problems);
    }
}
