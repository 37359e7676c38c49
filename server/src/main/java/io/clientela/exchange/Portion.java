package io.clientela.exchange;

import io.clientela.kit.format.Row;

/** Says when enough rows of a file are held at once: by their number, and by their characters where cells are long. */
final class Portion {

    /** Some 8 MB at most in memory, beside the one row that goes beyond it. */
    static final long MOST_CHARS = 4_000_000;

    private final int mostRows;
    private int rows;
    private long chars;

    Portion(int mostRows) {
        this.mostRows = mostRows;
    }

    void add(Row row) {
        rows++;
        for (String cell : row.cells()) {
            chars += cell.length();
        }
    }

    boolean full() {
        return rows >= mostRows || chars >= MOST_CHARS;
    }
}
