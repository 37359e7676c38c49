package io.clientela.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Words what fails in filters, such as sessions without their database, like what fails in handlers: by {@link Problems}. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class LastResort extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    LastResort(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            // Where the answer has begun only the container can still break it off.
            if (response.isCommitted() || !worded(request, response, e)) {
                throw e;
            }
        }
    }

    /** An answer streamed from another thread comes by a second time. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private boolean worded(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        response.reset();
        return problems.resolveException(request, response, null, cause(failure)) != null;
    }

    private static Exception cause(Exception failure) {
        return Optional.of(failure)
                .filter(ServletException.class::isInstance)
                .map(Throwable::getCause)
                .filter(Exception.class::isInstance)
                .map(Exception.class::cast)
                .orElse(failure);
    }
}
