package io.clientela.schedule.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is shown.
 *
 * @param label what it is called, in the reader's language
 * @param total 0 while nobody knows how many there are
 * @param abilities what the reader may do with it now: {@code pause}, {@code resume}, {@code cancel}
 * @param page address on the page of what it works on
 * @param result address of the interface where the reader fetches what it has made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobView(
        long id,
        String kind,
        String nameKey,
        String label,
        long subject,
        String name,
        String state,
        long processed,
        long total,
        @Nullable Long secondsLeft,
        String startedBy,
        boolean mine,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<String> abilities,
        @Nullable String page,
        @Nullable String result,
        @Nullable JobError error) {

    record JobError(String code, String detail, String remedy) {}
}
