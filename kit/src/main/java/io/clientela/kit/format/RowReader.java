package io.clientela.kit.format;

import java.util.Iterator;

/** Rows of one sheet in order, one at a time; faults of the file come as {@link FormatError} where they are met. */
public interface RowReader extends Iterator<Row>, AutoCloseable {

    @Override
    void close();
}
