package io.clientela.access.web;

import io.clientela.access.Sessions.Session;
import java.time.Instant;
import java.util.List;

/** An open session; browser and system are empty where they didn't say, {@code present} marks the one that asks. */
record OpenSessionView(
        String key,
        long userId,
        String browser,
        String system,
        String origin,
        Instant since,
        Instant lastUsedAt,
        boolean present) {

    static Items<OpenSessionView> all(List<Session> sessions) {
        return new Items<>(sessions.stream().map(OpenSessionView::of).toList());
    }

    private static OpenSessionView of(Session session) {
        return new OpenSessionView(
                session.key(),
                session.accountId(),
                session.device().browser(),
                session.device().system(),
                session.origin(),
                session.since(),
                session.lastUsedAt(),
                session.present());
    }
}
