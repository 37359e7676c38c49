package io.clientela.kit.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a table row by row; closing finishes the file but leaves the stream it goes to open. */
public interface RowWriter extends AutoCloseable {

    void write(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * RFC 4180 in UTF-8, cells guarded against being run as formulas (see {@code CellGuard}).
     *
     * @param mark a byte order mark first, without which Excel takes the text for the local code page
     */
    static RowWriter csv(OutputStream out, char delimiter, boolean mark) throws IOException {
        return new CsvRowWriter(out, delimiter, mark);
    }

    /** A workbook whose cells are all text, so that no program touches the digits of a long number. */
    static RowWriter xlsx(OutputStream out, String sheet) {
        return new XlsxRowWriter(out, sheet);
    }
}
