package io.clientela.kit.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes CSV. */
final class CsvRowWriter implements RowWriter {

    private final Writer text;
    private final CsvWriter csv;

    CsvRowWriter(OutputStream out, char delimiter, boolean mark) throws IOException {
        text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (mark) {
            text.write('\uFEFF');
        }
        csv = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    @Override
    public void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(CellGuard::guard).toList());
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
