package io.clientela.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.Account;
import io.clientela.access.Standings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A user as administrators see them; {@code code} only once, right after one was made without a password, and {@code link} with it
 * where somebody has said the installation's address.
 */
record UserView(
        long id,
        String name,
        String displayName,
        String language,
        OptionalLong departmentId,
        List<String> roles,
        boolean active,
        boolean mustChangePassword,
        boolean hasPassword,
        long version,
        Optional<Instant> lastSignedInAt,
        Optional<Instant> lockedUntil,
        Optional<TroubleView> trouble,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> link) {

    static UserView of(Standings.Standing standing) {
        return of(standing, Optional.empty(), Optional.empty());
    }

    static UserView of(Standings.Standing standing, Optional<String> code, Optional<String> link) {
        Account account = standing.account();
        return new UserView(
                account.id(),
                account.name(),
                account.displayName(),
                account.language(),
                account.departmentId(),
                account.roles(),
                account.active(),
                account.mustChangePassword(),
                account.hasPassword(),
                standing.version(),
                standing.lastSignedInAt(),
                standing.lockedUntil(),
                standing.trouble().map(found -> new TroubleView(found.failures(), found.locks(), found.lastAt())),
                code,
                link);
    }

    /** Failed sign-ins that count: those since the last lock, and how often in a row the name was locked. */
    record TroubleView(int failures, int locks, Instant lastAt) {}
}
