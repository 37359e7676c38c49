package io.clientela.customer;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Which past of a file is meant: what it was at a moment, or after one of its entries. */
public sealed interface AsOf {

    Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** As it was at a moment. */
    record Moment(Instant at) implements AsOf {
        @Override
        public String text() {
            return at.toString();
        }
    }

    /** As it was after an entry; 0 is before the first. */
    record After(int entry) implements AsOf {
        @Override
        public String text() {
            return Integer.toString(entry);
        }
    }

    /** As it is written: a moment with its zone, or the number of an entry. */
    String text();

    /** Reads what {@link #text} writes; refuses anything else. */
    static AsOf of(String text) {
        try {
            return text.length() < 10 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? new After(Integer.parseInt(text))
                    : new Moment(kept(Instant.parse(text)));
        } catch (DateTimeParseException e) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
    }

    /** A moment that a database can keep, of years written with four digits; refuses any other. */
    static Instant kept(Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        return at;
    }
}
