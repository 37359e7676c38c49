package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when to when a file said a value, which entry said it, by whom and why; {@code until} is absent while it still does. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodView(
        String field,
        String label,
        Cell value,
        Instant from,
        @Nullable Instant until,
        int entry,
        String by,
        String reason) {}
