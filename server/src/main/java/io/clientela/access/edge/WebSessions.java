package io.clientela.access.edge;

import io.clientela.access.AccessSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Sessions of the page: they know an account and when it signed in, and nothing of its rights. */
@Component
public class WebSessions {

    private static final String ACCOUNT = "account";
    private static final String SINCE = "since";

    private final AccessSettings settings;
    private final Clock clock;

    WebSessions(AccessSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a session under a new id, whatever the browser brought along. */
    public void begin(HttpServletRequest request, long account) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account);
        session.setAttribute(SINCE, clock.instant().toEpochMilli());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, String.valueOf(account));
    }

    public void end(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }

    /** The id of the present session; empty text when there is none. */
    public String id(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(HttpSession::getId)
                .orElse("");
    }

    /** Whose session a request belongs to; one past its end is ended here. */
    OptionalLong account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ACCOUNT) instanceof Long account)
                || !(session.getAttribute(SINCE) instanceof Long since)) {
            return OptionalLong.empty();
        }
        if (clock.instant().isAfter(Instant.ofEpochMilli(since).plus(settings.sessionEnd()))) {
            session.invalidate();
            return OptionalLong.empty();
        }
        return OptionalLong.of(account);
    }
}
