package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of customers; {@code total} only on the first one, {@code next} where there is more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListPage(
        List<Row> items, @Nullable Total total, @Nullable String next) {

    /** Counted exactly to 10,000, then {@code exact} is false. */
    public record Total(long count, boolean exact) {}

    /** One customer as this reader may see it; {@code hit} names the field a search found it by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String number,
            String type,
            long version,
            Instant createdAt,
            Map<String, Cell> values,
            @Nullable Hit hit) {}

    /** Why a search shows a row; never a field the reader can't read. */
    public record Hit(String field, String label) {}
}
