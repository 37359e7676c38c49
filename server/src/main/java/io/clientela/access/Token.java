package io.clientela.access;

import java.time.Instant;
import java.util.Optional;

/** A key with which a program acts for its owner until it expires or is revoked; the secret itself isn't kept. */
public record Token(long id, String label, Instant expiresAt, Optional<Instant> lastUsedAt) {

    Token used(Instant when) {
        return new Token(id, label, expiresAt, Optional.of(when));
    }

    /** A token just made, with the only copy of its secret there will ever be. */
    public record Issued(Token token, String secret) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }
}
