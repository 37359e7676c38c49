package io.clientela.audit.web;

import io.clientela.audit.AuditReport;
import io.clientela.platform.Messages;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the trail is whole; if not, the first place where it isn't, in words too. */
record VerificationView(boolean ok, long checked, Optional<Problem> problem) {

    record Problem(String kind, long sealNo, long eventId, String detail) {}

    static VerificationView of(AuditReport report, String language, Messages messages) {
        return new VerificationView(
                report.ok(), report.checked(), report.trouble().map(found -> problem(found, language, messages)));
    }

    private static Problem problem(AuditReport.Trouble found, String language, Messages messages) {
        String kind = found.kind().name().toLowerCase(Locale.ROOT);
        Map<String, String> places =
                Map.of("seal", String.valueOf(found.sealNo()), "event", String.valueOf(found.eventId()));
        return new Problem(
                kind, found.sealNo(), found.eventId(), messages.text("audit.trouble." + kind, language, places));
    }
}
