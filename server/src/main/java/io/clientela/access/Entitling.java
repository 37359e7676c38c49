package io.clientela.access;

import java.util.List;
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
        List<Role> borne = roles.stream()
                .filter(role -> account.roles().contains(role.key()))
                .toList();
        return new Entitlement(
                account,
                Widest.functions(borne),
                Widest.scope(borne, account.id(), account.departmentId(), departments::subtree),
                Widest.rights(borne));
    }
}
