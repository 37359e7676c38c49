package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** A file of text with one table and no name for it; each reader of it holds a stream of its own. */
abstract sealed class TextFile extends Spreadsheet permits DelimitedText, CardFile {

    private final Source source;
    private final FileShape shape;

    TextFile(Source source, FileShape shape) {
        this.source = source;
        this.shape = shape;
    }

    /** All rows of the text. */
    abstract RowReader rows(Reader text);

    /** Whether a row is none of the table. */
    boolean foreign(Row row) {
        return false;
    }

    @Override
    public final FileShape shape() {
        return shape;
    }

    @Override
    public final List<? extends Sheet> sheets() {
        return List.of(new OnlySheet());
    }

    @Override
    public final void close() {
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
                        rows(Encodings.reader(source, shape.encoding())), row -> row.number() < from || foreign(row));
            } catch (IOException e) {
                throw FormatError.of(UNREADABLE, e);
            }
        }
    }
}
