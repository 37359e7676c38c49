package io.clientela.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.exchange.Recognised;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import run as it is shown.
 *
 * @param rows data rows of the file
 * @param accepted includes updated and unchanged rows
 * @param mended refused rows that have passed since
 * @param mends the run whose refused rows this one reads again
 * @param undo how far its taking back is, where somebody asked for that
 * @param mendings the runs that read refused rows of this one; only where one run is asked for
 */
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
        @Nullable String undo,
        @Nullable RunError error) {

    record RunError(String code, String detail, String remedy) {}
}
