package io.clientela.kit.format;

import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows without those at the beginning that aren't wanted. */
final class SkippingRows implements RowReader {

    private final RowReader rows;
    private final Predicate<Row> unwanted;
    private boolean begun;

    @Nullable
    private Row first;

    SkippingRows(RowReader rows, Predicate<Row> unwanted) {
        this.rows = rows;
        this.unwanted = unwanted;
    }

    @Override
    public boolean hasNext() {
        begin();
        return first != null || rows.hasNext();
    }

    @Override
    public Row next() {
        begin();
        Row row = first;
        if (row == null) {
            if (!rows.hasNext()) {
                throw new NoSuchElementException();
            }
            return rows.next();
        }
        first = null;
        return row;
    }

    private void begin() {
        while (!begun && rows.hasNext()) {
            Row row = rows.next();
            if (!unwanted.test(row)) {
                first = row;
                begun = true;
            }
        }
        begun = true;
    }

    @Override
    public void close() {
        rows.close();
    }
}
