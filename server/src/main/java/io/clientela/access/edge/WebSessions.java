package io.clientela.access.edge;

import io.clientela.access.Device;
import io.clientela.access.SessionLife;
import io.clientela.access.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Sessions of the page: they know an account, when it signed in, and from where with what; nothing of its rights. */
@Component
public class WebSessions {

    private static final String ACCOUNT = "account";
    private static final String SINCE = "since";

    private final SessionRepository<? extends Session> kept;
    private final SessionLife life;
    private final Clock clock;

    WebSessions(SessionRepository<? extends Session> kept, SessionLife life, Clock clock) {
        this.kept = kept;
        this.life = life;
        this.clock = clock;
    }

    /** Begins a session under a new id, whatever the browser brought along. */
    public void begin(HttpServletRequest request, long account) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account);
        session.setMaxInactiveInterval((int) life.idle().toSeconds());
        session.setAttribute(SINCE, clock.instant().toEpochMilli());
        session.setAttribute(Sessions.ORIGIN, request.getRemoteAddr());
        session.setAttribute(
                Sessions.DEVICE,
                Device.of(request.getHeader(HttpHeaders.USER_AGENT)).text());
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

    /** Whose session a request belongs to; one past its end is ended here. What the page asks by itself doesn't use it. */
    OptionalLong account(HttpServletRequest request) {
        if (Unattended.is(request)) {
            // Read beside the request: whatever is asked through it counts as use.
            String id = request.getRequestedSessionId();
            Session session = id == null ? null : kept.findById(id);
            return session == null
                    ? OptionalLong.empty()
                    : account(session::getAttribute, () -> kept.deleteById(session.getId()));
        }
        HttpSession session = request.getSession(false);
        return session == null ? OptionalLong.empty() : account(session::getAttribute, session::invalidate);
    }

    private OptionalLong account(Function<String, @Nullable Object> attributes, Runnable end) {
        if (!(attributes.apply(ACCOUNT) instanceof Long account) || !(attributes.apply(SINCE) instanceof Long since)) {
            return OptionalLong.empty();
        }
        if (clock.instant().isAfter(Instant.ofEpochMilli(since).plus(life.end()))) {
            end.run();
            return OptionalLong.empty();
        }
        return OptionalLong.of(account);
    }
}
