package io.clientela.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How accounts stand with signing in, for those who look after them. */
@Component
public class Standings {

    private final Accounts accounts;
    private final AccountStore store;
    private final SignIn signIn;

    Standings(Accounts accounts, AccountStore store, SignIn signIn) {
        this.accounts = accounts;
        this.store = store;
        this.signIn = signIn;
    }

    /** Everybody in the order of their names. */
    public List<Standing> all() {
        List<Account> people = accounts.all();
        Map<Long, Instant> last = store.lastSignedIn();
        Map<Long, Instant> locked = signIn.locked(people);
        return people.stream()
                .map(account -> new Standing(
                        account,
                        Optional.ofNullable(last.get(account.id())),
                        Optional.ofNullable(locked.get(account.id()))))
                .toList();
    }

    /** One account; {@code lockedUntil} after too many failures only. */
    public record Standing(Account account, Optional<Instant> lastSignedInAt, Optional<Instant> lockedUntil) {}
}
