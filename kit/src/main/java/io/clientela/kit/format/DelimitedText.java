package io.clientela.kit.format;

import java.io.Reader;

/** A CSV or TSV file. Bytes that don't fit the encoding become U+FFFD, so that one damaged name costs one row, not the file. */
final class DelimitedText extends TextFile {

    private final Limits limits;

    DelimitedText(Source source, FileShape shape, Limits limits) {
        super(source, shape);
        this.limits = limits;
    }

    @Override
    RowReader rows(Reader text) {
        return new CsvRows(text, shape().delimiter().charAt(0), limits);
    }

    /** A spreadsheet may write its delimiter into the first line. */
    @Override
    boolean foreign(Row row) {
        return row.number() == 1
                && Delimiters.declared(
                        String.join(shape().delimiter(), row.cells()).strip());
    }
}
