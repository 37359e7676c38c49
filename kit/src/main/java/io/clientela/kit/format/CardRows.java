package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.vcard.Cards;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Streams the cards of a file, each as a row under the names of its properties. */
final class CardRows implements RowReader {

    private final Reader in;
    private final CardSplitter cards;
    private long number;

    @Nullable
    private Row next;

    CardRows(Reader in, Limits limits) {
        this.in = in;
        this.cards = new CardSplitter(in, limits);
    }

    @Override
    public boolean hasNext() {
        if (next == null && number == 0) {
            next = row(List.copyOf(Cards.columns().keySet()));
        } else if (next == null) {
            cards.next().ifPresent(card -> next = row(Cards.cells(card, Catalogue.shipped())));
        }
        return next != null;
    }

    private Row row(List<String> cells) {
        number++;
        return new Row(number, cells);
    }

    @Override
    public Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = null;
        return row;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw FormatError.of(UNREADABLE, e);
        }
    }
}
