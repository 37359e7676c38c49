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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who may see, write and export which field: the one place that decides, asked by every gate, form and page. What the roles
 * don't say follows from the field's sensitivity; what the product works out itself is written by nobody.
 */
@Component
public final class FieldAccess {

    /** The keys of all fields a card can fill. */
    private static final Set<String> FILLED = Set.copyOf(Cards.columns().values());

    private final Supplier<Catalogue> catalogue;
    private final RightsOnce known = new RightsOnce();

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

    /** Part by part the widest of what each role gives alone; what is kept of a card is narrowed by the fields it fills. */
    public Rights rights(Actor actor, Field field) {
        return known.of(actor.rights(), mayWriteAny(actor), field, catalogue.get(), each -> worked(actor, each));
    }

    private Rights worked(Actor actor, Field field) {
        Rights own = ofRoles(actor, field);
        return field.type() == FieldType.CARD ? narrowed(own, actor, field) : own;
    }

    /** What the roles say of the field itself, before any other narrows it: part by part the widest of each alone. */
    public Rights said(Actor actor, Field field) {
        return ofRoles(actor, field);
    }

    /** The field that decides how this one is read: itself, or the one that narrows it most. */
    public Field decider(Actor actor, Field field) {
        return field.type() == FieldType.CARD
                ? Stream.concat(Stream.of(field), filled(field))
                        .min(Comparator.comparing(one -> ofRoles(actor, one).read()))
                        .orElse(field)
                : field;
    }

    /** What is kept of a card may hold a second number or address, so it is never clearer than the fields those belong to. */
    private Rights narrowed(Rights own, Actor actor, Field card) {
        Visibility read = own.read();
        Visibility export = own.export();
        for (Field filled : filled(card).toList()) {
            Rights its = ofRoles(actor, filled);
            read = lower(read, its.read());
            export = lower(export, its.export());
        }
        return new Rights(read, own.write() && read != Visibility.HIDDEN, export);
    }

    /** The fields a card's properties belong to, in the file and in those of its lists whose items a card may tell of. */
    private Stream<Field> filled(Field card) {
        Catalogue now = catalogue.get();
        return now.fields(card.record()).stream().flatMap(field -> switch (field.type()) {
            case CARD -> Stream.of();
            case LIST -> filled(field, now.fields(field.codeList()));
            default -> FILLED.contains(field.key()) ? Stream.of(field) : Stream.of();
        });
    }

    /** Of a person a card may tell everything personal: a birthday goes to no field of a contact, but to their important dates. */
    private static Stream<Field> filled(Field list, List<Field> items) {
        return items.stream().noneMatch(item -> FILLED.contains(item.key()))
                ? Stream.of()
                : Stream.concat(
                        Stream.of(list),
                        items.stream()
                                .filter(item ->
                                        FILLED.contains(item.key()) || item.sensitivity() != Sensitivity.NORMAL));
    }

    private static Rights ofRoles(Actor actor, Field field) {
        Visibility usual = usual(field);
        List<OfRole> roles = actor.rights().roles();
        if (roles.isEmpty()) {
            return new Rights(usual, !field.derived() && mayWriteAny(actor), usual);
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
        return new Rights(read, write && !field.derived() && mayWriteAny(actor), export);
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
