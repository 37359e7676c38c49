package io.clientela.access;

import io.clientela.access.Role.Reach;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Of two roles that speak of a field the wider right counts. Where another role is silent the catalogue's sensitivity
     * decides for it, which never hides; so a narrowing then counts for nothing and only a clear sight is kept.
     */
    static FieldRights rights(List<Role> roles) {
        List<FieldRights> speaking = roles.stream()
                .filter(role -> role.functions().stream().anyMatch(name -> name.startsWith(CUSTOMER_FUNCTIONS)))
                .map(role -> new FieldRights(role.fields()))
                .toList();
        Set<String> targets = new HashSet<>();
        speaking.forEach(rights -> targets.addAll(rights.byField().keySet()));
        Map<String, FieldRight> widest = new HashMap<>();
        for (String target : targets) {
            List<FieldRight> said = speaking.stream()
                    .flatMap(rights -> at(rights, target).stream())
                    .toList();
            FieldRight right = said.stream().reduce(Widest::wider).orElseThrow();
            if (said.size() == speaking.size() || right.read() == Visibility.CLEAR) {
                widest.put(target, right);
            }
        }
        return new FieldRights(widest);
    }

    private static Optional<FieldRight> at(FieldRights rights, String target) {
        String[] parts = target.split("\\.", 2);
        return parts.length == 2
                ? rights.of(parts[0], parts[1])
                : Optional.ofNullable(rights.byField().get(target));
    }

    private static FieldRight wider(FieldRight one, FieldRight other) {
        return new FieldRight(
                max(one.read(), other.read()), one.write() || other.write(), max(one.export(), other.export()));
    }

    private static Visibility max(Visibility one, Visibility other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
