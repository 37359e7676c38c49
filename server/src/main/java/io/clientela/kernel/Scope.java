package io.clientela.kernel;

import java.util.Set;

/** Which files somebody may see: their own, those of some departments, or all. */
public sealed interface Scope {
    record None() implements Scope {}

    record Own(long userId) implements Scope {}

    /** Files of any of these departments, and the user's own. */
    record Departments(long userId, Set<Long> departmentIds) implements Scope {
        public Departments {
            departmentIds = Set.copyOf(departmentIds);
        }
    }

    record All() implements Scope {}
}
