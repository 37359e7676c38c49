package io.clientela.access;

import io.clientela.access.spi.FieldSights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** How far a change of rights may go: nobody hands out more than they have, nor takes the managing of access from themselves. */
@Component
class Ceiling {

    private static final FieldRight NOTHING = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);

    private final AccountStore accounts;
    private final RoleStore roles;
    private final Entitling entitling;
    private final FieldSights sights;

    Ceiling(AccountStore accounts, RoleStore roles, Entitling entitling, FieldSights sights) {
        this.accounts = accounts;
        this.roles = roles;
        this.entitling = entitling;
        this.sights = sights;
    }

    /** Refuses with {@code more_than_own} what an account would newly get and the actor hasn't got. */
    void require(Actor giver, Optional<Actor> before, Actor after) {
        Set<String> functions = new TreeSet<>(after.functions());
        functions.removeAll(before.map(Actor::functions).orElse(Set.of()));
        functions.removeAll(giver.functions());
        if (!functions.isEmpty()) {
            throw refusal(functions.iterator().next());
        }
        boolean wider =
                before.filter(old -> Widest.within(after.scope(), old.scope())).isEmpty();
        if (wider && !Widest.within(after.scope(), giver.scope())) {
            throw refusal("scope");
        }
        requireFields(giver, before, after);
    }

    private void requireFields(Actor giver, Optional<Actor> before, Actor after) {
        if (after.functions().stream().noneMatch(name -> name.startsWith("customers."))) {
            return;
        }
        Map<String, FieldRight> own = sights.of(giver);
        Map<String, FieldRight> old = before.filter(
                        actor -> actor.functions().stream().anyMatch(name -> name.startsWith("customers.")))
                .map(sights::of)
                .orElse(Map.of());
        sights.of(after).forEach((field, right) -> {
            Visibility had = old.getOrDefault(field, NOTHING).read();
            Visibility most = most(giver, own.getOrDefault(field, NOTHING).read());
            if (right.read().compareTo(had) > 0 && right.read().compareTo(most) > 0) {
                throw refusal(field);
            }
        });
    }

    /** Who may reveal masked values has them in clear, for a reason. */
    private static Visibility most(Actor giver, Visibility read) {
        return read == Visibility.MASKED && giver.may(Functions.CUSTOMERS_REVEAL) ? Visibility.CLEAR : read;
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
