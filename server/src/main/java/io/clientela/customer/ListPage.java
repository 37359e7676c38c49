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

    /**
     * Why a search shows a row; never a field the reader can't read.
     *
     * @param why {@code value} where it is written so, {@code pinyin} where it sounds so, {@code similar} where it is nearly so
     * @param item what the item of a list is called that was hit, as the reader sees it
     * @param part the part of the item that was hit, where that isn't its name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hit(
            String field,
            String label,
            String why,
            @Nullable String item,
            @Nullable String part) {}
}
