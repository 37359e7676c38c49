package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A value as one reader may see it: {@code text} is shown; {@code value} is the canonical value, absent where the reader sees
 * it masked. A cell is an object, so that a masked one can't be sent back as a value.
 *
 * @param value canonical text, or a list of them for a many-valued field; of a stored file what is known of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(
        String text, @Nullable Object value, @Nullable Boolean masked) {

    static Cell clear(String text, Value value, boolean many) {
        return new Cell(text, many ? value.parts() : value.text(), null);
    }

    static Cell clear(String text, Attached file) {
        return new Cell(text, file, null);
    }

    static Cell masked(String text) {
        return new Cell(text, null, true);
    }

    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isMasked() {
        return masked != null && masked;
    }
}
