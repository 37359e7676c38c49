package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as one reader may see it: {@code text} is shown; {@code value} is the canonical value, absent where the reader sees
 * it masked. A cell is an object, so that a masked one can't be sent back as a value.
 *
 * @param value canonical text, or a list of them for a many-valued field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(
        String text, @Nullable Object value, @Nullable Boolean masked) {

    static Cell clear(String text, Value value, boolean many) {
        return new Cell(text, many ? value.parts() : value.text(), null);
    }

    static Cell masked(String text) {
        return new Cell(text, null, true);
    }

    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isMasked() {
        return masked != null && masked;
    }

    /** Canonical parts; none for a masked cell. */
    @SuppressWarnings("unchecked") // Only the factories above make the value.
    List<String> parts() {
        return switch (value) {
            case null -> List.of();
            case List<?> many -> (List<String>) many;
            default -> List.of(value.toString());
        };
    }
}
