package io.clientela.exchange;

import io.clientela.kit.format.Row;
import io.clientela.kit.format.RowReader;
import java.util.Iterator;
import java.util.List;

/** Rows in somebody's hand in place of those of a file; each has the number of its data row. */
final class MendedRows implements RowReader {

    private final Iterator<Row> rows;

    MendedRows(List<Row> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Row next() {
        return rows.next();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
