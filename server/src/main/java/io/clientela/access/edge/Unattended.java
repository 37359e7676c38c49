package io.clientela.access.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks by itself while nobody is at it: answered as the person's, but no use of their session, which would otherwise
 * never end as long as the page stays open.
 */
final class Unattended extends HttpServletRequestWrapper {

    static final String HEADER = "Clientela-Unattended";

    Unattended(HttpServletRequest request) {
        super(request);
    }

    /** Only reading is ever done by itself; what is left of a session by saying so is never more than without. */
    static boolean is(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && request.getHeader(HEADER) != null;
    }

    /** Whoever asks for it, Spring's own parts among them, would have used it. */
    @Override
    public @Nullable HttpSession getSession(boolean create) {
        return create ? super.getSession(true) : null;
    }
}
