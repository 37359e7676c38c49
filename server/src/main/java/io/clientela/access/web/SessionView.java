package io.clientela.access.web;

import io.clientela.access.Account;
import io.clientela.access.Department;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Scope;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in, in which organisation (empty until somebody has said its name), and what the page may offer them.
 *
 * @param zone in which the days of the organisation begin
 */
record SessionView(User user, List<String> functions, String scope, String organisation, String zone) {

    record User(
            long id,
            String name,
            String displayName,
            String language,
            Optional<Named> department,
            boolean mustChangePassword) {}

    record Named(long id, String name) {}

    static SessionView of(
            Actor actor, Account account, Optional<Department> department, String organisation, ZoneId zone) {
        return new SessionView(
                new User(
                        account.id(),
                        account.name(),
                        account.displayName(),
                        account.language(),
                        department.map(found -> new Named(found.id(), found.name())),
                        account.mustChangePassword()),
                actor.functions().stream().sorted().toList(),
                word(actor.scope()),
                organisation,
                zone.getId());
    }

    private static String word(Scope scope) {
        return switch (scope) {
            case Scope.None() -> "none";
            case Scope.Own own -> "own";
            case Scope.Departments departments -> "departments";
            case Scope.All() -> "all";
        };
    }
}
