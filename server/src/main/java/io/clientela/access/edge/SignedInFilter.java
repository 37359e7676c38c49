package io.clientela.access.edge;

import io.clientela.access.Identities;
import io.clientela.access.Identities.Identity;
import io.clientela.platform.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who a request comes from: by its token if it brings one, and only then not by its session. */
final class SignedInFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Identities identities;
    private final WebSessions sessions;

    SignedInFilter(Identities identities, WebSessions sessions) {
        this.identities = identities;
        this.sessions = sessions;
    }

    /** A request with a token needs no CSRF token, since no browser adds the header by itself. */
    static boolean bearsToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        who(request).ifPresent(identity -> {
            request.setAttribute(Problems.LANGUAGE, identity.actor().language());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedInToken(identity));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    /** Pages and their parts are for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SecurityEdge.isApi(request);
    }

    /** An answer streamed from another thread passes the chain a second time and must find its actor there. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private Optional<Identity> who(HttpServletRequest request) {
        String languages = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
        String origin = request.getRemoteAddr();
        if (bearsToken(request)) {
            String secret = request.getHeader(HttpHeaders.AUTHORIZATION)
                    .substring(BEARER.length())
                    .strip();
            return identities.ofToken(secret, origin, languages);
        }
        OptionalLong account = sessions.account(request);
        return account.isPresent() ? identities.ofAccount(account.getAsLong(), origin, languages) : Optional.empty();
    }
}
