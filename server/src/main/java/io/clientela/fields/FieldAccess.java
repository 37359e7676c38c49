package io.clientela.fields;

import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.FieldRights.OfRole;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.Sensitivity;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.vcard.Cards;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who may see, write and export which field: the one place that decides, asked by every gate, form and page. What the roles
 * don't say follows from the field's sensitivity.
 */
@Component
public final class FieldAccess {

    private final Supplier<Catalogue> catalogue;

    @Autowired
    FieldAccess(FieldCatalogue catalogue) {
        this(catalogue::catalogue);
    }

    FieldAccess(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }
    /** Today's rights of somebody to one field. A hidden one is neither written nor exported. */
    public record Rights(Visibility read, boolean write, Visibility export) {
        public boolean hidden() {
            return read == Visibility.HIDDEN;
        }

        public boolean clear() {
            return read == Visibility.CLEAR;
        }
    }

    /** Part by part the widest of what each role gives alone. */
    public Rights rights(Actor actor, Field field) {
        Rights own = ofRoles(actor, field);
        return field.type() == FieldType.CARD ? narrowed(own, actor, field) : own;
    }

    /** What is kept of a card may hold a second number or address, so it is never clearer than the fields those belong to. */
    private Rights narrowed(Rights own, Actor actor, Field card) {
        Visibility read = own.read();
        Visibility export = own.export();
        for (String key : Cards.columns().values()) {
            Optional<Field> filled =
                    catalogue.get().find(card.record(), key).filter(one -> one.type() != FieldType.CARD);
            if (filled.isPresent()) {
                Rights its = ofRoles(actor, filled.get());
                read = lower(read, its.read());
                export = lower(export, its.export());
            }
        }
        return new Rights(read, own.write() && read != Visibility.HIDDEN, export);
    }

    private static Rights ofRoles(Actor actor, Field field) {
        Visibility usual = usual(field);
        List<OfRole> roles = actor.rights().roles();
        if (roles.isEmpty()) {
            return new Rights(usual, mayWriteAny(actor), usual);
        }
        Visibility read = Visibility.HIDDEN;
        Visibility export = Visibility.HIDDEN;
        boolean write = false;
        for (OfRole role : roles) {
            Optional<FieldRight> said = role.of(field.record(), field.key());
            Visibility sight = said.map(FieldRight::read).orElse(usual);
            read = higher(read, sight);
            export = higher(export, lower(sight, said.map(FieldRight::export).orElse(usual)));
            write |= role.writes()
                    && sight != Visibility.HIDDEN
                    && said.map(FieldRight::write).orElse(true);
        }
        return new Rights(read, write && mayWriteAny(actor), export);
    }

    private static boolean mayWriteAny(Actor actor) {
        for (String function : Functions.WRITING_CUSTOMERS) {
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

    /** What a field's sensitivity gives where a role says nothing. */
    public static Visibility usual(Field field) {
        return field.sensitivity() == Sensitivity.SENSITIVE ? Visibility.MASKED : Visibility.CLEAR;
    }

    private static Visibility higher(Visibility one, Visibility other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Visibility lower(Visibility one, Visibility other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
