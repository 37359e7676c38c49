package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.AccessError;
import io.clientela.fields.FieldAccess.Rights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.platform.ServerTest;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may let others see more of a field by changing the field. */
@ServerTest
class RoleSightsTest {

    private static final Rights CLEAR = new Rights(Visibility.CLEAR, true, Visibility.CLEAR);
    private static final Rights MASKED = new Rights(Visibility.MASKED, false, Visibility.MASKED);

    @Autowired
    RoleSights roles;

    @Autowired
    FieldCatalogue fields;

    private static Actor actor(String... functions) {
        return new Actor(
                931,
                "keeper",
                OptionalLong.of(1),
                Set.of(functions),
                new Scope.All(),
                new FieldRights(Map.of()),
                "en",
                "127.0.0.1",
                "api");
    }

    @Test
    void aMaskIsWeakenedByNobodyWhoGivesNoRightsNorSeesBehindIt() {
        // Neither is masked unless a role says so, and a role may say so of any field.
        Field before = fields.catalogue().field("individual", "mobile");
        Field after = fields.catalogue().field("individual", "email");
        assertThat(before.mask()).isNotEqualTo(after.mask());
        assertThat(FieldAccess.usual(after)).isEqualTo(Visibility.CLEAR);
        assertThatThrownBy(() -> roles.requireNoWider(before, after, CLEAR, actor()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NO_RIGHT));
        assertThatThrownBy(() -> roles.requireNoWider(before, after, MASKED, actor(Functions.ACCESS_MANAGE)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(AccessError.MORE_THAN_OWN));
        assertThatCode(() -> roles.requireNoWider(before, after, CLEAR, actor(Functions.ACCESS_MANAGE)))
                .doesNotThrowAnyException();
        assertThatCode(() -> roles.requireNoWider(before, before, MASKED, actor()))
                .doesNotThrowAnyException();
    }
}
