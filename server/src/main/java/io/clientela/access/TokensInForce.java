package io.clientela.access;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Whose token a request brings. One that was found is remembered as long as {@link Actors} remembers rights, so that a token
 * taken back ends at once here and within a second on other nodes; what isn't a token in force is asked for each time.
 */
@Component
class TokensInForce {

    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private final TokenStore store;
    private final Actors actors;
    private final Clock clock;

    TokensInForce(TokenStore store, Actors actors, Clock clock) {
        this.store = store;
        this.actors = actors;
        this.clock = clock;
    }

    /** The account a secret stands for; empty where it isn't in force. */
    OptionalLong owner(String secret) {
        Instant now = clock.instant();
        byte[] hash = Secrets.hash(secret);
        // Taken before the database is asked: what is found then must not outlive a change made meanwhile.
        Map<ByteBuffer, TokenStore.Owned> known = actors.tokens();
        ByteBuffer key = ByteBuffer.wrap(hash);
        Optional<TokenStore.Owned> found = Optional.ofNullable(known.get(key))
                .filter(owned -> owned.token().expiresAt().isAfter(now))
                .or(() -> store.find(hash, now));
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        known.put(key, noted(found.get(), now));
        return OptionalLong.of(found.get().account());
    }

    private TokenStore.Owned noted(TokenStore.Owned owned, Instant now) {
        Token token = owned.token();
        Instant before = now.minus(USE_NOTED);
        if (token.lastUsedAt().filter(used -> used.isAfter(before)).isPresent()) {
            return owned;
        }
        store.used(token.id(), now, before);
        return new TokenStore.Owned(owned.account(), token.used(now));
    }
}
