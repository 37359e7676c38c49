package io.clientela.exchange;

import io.clientela.exchange.spi.ImportTarget.Effect;
import io.clientela.exchange.spi.ImportTarget.RowResult;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One import: which file, how it is to be read, and how far it is. Its states: recognising → waiting → running ⇄ paused → done,
 * or failed or cancelled.
 *
 * @param mapping what somebody said of columns: path by index, an empty path leaves the column out
 * @param total data rows of the file, 0 while not yet counted
 * @param lastRow number of the last row of the file that was dealt with
 * @param mends the run whose refused rows this one reads again
 * @param mended refused rows of this run that have passed since
 * @param template name of the template it is read with, as it was then; empty without one
 */
public record Run(
        long id,
        Uploads.Upload upload,
        String record,
        String mode,
        String key,
        String dates,
        boolean dryRun,
        Map<Integer, String> mapping,
        String recognised,
        State state,
        Wanted wanted,
        long total,
        long lastRow,
        Counts counts,
        long busyMillis,
        String planVersion,
        String country,
        long startedBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> errorCode,
        OptionalLong mends,
        long mended,
        String template) {

    public enum State {
        RECOGNISING,
        WAITING,
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        CANCELLED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean over() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    public enum Wanted {
        RUN,
        PAUSE,
        CANCEL;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many rows ended how; {@code warned} counts rows with a warning. */
    public record Counts(
            long processed, long created, long updated, long unchanged, long pending, long refused, long warned) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        /** Of one batch. */
        static Counts of(List<RowResult> results, long warned) {
            Map<Effect, Long> by = new EnumMap<>(Effect.class);
            for (RowResult result : results) {
                by.merge(result.effect(), 1L, Long::sum);
            }
            return new Counts(
                    results.size(),
                    by.getOrDefault(Effect.CREATED, 0L),
                    by.getOrDefault(Effect.UPDATED, 0L),
                    by.getOrDefault(Effect.UNCHANGED, 0L),
                    by.getOrDefault(Effect.PENDING, 0L),
                    by.getOrDefault(Effect.REFUSED, 0L),
                    warned);
        }

        public long accepted() {
            return created + updated + unchanged + pending;
        }
    }
}
