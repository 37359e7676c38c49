package io.clientela.fields;

import io.clientela.access.AccessError;
import io.clientela.access.Role;
import io.clientela.access.Roles;
import io.clientela.fields.FieldAccess.Rights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.FieldRights.OfRole;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** What roles say of one field, seen from the field; the rules of giving rights are those of the roles. */
@Component
class RoleSights {

    private final Roles roles;

    RoleSights(Roles roles) {
        this.roles = roles;
    }

    /** Changes what some roles say, in the caller's transaction; refuses as {@link Roles#put} does. */
    void put(Field field, Map<String, Optional<FieldRight>> rights, Actor actor) {
        String target = field.record() + "." + field.key();
        rights.forEach((key, right) -> {
            Role role = roles.find(key).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
            Map<String, FieldRight> said = new HashMap<>(role.fields());
            right.ifPresentOrElse(one -> said.put(target, one), () -> said.remove(target));
            if (!said.equals(role.fields())) {
                roles.put(
                        actor,
                        new Role(
                                role.key(),
                                role.labels(),
                                role.descriptions(),
                                role.functions(),
                                role.reach(),
                                said,
                                role.version()),
                        OptionalLong.of(role.version()));
            }
        });
    }

    /** How many of the roles that read customers would not see the field, were these said of it. */
    int hiddenFor(Field field, Map<String, Optional<FieldRight>> rights) {
        return (int) roles.all().stream()
                .filter(role -> role.functions().contains(Functions.CUSTOMERS_READ))
                .filter(role -> sight(role, field, rights) == Visibility.HIDDEN)
                .count();
    }

    private static Visibility sight(Role role, Field field, Map<String, Optional<FieldRight>> rights) {
        String target = field.record() + "." + field.key();
        Map<String, FieldRight> said = new HashMap<>(role.fields());
        Optional.ofNullable(rights.get(role.key()))
                .ifPresent(wanted -> wanted.ifPresentOrElse(one -> said.put(target, one), () -> said.remove(target)));
        return new OfRole(said, false)
                .of(field.record(), field.key())
                .map(FieldRight::read)
                .orElse(FieldAccess.usual(field));
    }

    /**
     * A field that becomes less sensitive is shown to everybody whose roles are silent, and one masked otherwise to everybody
     * who sees it masked, which any role may say of any field: nobody shows what they don't see themselves.
     */
    void requireNoWider(Field before, Field after, Rights own, Actor actor) {
        boolean wider =
                FieldAccess.usual(after).compareTo(FieldAccess.usual(before)) > 0 || before.mask() != after.mask();
        if (!wider) {
            return;
        }
        if (!actor.may(Functions.ACCESS_MANAGE)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
        boolean sees = own.clear() || (own.read() == Visibility.MASKED && actor.may(Functions.CUSTOMERS_REVEAL));
        if (!sees) {
            throw new Refusal(AccessError.MORE_THAN_OWN, Map.of("what", after.record() + "." + after.key()));
        }
    }
}
