package io.clientela.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.Account;
import io.clientela.access.Accounts;
import io.clientela.access.Standings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A user as administrators see them; {@code code} only once, right after one was made without a password. */
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
        Optional<Instant> lastSignedInAt,
        Optional<Instant> lockedUntil,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> code) {

    static UserView of(Account account) {
        return of(account, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static UserView of(Accounts.Created created) {
        return of(created.account(), Optional.empty(), Optional.empty(), created.code());
    }

    static UserView of(Standings.Standing standing) {
        return of(standing.account(), standing.lastSignedInAt(), standing.lockedUntil(), Optional.empty());
    }

    private static UserView of(
            Account account, Optional<Instant> last, Optional<Instant> locked, Optional<String> code) {
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
                last,
                locked,
                code);
    }
}
