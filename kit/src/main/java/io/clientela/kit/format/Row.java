package io.clientela.kit.format;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param number number of the row as a spreadsheet program shows it, from 1; blank rows count
 * @param cells texts in order; an absent cell is an empty text
 */
public record Row(long number, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The text of a column, empty where the row ends before it. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean blank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
