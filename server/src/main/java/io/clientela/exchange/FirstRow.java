package io.clientela.exchange;

import io.clientela.kernel.Refusal.FieldProblem;
import java.util.List;

/** One of a file's first rows and what a run said of it; {@code kind} is empty where nothing was said. */
public record FirstRow(long row, String kind, List<String> cells, List<FieldProblem> problems) {
    public FirstRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }
}
