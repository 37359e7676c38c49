package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.IOException;
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

    private final class OnlySheet implements Sheet {

        @Override
        public String name() {
            return "";
        }

        @Override
        public RowReader open(long from) {
            try {
                return new SkippingRows(
                        new CsvRows(
                                Encodings.reader(source, shape.encoding()),
                                shape.delimiter().charAt(0),
                                limits),
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
