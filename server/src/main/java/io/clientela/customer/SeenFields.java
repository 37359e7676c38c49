package io.clientela.customer;

import io.clientela.access.Explanations.Borne;
import io.clientela.access.Explanations.Explanation;
import io.clientela.customer.Sight.FieldSight;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldAccess.Rights;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.RecordType;
import io.clientela.kit.fields.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which fields of a file somebody sees, and which of their roles say so. */
@Component
class SeenFields {

    private final FieldCatalogue fields;
    private final FieldAccess access;

    SeenFields(FieldCatalogue fields, FieldAccess access) {
        this.fields = fields;
        this.access = access;
    }

    /** All fields of a record type and of the lists in it; items of a hidden list are hidden with it. */
    List<FieldSight> of(String record, Explanation person, String language) {
        Catalogue catalogue = fields.catalogue();
        List<FieldSight> all = new ArrayList<>();
        for (Field field : catalogue.fields(record)) {
            Rights rights = access.rights(person.together(), field);
            all.add(view(field, access.decider(person.together(), field), rights, person, language));
            if (field.type() == FieldType.LIST) {
                catalogue
                        .fields(field.codeList())
                        .forEach(part -> all.add(
                                rights.hidden()
                                        ? view(part, field, rights, person, language)
                                        : view(part, part, access.rights(person.together(), part), person, language)));
            }
        }
        return all;
    }

    boolean ownerShown(String record, Actor actor) {
        return fields.catalogue()
                .find(record, "owner")
                .filter(owner -> access.read(actor, owner) == Visibility.CLEAR)
                .isPresent();
    }

    /** {@code decider} is the field itself, the list that hides it, or what narrows a kept card. */
    private FieldSight view(Field field, Field decider, Rights rights, Explanation person, String language) {
        Catalogue catalogue = fields.catalogue();
        List<Borne> deciding = person.roles().stream()
                .filter(borne -> !borne.alone().rights().roles().isEmpty())
                .filter(borne -> access.said(borne.alone(), decider).read() == rights.read())
                .toList();
        boolean usual = deciding.stream()
                .flatMap(borne -> borne.alone().rights().roles().stream())
                .allMatch(role -> role.of(decider.record(), decider.key()).isEmpty());
        return new FieldSight(
                field.record(),
                catalogue
                        .type(field.record())
                        .map(RecordType::label)
                        .map(label -> label.in(language))
                        .orElse(field.record()),
                field.key(),
                field.label().in(language),
                catalogue.sections(field.record()).stream()
                        .filter(section -> section.key().equals(field.section()))
                        .map(Section::label)
                        .map(label -> label.in(language))
                        .findFirst()
                        .orElse(""),
                word(rights.read()),
                rights.write(),
                word(rights.export()),
                usual,
                narrower(field, decider, catalogue, language),
                deciding.stream().map(borne -> borne.role().label(language)).toList());
    }

    /** A field of a list is named with what it is a field of. */
    private static @Nullable String narrower(Field field, Field decider, Catalogue catalogue, String language) {
        if (field.type() != FieldType.CARD || field.equals(decider)) {
            return null;
        }
        String label = decider.label().in(language);
        return decider.record().equals(field.record())
                ? label
                : catalogue
                        .type(decider.record())
                        .map(type -> type.label().in(language) + " / " + label)
                        .orElse(label);
    }

    private static String word(Visibility visibility) {
        return visibility.name().toLowerCase(Locale.ROOT);
    }
}
