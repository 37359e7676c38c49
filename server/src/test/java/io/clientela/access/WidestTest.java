package io.clientela.access;

import static io.clientela.kernel.Visibility.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Role.Reach;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.FieldRights.OfRole;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Scope;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WidestTest {

    private static final String NUMBER = "individual.document_number";
    private static final FieldRight HIDES = new FieldRight(HIDDEN, false, HIDDEN);

    @Test
    void widestReachCounts() {
        assertThat(scope(OptionalLong.of(3), Reach.OWN, Reach.NONE)).isEqualTo(new Scope.Own(7));
        assertThat(scope(OptionalLong.of(3), Reach.DEPARTMENT, Reach.OWN))
                .isEqualTo(new Scope.Departments(7, Set.of(3L)));
        assertThat(scope(OptionalLong.of(3), Reach.DEPARTMENT, Reach.SUBTREE))
                .isEqualTo(new Scope.Departments(7, Set.of(3L, 31L)));
        assertThat(scope(OptionalLong.of(3), Reach.SUBTREE, Reach.ALL)).isEqualTo(new Scope.All());
        assertThat(scope(OptionalLong.of(3))).isEqualTo(new Scope.None());
    }

    @Test
    void departmentReachWithoutDepartmentIsOwnFiles() {
        assertThat(scope(OptionalLong.empty(), Reach.SUBTREE)).isEqualTo(new Scope.Own(7));
    }

    @Test
    void everyRoleOfCustomersSpeaksForItself() {
        Role auditor = new Role("auditor", Map.of(), List.of(Functions.AUDIT_READ), Reach.NONE, Map.of());
        assertThat(Widest.rights(List.of(role(Map.of(NUMBER, HIDES)), auditor)).roles())
                .containsExactly(new OfRole(Map.of(NUMBER, HIDES), false));
    }

    @Test
    void aScopeLiesWithinAWiderOneOnly() {
        Scope some = new Scope.Departments(7, Set.of(3L, 31L));
        assertThat(Widest.within(some, new Scope.All())).isTrue();
        assertThat(Widest.within(new Scope.Departments(8, Set.of(3L)), some)).isTrue();
        assertThat(Widest.within(new Scope.Departments(8, Set.of(4L)), some)).isFalse();
        assertThat(Widest.within(new Scope.All(), some)).isFalse();
        assertThat(Widest.within(new Scope.Own(8), new Scope.None())).isFalse();
        assertThat(Widest.within(new Scope.None(), new Scope.None())).isTrue();
    }

    private static Scope scope(OptionalLong department, Reach... reaches) {
        List<Role> roles = java.util.Arrays.stream(reaches)
                .map(reach -> new Role("r", Map.of(), List.of(), reach, Map.of()))
                .toList();
        return Widest.scope(roles, 7, department, id -> Set.of(id, id * 10 + 1));
    }

    private static Role role(Map<String, FieldRight> fields) {
        return new Role("r", Map.of(), List.of(Functions.CUSTOMERS_READ), Reach.ALL, fields);
    }
}
