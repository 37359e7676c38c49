package io.clientela.audit.web;

import io.clientela.audit.AuditSearch;
import io.clientela.audit.AuditSearch.Query;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be asked of the trail; times are instants, or days of the organisation ({@code to} counts in full). */
record AuditParameters(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String number,
        @Nullable Long file,
        @Nullable String subject,
        @Nullable String outcome,
        @Nullable String from,
        @Nullable String to,
        @Nullable Long cursor,
        @Nullable Integer limit) {

    private static final int USUAL = 50;

    Query query(ZoneId zone) {
        Map<String, String> given = new HashMap<>();
        put(given, "actor", actor);
        put(given, "action", action);
        put(given, "number", number);
        put(given, "file", file);
        put(given, "subject", subject);
        put(given, "outcome", outcome);
        put(given, "from", from);
        put(given, "to", to);
        return Query.asked(
                given,
                zone,
                cursor == null ? Long.MAX_VALUE : cursor,
                limit == null ? USUAL : Math.clamp(limit, 1, AuditSearch.MOST));
    }

    private static void put(Map<String, String> given, String key, @Nullable Object value) {
        if (value != null) {
            given.put(key, String.valueOf(value));
        }
    }
}
