package io.clientela.kit.format;

import io.clientela.kit.fields.Catalogue;
import java.io.Reader;

/** A file of vCards: a table whose first row names the properties and whose every other row is a card. */
final class CardFile extends TextFile {

    private final Limits limits;
    private final Catalogue catalogue;

    CardFile(Source source, FileShape shape, Limits limits, Catalogue catalogue) {
        super(source, shape);
        this.limits = limits;
        this.catalogue = catalogue;
    }

    @Override
    RowReader rows(Reader text) {
        return new CardRows(text, limits, catalogue);
    }
}
