package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.fields.FieldAccess.Rights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.FieldRights.OfRole;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldAccessTest {
    private final FieldAccess access = new FieldAccess(Catalogue::shipped);
    private final Field mobile = Catalogue.shipped().field("individual", "mobile");
    private final Field document = Catalogue.shipped().field("individual", "document_number");

    @Test
    void showsPersonalFieldsAndMasksSensitiveOnesWhereRolesSayNothing() {
        Actor clerk = actor(Map.of(), Functions.CUSTOMERS_CHANGE);
        assertThat(access.rights(clerk, mobile)).isEqualTo(new Rights(Visibility.CLEAR, true, Visibility.CLEAR));
        assertThat(access.rights(clerk, document)).isEqualTo(new Rights(Visibility.MASKED, true, Visibility.MASKED));
    }

    @Test
    void letsNobodyWriteWhoMayOnlyRead() {
        assertThat(access.mayWrite(actor(Map.of(), Functions.CUSTOMERS_READ), mobile))
                .isFalse();
        assertThat(access.mayWrite(actor(Map.of(), Functions.CUSTOMERS_IMPORT), mobile))
                .isTrue();
    }

    @Test
    void hidesAFieldWhollyOnceItIsHidden() {
        FieldRight hidden = new FieldRight(Visibility.HIDDEN, true, Visibility.CLEAR);
        Actor clerk = actor(Map.of("individual.mobile", hidden), Functions.CUSTOMERS_CHANGE);
        assertThat(access.rights(clerk, mobile)).isEqualTo(new Rights(Visibility.HIDDEN, false, Visibility.HIDDEN));
        assertThat(access.mayQuery(clerk, mobile)).isFalse();
    }

    @Test
    void exportsNoMoreThanIsRead() {
        FieldRight wide = new FieldRight(Visibility.MASKED, false, Visibility.CLEAR);
        assertThat(access.export(actor(Map.of("*", wide)), mobile)).isEqualTo(Visibility.MASKED);
    }

    @Test
    void takesTheNearestWordOfARole() {
        Actor legal = actor(Map.of(
                "individual.*", new FieldRight(Visibility.CLEAR, false, Visibility.HIDDEN),
                "individual.document_number", new FieldRight(Visibility.CLEAR, false, Visibility.MASKED)));
        assertThat(access.rights(legal, document)).isEqualTo(new Rights(Visibility.CLEAR, false, Visibility.MASKED));
        assertThat(access.export(legal, mobile)).isEqualTo(Visibility.HIDDEN);
    }

    @Test
    void showsWhatIsKeptOfACardNoClearerThanTheFieldsItFills() {
        Field kept = Catalogue.shipped().field("individual", "card_properties");
        FieldRight masked = new FieldRight(Visibility.MASKED, true, Visibility.HIDDEN);
        Actor clerk = actor(Map.of("individual.mobile", masked), Functions.CUSTOMERS_IMPORT);
        Visibility usual = access.read(actor(Map.of(), Functions.CUSTOMERS_IMPORT), kept);

        assertThat(usual).isNotEqualTo(Visibility.HIDDEN);
        assertThat(access.rights(clerk, kept)).isEqualTo(new Rights(Visibility.MASKED, true, Visibility.HIDDEN));
    }

    @Test
    void showsWhatIsKeptOfAnEnterprisesCardNoClearerThanItsContactPersons() {
        Catalogue catalogue = Catalogue.shipped();
        Field kept = catalogue.field("enterprise", "card_properties");
        FieldRight masked = new FieldRight(Visibility.MASKED, true, Visibility.HIDDEN);
        for (String target : List.of(
                "enterprise.contacts",
                "contact.name",
                "contact.position",
                "contact.mobile",
                "contact.phone",
                "contact.email",
                "contact.important_dates")) {
            Actor clerk = actor(Map.of(target, masked), Functions.CUSTOMERS_IMPORT);
            assertThat(access.rights(clerk, kept))
                    .as(target)
                    .isEqualTo(new Rights(Visibility.MASKED, true, Visibility.HIDDEN));
            assertThat(access.decider(clerk, kept).key()).isEqualTo(target.substring(target.indexOf('.') + 1));
        }
        for (String target : List.of("enterprise.qualifications", "qualification.number", "contact.influence")) {
            assertThat(access.rights(actor(Map.of(target, masked), Functions.CUSTOMERS_IMPORT), kept))
                    .as(target)
                    .isEqualTo(new Rights(Visibility.CLEAR, true, Visibility.CLEAR));
        }
    }

    @Test
    void twoRolesThatEachMaskAnotherFieldOfACardLeaveItClearTogether() {
        FieldRight masked = new FieldRight(Visibility.MASKED, true, Visibility.MASKED);
        Field kept = Catalogue.shipped().field("individual", "card_properties");
        Actor both = bearing(role("individual.mobile", masked), role("individual.email", masked));
        assertThat(access.read(both, kept)).isEqualTo(Visibility.CLEAR);
        assertThat(access.decider(both, kept)).isEqualTo(kept);
        assertThat(access.said(both, kept)).isEqualTo(access.rights(both, kept));
    }

    @Test
    void letsOnlyFieldsReadInClearBeQueried() {
        Actor clerk = actor(Map.of());
        assertThat(access.mayQuery(clerk, mobile)).isTrue();
        assertThat(access.mayQuery(clerk, document)).isFalse();
    }

    @Test
    void takesOfTwoRolesTheWiderPartByPart() {
        FieldRight sees = new FieldRight(Visibility.CLEAR, false, Visibility.MASKED);
        FieldRight writes = new FieldRight(Visibility.MASKED, true, Visibility.MASKED);
        assertThat(access.rights(bearing(role("individual.mobile", sees), role("individual.mobile", writes)), mobile))
                .isEqualTo(new Rights(Visibility.CLEAR, true, Visibility.MASKED));
    }

    @Test
    void narrowingCountsForNothingBesideARoleThatIsSilent() {
        FieldRight hides = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);
        assertThat(access.read(bearing(role("individual.mobile", hides), role("x.y", hides)), mobile))
                .isEqualTo(Visibility.CLEAR);
        assertThat(access.read(bearing(role("individual.document_number", hides), role("x.y", hides)), document))
                .isEqualTo(Visibility.MASKED);
    }

    /** What one role hides of what it shows otherwise isn't shown because another says nothing. */
    @Test
    void exceptionOfAWideRoleStaysOneBesideARoleThatIsSilent() {
        OfRole wide = new OfRole(
                Map.of(
                        "individual.*", new FieldRight(Visibility.CLEAR, false, Visibility.CLEAR),
                        "individual.document_number", new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN)),
                false);
        assertThat(access.read(bearing(wide, new OfRole(Map.of(), false)), document))
                .isEqualTo(Visibility.MASKED);
    }

    @Test
    void roleThatOnlyReadsLetsNobodyWriteWhatAnotherForbids() {
        OfRole changer =
                new OfRole(Map.of("individual.*", new FieldRight(Visibility.CLEAR, false, Visibility.CLEAR)), true);
        assertThat(access.mayWrite(bearing(changer, new OfRole(Map.of(), false)), mobile))
                .isFalse();
    }

    private static OfRole role(String target, FieldRight right) {
        return new OfRole(Map.of(target, right), true);
    }

    private static Actor bearing(OfRole... roles) {
        return new Actor(
                7,
                "wu",
                OptionalLong.empty(),
                Set.of(Functions.CUSTOMERS_READ, Functions.CUSTOMERS_CHANGE),
                new Scope.All(),
                new FieldRights(List.of(roles)),
                "zh",
                "test",
                "page");
    }

    private static Actor actor(Map<String, FieldRight> rights, String... functions) {
        return new Actor(
                7,
                "wu",
                OptionalLong.empty(),
                Set.of(functions),
                new Scope.All(),
                new FieldRights(rights),
                "zh",
                "test",
                "page");
    }
}
