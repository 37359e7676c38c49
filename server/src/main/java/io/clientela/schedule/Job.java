package io.clientela.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people see of a job: which, whose, how far. {@code total} is 0 while it isn't known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Job(
        long id,
        String kind,
        long subject,
        String name,
        String state,
        long processed,
        long total,
        long startedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error) {}
