package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/** A CSV or TSV file. Bytes that don't fit the encoding become U+FFFD, so that one damaged name costs one row, not the file. */
final class DelimitedText extends Spreadsheet {

    private final Source source;
    private final FileShape shape;
    private final Limits limits;

    DelimitedText(Source source, FileShape shape, Limits limits) {
        this.source = source;
        this.shape = shape;
        this.limits = limits;
    }

    @Override
    public FileShape shape() {
        return shape;
    }

    @Override
    public List<? extends Sheet> sheets() {
        return List.of(new OnlySheet());
    }

    @Override
    public void close() {
        // Each reader holds its own stream.
    }

    private Reader text() throws IOException {
        PushbackInputStream in = new PushbackInputStream(source.open(), 4);
        byte[] head = in.readNBytes(3);
        int mark = Encodings.markLength(head);
        in.unread(head, mark, head.length - mark);
        return new InputStreamReader(
                (InputStream) in,
                Encodings.named(shape.encoding())
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private final class OnlySheet implements Sheet {

        @Override
        public String name() {
            return "";
        }

        @Override
        public RowReader open(long from) {
            try {
                return new SkippingRows(
                        new CsvRows(text(), shape.delimiter().charAt(0), limits),
                        row -> row.number() < from || declaration(row));
            } catch (IOException e) {
                throw FormatError.of(UNREADABLE, e);
            }
        }

        private boolean declaration(Row row) {
            return row.number() == 1
                    && Delimiters.declared(
                            String.join(shape.delimiter(), row.cells()).strip());
        }
    }
}
