package io.clientela.administration.web;

import io.clientela.administration.Verification;
import io.clientela.audit.AuditReport.Trouble;
import io.clientela.platform.Messages;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A verification under way or ended; {@code ok} only when it is done, {@code trouble} says in words what isn't as it was written. */
record VerificationWorkView(
        long id,
        String state,
        long processed,
        long rows,
        Optional<Boolean> ok,
        Optional<String> trouble,
        String askedBy,
        Instant askedAt,
        Optional<Instant> finishedAt) {

    static VerificationWorkView of(Verification one, String askedBy, String language, Messages messages) {
        return new VerificationWorkView(
                one.id(),
                one.state(),
                one.checked(),
                one.rows(),
                "done".equals(one.state()) ? Optional.of(one.trouble().isEmpty()) : Optional.empty(),
                one.trouble().map(found -> words(found, language, messages)),
                askedBy,
                one.askedAt(),
                one.finishedAt());
    }

    private static String words(Trouble found, String language, Messages messages) {
        return messages.text(
                "audit.trouble." + found.kind().name().toLowerCase(Locale.ROOT),
                language,
                Map.of("seal", String.valueOf(found.sealNo()), "event", String.valueOf(found.eventId())));
    }
}
