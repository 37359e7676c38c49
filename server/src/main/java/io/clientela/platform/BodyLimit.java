package io.clientela.platform;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above 1 MB, which handlers hold in memory whole, and those that don't say what they are; only files handed over
 * are streamed and may be larger.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {

    static final int MOST = 1 << 20;
    private static final Set<String> STREAMED = Set.of("/api/v1/uploads", "/api/v1/attachments");

    /** Thrown on to {@link LastResort}, or while a handler reads to whatever words its other refusals. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            throw new Refusal(CommonError.TOO_LARGE);
        }
        if (!saysWhatItIs(request)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        chain.doFilter(new LimitedRequest(request, MOST), response);
    }

    /** A body of any type whatever can't be read as any. */
    private static boolean saysWhatItIs(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.contains("*");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return STREAMED.contains(request.getRequestURI());
    }
}
