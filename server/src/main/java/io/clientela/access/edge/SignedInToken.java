package io.clientela.access.edge;

import io.clientela.access.Identities.Identity;
import io.clientela.kernel.Actor;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Tells Spring Security that somebody is signed in. It bears no authorities: rights are the actor's. */
final class SignedInToken extends AbstractAuthenticationToken {

    private final transient Identity identity;

    SignedInToken(Identity identity) {
        super(List.of());
        this.identity = identity;
        setAuthenticated(true);
    }

    Identity identity() {
        return identity;
    }

    @Override
    public Actor getPrincipal() {
        return identity.actor();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return identity.actor().name();
    }
}
