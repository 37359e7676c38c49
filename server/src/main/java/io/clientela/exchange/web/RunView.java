package io.clientela.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.exchange.Recognised;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An import run as it is shown. {@code rows} are the file's data rows, {@code accepted} includes updated and unchanged. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunView(
        long id,
        String fileName,
        long upload,
        String type,
        String mode,
        String key,
        boolean dryRun,
        String state,
        long rows,
        long processed,
        long accepted,
        long created,
        long updated,
        long unchanged,
        long pending,
        long refused,
        long warnings,
        double seconds,
        String startedBy,
        boolean mine,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String planVersion,
        Recognised recognised,
        @Nullable RunError error) {

    record RunError(String code, String detail, String remedy) {}
}
