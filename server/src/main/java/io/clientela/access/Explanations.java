package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where somebody's rights come from: all roles together and each alone, worked out by the code that lets people in. */
@Component
public class Explanations {

    /** As many names as one still reads. */
    private static final int NAMED = 10;

    private final AccountStore accounts;
    private final RoleStore roles;
    private final Entitling entitling;

    Explanations(AccountStore accounts, RoleStore roles, Entitling entitling) {
        this.accounts = accounts;
        this.roles = roles;
        this.entitling = entitling;
    }

    /** Empty where nobody has this id. */
    public Optional<Explanation> of(long userId) {
        return accounts.find(userId).map(account -> {
            List<Role> all = roles.all();
            List<Borne> each = all.stream()
                    .filter(role -> account.roles().contains(role.key()))
                    .map(role -> new Borne(role, actor(account, List.of(role))))
                    .toList();
            return new Explanation(account, actor(account, all), each);
        });
    }

    /** Names of people who can give rights; the first of them where there are many. */
    public List<String> givers() {
        return accounts.holding(Functions.ACCESS_MANAGE, NAMED);
    }

    private Actor actor(Account account, List<Role> borne) {
        return entitling.of(account, borne).actor("", "", account.language());
    }

    /**
     * An account's rights.
     *
     * @param together as if they asked now; says nothing of whether the account is active
     * @param roles each of their roles, and whom it alone would make of them
     */
    public record Explanation(Account account, Actor together, List<Borne> roles) {
        public Explanation {
            roles = List.copyOf(roles);
        }
    }

    /** One role of somebody, and whom it alone would make of them. */
    public record Borne(Role role, Actor alone) {}
}
