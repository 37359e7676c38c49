package io.clientela.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.exchange.Recognised;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import run as it is shown. {@code rows} are the file's data rows, {@code accepted} includes updated and unchanged,
 * {@code mended} counts refused rows that have passed since, {@code mends} is the run whose refused rows this one reads again and
 * {@code mendings} are those that read this one's; the latter only where one run is asked for. */
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
        long mended,
        @Nullable Long mends,
        @Nullable List<Long> mendings,
        double seconds,
        String startedBy,
        long startedById,
        boolean mine,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String planVersion,
        @Nullable String template,
        Recognised recognised,
        @Nullable RunError error) {

    record RunError(String code, String detail, String remedy) {}
}
