package io.clientela.audit;

import io.clientela.audit.AuditSearch.Query;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** Reads what somebody asks of the trail. */
final class AuditQuestion {

    private static final Set<String> KNOWN =
            Set.of("actor", "action", "number", "file", "subject", "outcome", "from", "to");
    private static final Set<String> OUTCOMES = Set.of("", "done", "refused", "failed");

    private AuditQuestion() {}

    static Query read(Map<String, String> given, ZoneId zone, long before, int limit) {
        String outcome = text(given, "outcome");
        if (!KNOWN.containsAll(given.keySet()) || !OUTCOMES.contains(outcome)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        try {
            return new Query(
                    text(given, "actor"),
                    text(given, "action"),
                    text(given, "number"),
                    text(given, "file").isEmpty() ? 0 : Long.parseLong(text(given, "file")),
                    text(given, "subject"),
                    outcome,
                    moment(text(given, "from"), zone, 0, Query.FIRST),
                    moment(text(given, "to"), zone, 1, Query.LAST),
                    before,
                    limit);
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
    }

    private static Instant moment(String text, ZoneId zone, int daysAfter, Instant otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        Instant moment = text.length() == 10
                ? LocalDate.parse(text).plusDays(daysAfter).atStartOfDay(zone).toInstant()
                : Instant.parse(text);
        // Beyond these the database has no time.
        return moment.isBefore(Query.FIRST) ? Query.FIRST : moment.isAfter(Query.LAST) ? Query.LAST : moment;
    }

    private static String text(Map<String, String> given, String key) {
        return given.getOrDefault(key, "").strip().replace("\0", "");
    }
}
