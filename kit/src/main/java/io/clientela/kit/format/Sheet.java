package io.clientela.kit.format;

/** One table of a file; it can be opened again and again. */
public interface Sheet {

    /** Name of the sheet; empty for delimited text. */
    String name();

    /** Rows from the one numbered {@code from} onward; earlier ones are skipped without being kept. */
    RowReader open(long from);

    default RowReader open() {
        return open(1);
    }
}
