package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How another customer stands to one whose file is read, whichever of the two files says it.
 *
 * @param number of the other; {@code type} and {@code name} only where the reader sees them
 * @param kind what the other is to this one, {@code label} in words
 * @param circle {@code household} or {@code company} where it holds such a group together
 * @param over whether it has ended
 * @param values cells by the keys of a relation's other fields
 * @param holder the number of the file in which it stands as {@code item}
 * @param change whether the reader may change it there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelationView(
        String number,
        @Nullable String type,
        @Nullable Cell name,
        String kind,
        String label,
        @Nullable String circle,
        boolean over,
        Map<String, Cell> values,
        String holder,
        long item,
        boolean change) {}
