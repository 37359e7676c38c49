package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.platform.Language;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Whom a session or a token stands for, at this moment. */
@Component
public class Identities {

    private final Actors actors;
    private final TokensInForce tokens;

    Identities(Actors actors, TokensInForce tokens) {
        this.actors = actors;
        this.tokens = tokens;
    }

    /**
     * Who came with a session.
     *
     * @param languages what the request asks for, as in Accept-Language; the account's own where that names none of ours
     */
    public Optional<Identity> ofAccount(long account, String origin, String languages) {
        return identity(account, origin, "page", languages);
    }

    /** Who came with a token; empty when it isn't in force. */
    public Optional<Identity> ofToken(String secret, String origin, String languages) {
        OptionalLong owner = tokens.owner(secret);
        return owner.isPresent() ? identity(owner.getAsLong(), origin, "api", languages) : Optional.empty();
    }

    private Optional<Identity> identity(long account, String origin, String channel, String languages) {
        return actors.entitlement(account)
                .map(found -> new Identity(
                        found.actor(
                                origin,
                                channel,
                                Language.accepted(languages, found.account().language())),
                        found.account().mustChangePassword()));
    }

    /** Somebody signed in; {@code passwordDue} while they may do nothing but set a new password. */
    public record Identity(Actor actor, boolean passwordDue) {}
}
