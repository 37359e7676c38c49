package io.clientela.audit.web;

import io.clientela.audit.AuditSearch;
import io.clientela.audit.AuditSearch.Query;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What may be asked of the trail; times are instants, or days of the organisation ({@code to} counts in full). */
record AuditParameters(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String number,
        @Nullable Long file,
        @Nullable String from,
        @Nullable String to,
        @Nullable Long cursor,
        @Nullable Integer limit) {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int USUAL = 50;

    Query query(ZoneId zone) {
        return new Query(
                text(actor),
                text(action),
                text(number),
                file == null ? 0 : file,
                moment(text(from), zone, 0, FIRST),
                moment(text(to), zone, 1, LAST),
                cursor == null ? Long.MAX_VALUE : cursor,
                limit == null ? USUAL : Math.clamp(limit, 1, AuditSearch.MOST));
    }

    private static Instant moment(String text, ZoneId zone, int daysAfter, Instant otherwise) {
        try {
            if (text.isEmpty()) {
                return otherwise;
            }
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(daysAfter)
                            .atStartOfDay(zone)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
