package io.clientela.access.edge;

import io.clientela.access.AccessError;
import io.clientela.access.Identities.Identity;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Needs;
import io.clientela.platform.Open;
import io.clientela.platform.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to a handler only with the function the handler names; a handler that names nothing is refused. */
@Component
class NeedsInterceptor implements HandlerInterceptor {

    private static final String OURS = "io.clientela.";

    private final ReadAudit audit;

    NeedsInterceptor(ReadAudit audit) {
        this.audit = audit;
    }

    static Optional<Identity> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInToken token
                ? Optional.of(token.identity())
                : Optional.empty();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Identity identity = signedIn().orElseThrow(() -> new Refusal(CommonError.NOT_SIGNED_IN));
        SignedIn free = method.getMethodAnnotation(SignedIn.class);
        if (identity.passwordDue() && (free == null || !free.beforePasswordChange())) {
            throw new Refusal(AccessError.PASSWORD_CHANGE_NEEDED);
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        boolean allowed = needs == null
                ? free != null || !method.getBeanType().getName().startsWith(OURS)
                : identity.actor().may(needs.value()) || identity.actor().may(needs.or());
        if (!allowed) {
            String function = needs == null ? "" : needs.value();
            audit.record(AuditEvent.by(identity.actor(), "access.refused")
                    .with("function", function)
                    .outcome(AuditEvent.Outcome.REFUSED));
            throw new Refusal(CommonError.NO_RIGHT);
        }
        return true;
    }
}
