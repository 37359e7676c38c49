package io.clientela.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/** Works out what an account's roles come to: for a request, for a change about to be made, and for the question why. */
@Component
class Entitling {

    private final DepartmentStore departments;

    Entitling(DepartmentStore departments) {
        this.departments = departments;
    }

    /** Of these roles those count that the account bears. */
    Entitlement of(Account account, List<Role> roles) {
        return of(account, roles, departments::subtree);
    }

    /** The same for many accounts while departments stay as they are: each one's tree is asked for once. */
    BiFunction<Account, List<Role>, Entitlement> forMany() {
        Map<Long, Set<Long>> trees = new HashMap<>();
        return (account, roles) -> of(account, roles, id -> trees.computeIfAbsent(id, departments::subtree));
    }

    private static Entitlement of(Account account, List<Role> roles, LongFunction<Set<Long>> subtree) {
        List<Role> borne = roles.stream()
                .filter(role -> account.roles().contains(role.key()))
                .toList();
        return new Entitlement(
                account,
                Widest.functions(borne),
                Widest.scope(borne, account.id(), account.departmentId(), subtree),
                Widest.rights(borne));
    }
}
