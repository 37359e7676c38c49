package io.clientela.kit.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook, a block of rows at a time; a full sheet is followed by another with the same first row. */
final class XlsxRowWriter implements RowWriter {

    /** ECMA-376 allows 1,048,576. */
    private static final int SHEET_ROWS = 1_048_576;

    private static final int BLOCK = 500;

    /** Number format 49 of the standard: text. */
    private static final String TEXT = "@";

    private final Workbook workbook;
    private final String name;
    private final int sheetRows;
    private Worksheet sheet;
    private List<String> heading = List.of();
    private int sheets = 1;
    private int row;

    XlsxRowWriter(OutputStream out, String name) {
        this(out, name, SHEET_ROWS);
    }

    XlsxRowWriter(OutputStream out, String name, int sheetRows) {
        this.workbook = new Workbook(out, "Clientela", "1.0");
        this.name = name;
        this.sheetRows = sheetRows;
        this.sheet = workbook.newWorksheet(name);
    }

    @Override
    public void write(List<String> cells) throws IOException {
        if (sheets == 1 && row == 0) {
            heading = List.copyOf(cells);
        }
        if (row == sheetRows) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(name + " " + sheets);
            row = 0;
            put(heading);
        }
        put(cells);
        if (row % BLOCK == 0) {
            sheet.flush();
        }
    }

    private void put(List<String> cells) {
        if (row == 0) {
            sheet.freezePane(0, 1);
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                // Inline, since the library keeps shared texts in memory until the end.
                sheet.inlineString(row, i, XlsxEscapes.escaped(cells.get(i)));
                sheet.style(row, i).format(TEXT).set();
            }
        }
        row++;
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
