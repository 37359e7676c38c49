package io.clientela.kit.recognise;

import io.clientela.kit.format.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Values of one column out of the sample rows, blanks left out. */
final class ColumnSample {

    private static final int MOST = 500;

    private final List<String> values;

    private ColumnSample(List<String> values) {
        this.values = values;
    }

    static ColumnSample of(List<Row> rows, int column) {
        List<String> values = new ArrayList<>();
        for (Row row : rows) {
            if (values.size() == MOST) {
                break;
            }
            String value = Shapes.plain(row.cell(column));
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return new ColumnSample(values);
    }

    boolean blank() {
        return values.isEmpty();
    }

    List<String> first(int most) {
        return values.subList(0, Math.min(most, values.size()));
    }

    /** Share of the values for which it holds; 0 without values. */
    double share(Predicate<String> holds) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(holds).count() / values.size();
    }
}
