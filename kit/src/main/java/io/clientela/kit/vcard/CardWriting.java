package io.clientela.kit.vcard;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Gender;
import ezvcard.property.Kind;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.Role;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.Url;
import ezvcard.property.VCardProperty;
import ezvcard.util.TelUri;
import io.clientela.kit.fields.Catalogue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes a record's values as a card, and what was kept of the card they came from. */
final class CardWriting {

    private CardWriting() {}

    /**
     * A marked property is written as long as the values say what it gave; so one whose fields aren't among them isn't.
     *
     * @param values canonical values of the fields that may be written
     */
    static VCard card(String record, Map<String, String> values, String kept) {
        VCard card = new VCard(VCardVersion.V4_0);
        Set<Facet> spoken = EnumSet.noneOf(Facet.class);
        VCard carried = kept.isEmpty() ? new VCard() : CardText.read(kept).orElseGet(VCard::new);
        for (VCardProperty property : carried.getProperties()) {
            Optional<Marks.Mark> mark = Marks.take(property);
            if (mark.isEmpty() || Marks.holds(mark.get(), values)) {
                mark.ifPresent(one -> spoken.add(one.facet()));
                card.addProperty(property);
            }
        }
        properties(record, values).forEach((facet, property) -> {
            if (!spoken.contains(facet)) {
                card.addProperty(property);
            }
        });
        if (record.equals(Catalogue.ENTERPRISE) && card.getKind() == null) {
            card.setKind(Kind.org());
        }
        return card;
    }

    static VCard fromFields(String record, Map<String, String> values) {
        return card(record, values, "");
    }

    private static Map<Facet, VCardProperty> properties(String record, Map<String, String> values) {
        Map<Facet, VCardProperty> properties = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            boolean said =
                    facet.keys().stream().anyMatch(key -> !value(values, key).isEmpty());
            if (facet.of(record) && said) {
                property(facet, values).ifPresent(property -> properties.put(facet, property));
            }
        }
        return properties;
    }

    private static Optional<VCardProperty> property(Facet facet, Map<String, String> values) {
        String first = value(values, facet.keys().getFirst());
        return Optional.ofNullable(
                switch (facet) {
                    case FN -> new FormattedName(first);
                    case N -> name(first, value(values, "given_name"));
                    case MOBILE -> telephone(first, Optional.of(TelephoneType.CELL));
                    case PHONE -> telephone(first, Optional.empty());
                    case FAX -> telephone(first, Optional.of(TelephoneType.FAX));
                    case EMAIL -> new Email(first);
                    case ADR -> address(first, value(values, "city"), value(values, "postal_code"));
                    case ORG -> organisation(first);
                    case TITLE -> new Title(first);
                    case ROLE -> new Role(first);
                    case BDAY -> birthday(first);
                    case GENDER ->
                        switch (first) {
                            case "male" -> Gender.male();
                            case "female" -> Gender.female();
                            case "other" -> Gender.other();
                            default -> Gender.unknown();
                        };
                    case URL -> new Url(first);
                    case NOTE -> new Note(first);
                    case UID -> new Uid(first);
                });
    }

    private static VCardProperty name(String family, String given) {
        StructuredName name = new StructuredName();
        name.setFamily(family.isEmpty() ? null : family);
        name.setGiven(given.isEmpty() ? null : given);
        return name;
    }

    private static VCardProperty telephone(String number, Optional<TelephoneType> kind) {
        Telephone telephone = new Telephone(number);
        kind.ifPresent(telephone.getTypes()::add);
        return telephone;
    }

    private static VCardProperty address(String street, String city, String postalCode) {
        Address address = new Address();
        address.setStreetAddress(street.isEmpty() ? null : street);
        address.setLocality(city.isEmpty() ? null : city);
        address.setPostalCode(postalCode.isEmpty() ? null : postalCode);
        return address;
    }

    private static VCardProperty organisation(String name) {
        Organization organisation = new Organization();
        organisation.getValues().add(name);
        return organisation;
    }

    private static VCardProperty birthday(String day) {
        try {
            return new Birthday(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return new Birthday(day);
        }
    }

    /** A property of the product's own. */
    static VCardProperty own(String name, String value) {
        return new RawProperty(name, value);
    }

    /** The number as one would type it, with {@code ;ext=} where there is an extension. */
    static String number(Telephone telephone) {
        TelUri uri = telephone.getUri();
        if (uri == null) {
            return Objects.requireNonNullElse(telephone.getText(), "");
        }
        String extension = uri.getExtension();
        return extension == null ? uri.getNumber() : uri.getNumber() + ";ext=" + extension;
    }

    private static String value(Map<String, String> values, String key) {
        return values.getOrDefault(key, "");
    }
}
