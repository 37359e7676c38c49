package io.clientela.kit.format;

import java.io.Reader;

/** A file of vCards: a table whose first row names the properties and whose every other row is a card. */
final class CardFile extends TextFile {

    private final Limits limits;

    CardFile(Source source, FileShape shape, Limits limits) {
        super(source, shape);
        this.limits = limits;
    }

    @Override
    RowReader rows(Reader text) {
        return new CardRows(text, limits);
    }
}
