package io.clientela.access;

import io.clientela.access.spi.FieldSights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** How far a change of rights may go: nobody hands out more than they have, nor takes the managing of access from themselves. */
@Component
class Ceiling {

    private static final FieldRight NOTHING = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);

    private final AccountStore accounts;
    private final RoleStore roles;
    private final Entitling entitling;
    private final FieldSights sights;

    /** The rooms above, which know what is seen, aren't there when the command line makes a token. */
    Ceiling(AccountStore accounts, RoleStore roles, Entitling entitling, @Lazy FieldSights sights) {
        this.accounts = accounts;
        this.roles = roles;
        this.entitling = entitling;
        this.sights = sights;
    }

    /** Refuses with {@code more_than_own} what an account would newly get and the actor hasn't got. */
    void require(Actor giver, Optional<Actor> before, Actor after) {
        require(giver, before, after, sights);
    }

    /** The same where many accounts are weighed in one change. */
    void require(Actor giver, Optional<Actor> before, Actor after, FieldSights seen) {
        Set<String> functions = new TreeSet<>(after.functions());
        functions.removeAll(before.map(Actor::functions).orElse(Set.of()));
        functions.removeAll(giver.functions());
        if (!functions.isEmpty()) {
            throw refusal(functions.iterator().next());
        }
        requireScope(giver, before.map(Actor::scope).orElse(new Scope.None()), after.scope());
        requireFields(giver, before, after, seen);
    }

    /** Refuses with {@code more_than_own} a reach that becomes wider than it was and takes in what the actor doesn't reach. */
    void requireScope(Actor giver, Scope before, Scope after) {
        if (!Widest.within(after, before) && !Widest.within(after, giver.scope())) {
            throw refusal("scope");
        }
    }

    /** Seeing, changing and exporting, each for itself. */
    private static void requireFields(Actor giver, Optional<Actor> before, Actor after, FieldSights seen) {
        if (after.functions().stream().noneMatch(name -> name.startsWith("customers."))) {
            return;
        }
        Map<String, FieldRight> own = seen.of(giver);
        Map<String, FieldRight> old = before.filter(
                        actor -> actor.functions().stream().anyMatch(name -> name.startsWith("customers.")))
                .map(seen::of)
                .orElse(Map.of());
        seen.of(after).forEach((field, right) -> {
            FieldRight most = revealing(giver, own.getOrDefault(field, NOTHING));
            FieldRight had = old.getOrDefault(field, NOTHING);
            boolean more = more(right.read(), had.read(), most.read())
                    || (right.write() && !had.write() && !most.write())
                    || more(
                            export(after, right),
                            before.map(actor -> export(actor, had)).orElse(Visibility.HIDDEN),
                            export(giver, most));
            if (more) {
                throw refusal(field);
            }
        });
    }

    private static boolean more(Visibility now, Visibility before, Visibility most) {
        return now.compareTo(before) > 0 && now.compareTo(most) > 0;
    }

    /** What a role says of exporting comes to nothing until one of the roles gives the function. */
    private static Visibility export(Actor actor, FieldRight right) {
        return actor.may(Functions.CUSTOMERS_EXPORT) ? right.export() : Visibility.HIDDEN;
    }

    /**
     * Who may reveal masked values has them in clear, for a reason. An export that is masked as the sight is goes with it: else
     * nobody could ever let anybody export what the catalogue masks. One narrower than the sight stays as it is.
     */
    private static FieldRight revealing(Actor giver, FieldRight own) {
        if (own.read() != Visibility.MASKED || !giver.may(Functions.CUSTOMERS_REVEAL)) {
            return own;
        }
        Visibility export = own.export() == Visibility.MASKED ? Visibility.CLEAR : own.export();
        return new FieldRight(Visibility.CLEAR, own.write(), export);
    }

    /** Called after a change, in its transaction; refuses with {@code own_access}. */
    void requireKept(Actor actor) {
        if (actor.userId() == 0 || !actor.may(Functions.ACCESS_MANAGE)) {
            return;
        }
        boolean kept = accounts.find(actor.userId())
                .filter(Account::active)
                .map(account -> entitling.of(account, roles.all()).functions().contains(Functions.ACCESS_MANAGE))
                .orElse(false);
        if (!kept) {
            throw new Refusal(AccessError.OWN_ACCESS);
        }
    }

    private static Refusal refusal(String what) {
        return new Refusal(AccessError.MORE_THAN_OWN, Map.of("what", what));
    }
}
