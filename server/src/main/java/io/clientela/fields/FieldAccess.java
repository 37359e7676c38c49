package io.clientela.fields;

import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.Sensitivity;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may see, write and export which field: the one place that decides, asked by every gate, form and page. What the roles
 * don't say follows from the field's sensitivity.
 */
@Component
public final class FieldAccess {
    private static final List<String> WRITING =
            List.of(Functions.CUSTOMERS_CREATE, Functions.CUSTOMERS_CHANGE, Functions.CUSTOMERS_IMPORT);

    /** Today's rights of somebody to one field. A hidden one is neither written nor exported. */
    public record Rights(Visibility read, boolean write, Visibility export) {
        public boolean hidden() {
            return read == Visibility.HIDDEN;
        }

        public boolean clear() {
            return read == Visibility.CLEAR;
        }
    }

    public Rights rights(Actor actor, Field field) {
        Optional<FieldRight> said = actor.rights().of(field.record(), field.key());
        Visibility read = said.map(FieldRight::read).orElse(usual(field));
        boolean write = said.map(FieldRight::write).orElse(true) && read != Visibility.HIDDEN && mayWriteAny(actor);
        Visibility export = said.map(FieldRight::export).orElse(usual(field));
        return new Rights(read, write, lower(read, export));
    }

    private static boolean mayWriteAny(Actor actor) {
        for (String function : WRITING) {
            if (actor.may(function)) {
                return true;
            }
        }
        return false;
    }

    public Visibility read(Actor actor, Field field) {
        return rights(actor, field).read();
    }

    public boolean mayWrite(Actor actor, Field field) {
        return rights(actor, field).write();
    }

    /** Never more than what is read on the page. */
    public Visibility export(Actor actor, Field field) {
        return rights(actor, field).export();
    }

    /** Fields somebody may filter, sort and search by: only those read in clear. */
    public boolean mayQuery(Actor actor, Field field) {
        return rights(actor, field).clear();
    }

    private static Visibility usual(Field field) {
        return field.sensitivity() == Sensitivity.SENSITIVE ? Visibility.MASKED : Visibility.CLEAR;
    }

    private static Visibility lower(Visibility one, Visibility other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
