package io.clientela.exchange;

import io.clientela.exchange.spi.ImportTarget.ImportRow;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.format.Row;
import java.util.List;

/** Makes of a row of the file what the write gate wants. */
interface RowMapping {

    /** Whether a column of the file goes to this field. */
    boolean maps(String path);

    boolean skips(Row row);

    Mapped map(Row row, long dataRow);

    /** A row for the gate, and what is to be said of it whatever the gate says. */
    record Mapped(ImportRow row, List<FieldProblem> remarks) {
        public Mapped {
            remarks = List.copyOf(remarks);
        }

        static Mapped of(ImportRow row) {
            return new Mapped(row, List.of());
        }
    }
}
