package io.clientela.access;

import java.time.Clock;
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
    private final Clock clock;

    Standings(Accounts accounts, AccountStore store, SignIn signIn, Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.signIn = signIn;
        this.clock = clock;
    }

    /** Everybody in the order of their names. */
    public List<Standing> all() {
        return of(accounts.all());
    }

    /** One; refuses with {@code not_found} where nobody has the id. */
    public Standing require(long id) {
        return of(List.of(accounts.require(id))).getFirst();
    }

    private List<Standing> of(List<Account> people) {
        Map<Long, Long> versions = store.versions();
        Map<Long, Instant> last = store.lastSignedIn();
        Map<Long, Failures> troubles = signIn.troubles(people);
        Instant now = clock.instant();
        return people.stream()
                .map(account -> new Standing(
                        account,
                        versions.getOrDefault(account.id(), 0L),
                        Optional.ofNullable(last.get(account.id())),
                        Optional.ofNullable(troubles.get(account.id())).map(failures -> trouble(failures, now))))
                .toList();
    }

    private static Trouble trouble(Failures failures, Instant now) {
        return new Trouble(
                failures.count(), failures.locks(), failures.lockedUntil().filter(now::isBefore), failures.lastAt());
    }

    /** One account, changed {@code version} times; {@code trouble} where failed sign-ins count against it. */
    public record Standing(Account account, long version, Optional<Instant> lastSignedInAt, Optional<Trouble> trouble) {

        public Optional<Instant> lockedUntil() {
            return trouble.flatMap(Trouble::lockedUntil);
        }
    }

    /**
     * Failed sign-ins.
     *
     * @param failures those since the last lock
     * @param locks how often the name was locked in a row
     */
    public record Trouble(int failures, int locks, Optional<Instant> lockedUntil, Instant lastAt) {}
}
