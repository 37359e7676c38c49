package io.clientela.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refused, warned or first rows of a run; {@code next} is the cursor of the next page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowsView(
        List<String> columns, List<RowView> items, @Nullable Long next) {

    /** {@code row} counts data rows from 1; {@code kind} is refused, warning or empty; cells only for the one who handed the file over. */
    record RowView(long row, String kind, List<FindingView> findings, List<String> cells) {}

    record FindingView(String field, String label, String code, String reason, String remedy) {}
}
