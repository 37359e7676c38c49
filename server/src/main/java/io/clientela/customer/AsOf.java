package io.clientela.customer;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Which past of a file is meant: what it was at a moment, or after one of its entries. */
public sealed interface AsOf {

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
                    : new Moment(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
    }
}
