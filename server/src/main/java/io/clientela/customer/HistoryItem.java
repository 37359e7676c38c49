package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a file's journal as one reader may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryItem(
        int entry,
        Instant at,
        String by,
        String channel,
        String source,
        @Nullable Long run,
        String kind,
        String reason,
        List<Difference> changes,
        List<Told> told) {

    /** A field before and after; {@code raw} is what was typed where that differs from what is stored. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String field,
            String label,
            @Nullable Cell old,
            @Nullable Cell now,
            @Nullable String raw) {}
}
