package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.Closeable;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows that are only known once they are read: one is read ahead to tell whether there is another. */
abstract class RowsAhead implements RowReader {

    private final Closeable in;
    private boolean over;

    @Nullable
    private Row next;

    /** @param in what the rows come from, closed with them */
    RowsAhead(Closeable in) {
        this.in = in;
    }

    /** The next row; null behind the last, after which it isn't asked again. */
    @Nullable
    abstract Row read();

    @Override
    public final boolean hasNext() {
        if (next == null && !over) {
            next = read();
            over = next == null;
        }
        return next != null;
    }

    @Override
    public final Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = null;
        return row;
    }

    @Override
    public final void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw FormatError.of(UNREADABLE, e);
        }
    }
}
