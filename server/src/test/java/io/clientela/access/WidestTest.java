package io.clientela.access;

import static io.clientela.kernel.Visibility.CLEAR;
import static io.clientela.kernel.Visibility.HIDDEN;
import static io.clientela.kernel.Visibility.MASKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Role.Reach;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Scope;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WidestTest {

    private static final String NUMBER = "individual.document_number";
    private static final FieldRight SEES = new FieldRight(CLEAR, false, MASKED);
    private static final FieldRight WRITES = new FieldRight(MASKED, true, MASKED);
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
    void widerRightOfTwoRolesCountsPartByPart() {
        assertThat(Widest.rights(List.of(role(Map.of(NUMBER, SEES)), role(Map.of(NUMBER, WRITES))))
                        .byField())
                .isEqualTo(Map.of(NUMBER, new FieldRight(CLEAR, true, MASKED)));
        assertThat(Widest.rights(List.of(role(Map.of("individual.*", SEES)), role(Map.of(NUMBER, HIDES))))
                        .byField())
                .containsEntry(NUMBER, SEES);
    }

    @Test
    void narrowingCountsForNothingBesideRoleThatIsSilent() {
        assertThat(Widest.rights(List.of(role(Map.of(NUMBER, HIDES)), role(Map.of())))
                        .byField())
                .isEmpty();
        assertThat(Widest.rights(List.of(role(Map.of(NUMBER, HIDES)))).byField())
                .containsEntry(NUMBER, HIDES);
        assertThat(Widest.rights(List.of(role(Map.of(NUMBER, SEES)), role(Map.of())))
                        .byField())
                .containsEntry(NUMBER, SEES);
    }

    @Test
    void roleWithoutCustomersSaysNothingOfFields() {
        Role auditor = new Role("auditor", Map.of(), List.of(Functions.AUDIT_READ), Reach.NONE, Map.of());
        assertThat(Widest.rights(List.of(role(Map.of(NUMBER, HIDES)), auditor)).byField())
                .containsEntry(NUMBER, HIDES);
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
