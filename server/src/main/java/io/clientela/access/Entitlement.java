package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.Scope;
import java.util.Set;

/** An active account with everything its roles give it, worked out once until rights change. */
record Entitlement(Account account, Set<String> functions, Scope scope, FieldRights rights) {

    Entitlement {
        functions = Set.copyOf(functions);
    }

    Actor actor(String origin, String channel, String language) {
        return new Actor(
                account.id(),
                account.name(),
                account.departmentId(),
                functions,
                scope,
                rights,
                language,
                origin,
                channel);
    }
}
