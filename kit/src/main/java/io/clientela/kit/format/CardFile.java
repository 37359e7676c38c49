package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.IOException;
import java.util.List;

/** A file of vCards: a table whose first row names the properties and whose every other row is a card. */
final class CardFile extends Spreadsheet {

    private final Source source;
    private final FileShape shape;
    private final Limits limits;

    CardFile(Source source, FileShape shape, Limits limits) {
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
                        new CardRows(Encodings.reader(source, shape.encoding()), limits), row -> row.number() < from);
            } catch (IOException e) {
                throw FormatError.of(UNREADABLE, e);
            }
        }
    }
}
