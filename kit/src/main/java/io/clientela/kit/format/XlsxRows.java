package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.BROKEN_XLSX;
import static io.clientela.kit.format.FormatError.Code.CELL_TOO_LONG;
import static io.clientela.kit.format.FormatError.Code.TOO_MANY_COLUMNS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Streams the rows of one sheet of a workbook. */
final class XlsxRows implements RowReader {

    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final boolean since1904;
    private final Limits limits;

    XlsxRows(org.dhatim.fastexcel.reader.Sheet sheet, ReadableWorkbook workbook, Limits limits) {
        try {
            this.stream = sheet.openStream();
        } catch (IOException | ExcelReaderException e) {
            throw FormatError.of(BROKEN_XLSX, e);
        }
        this.rows = stream.iterator();
        this.since1904 = workbook.isDate1904();
        this.limits = limits;
    }

    @Override
    public boolean hasNext() {
        return guarded(rows::hasNext);
    }

    @Override
    public Row next() {
        return guarded(() -> row(rows.next()));
    }

    private Row row(org.dhatim.fastexcel.reader.Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        int filled = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            // Absent cells are null within the library.
            Cell cell = row.hasCell(i) ? row.getCell(i) : null;
            String text = cell == null ? "" : XlsxCells.text(cell, since1904);
            if (text.length() > limits.cellChars()) {
                throw FormatError.of(CELL_TOO_LONG, "row", row.getRowNum(), "limit", limits.cellChars());
            }
            cells.add(text);
            filled = text.isEmpty() ? filled : i + 1;
        }
        if (filled > limits.columns()) {
            throw FormatError.of(TOO_MANY_COLUMNS, "row", row.getRowNum(), "limit", limits.columns());
        }
        return new Row(row.getRowNum(), cells.subList(0, filled));
    }

    /** The library reports broken parts with whatever exception its parser met. */
    private static <T> T guarded(java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (FormatError | java.util.NoSuchElementException e) {
            throw e;
        } catch (RuntimeException e) {
            throw FormatError.of(BROKEN_XLSX, e);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
