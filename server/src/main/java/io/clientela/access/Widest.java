package io.clientela.access;

import io.clientela.access.Role.Reach;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.OfRole;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Scope;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** What several roles give together: of each thing the widest. */
final class Widest {

    private static final String CUSTOMER_FUNCTIONS = "customers.";

    private Widest() {}

    static Set<String> functions(List<Role> roles) {
        Set<String> all = new TreeSet<>();
        roles.forEach(role -> all.addAll(role.functions()));
        return all;
    }

    /** {@code subtree} gives a department and all below it. Somebody without a department reaches their own files only. */
    static Scope scope(List<Role> roles, long account, OptionalLong department, LongFunction<Set<Long>> subtree) {
        Reach widest = roles.stream().map(Role::reach).max(Reach::compareTo).orElse(Reach.NONE);
        return switch (widest) {
            case NONE -> new Scope.None();
            case OWN -> new Scope.Own(account);
            case ALL -> new Scope.All();
            case DEPARTMENT ->
                department.isPresent()
                        ? new Scope.Departments(account, Set.of(department.getAsLong()))
                        : new Scope.Own(account);
            case SUBTREE ->
                department.isPresent()
                        ? new Scope.Departments(account, subtree.apply(department.getAsLong()))
                        : new Scope.Own(account);
        };
    }

    /** Only roles that open customers speak of their fields; each speaks for itself. */
    static FieldRights rights(List<Role> roles) {
        return new FieldRights(roles.stream()
                .filter(role -> role.functions().stream().anyMatch(name -> name.startsWith(CUSTOMER_FUNCTIONS)))
                .map(role -> new OfRole(
                        role.fields(), role.functions().stream().anyMatch(Functions.WRITING_CUSTOMERS::contains)))
                .toList());
    }

    /** Whether whoever sees the one sees no more than the other shows. Somebody's own files come with every reach but none. */
    static boolean within(Scope inner, Scope outer) {
        return switch (inner) {
            case Scope.None none -> true;
            case Scope.Own own -> !(outer instanceof Scope.None);
            case Scope.Departments some ->
                outer instanceof Scope.All
                        || (outer instanceof Scope.Departments wide
                                && wide.departmentIds().containsAll(some.departmentIds()));
            case Scope.All all -> outer instanceof Scope.All;
        };
    }
}
