package io.clientela.kit.format;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.vcard.Cards;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streams the cards of a file, each as a row under the names of its properties. */
final class CardRows extends RowsAhead {

    private final CardSplitter cards;
    private final Catalogue catalogue;
    private long number;

    CardRows(Reader in, Limits limits, Catalogue catalogue) {
        super(in);
        this.cards = new CardSplitter(in, limits);
        this.catalogue = catalogue;
    }

    @Override
    @Nullable
    Row read() {
        if (number == 0) {
            return row(List.copyOf(Cards.columns().keySet()));
        }
        return cards.next().map(card -> row(Cards.cells(card, catalogue))).orElse(null);
    }

    private Row row(List<String> cells) {
        number++;
        return new Row(number, cells);
    }
}
