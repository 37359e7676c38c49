package io.clientela.kit.vcard;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Gender;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.Role;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Title;
import ezvcard.property.Url;
import ezvcard.property.VCardProperty;
import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Context;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one card: each property goes to the field that is meant for it, and what is left over is kept. */
final class CardReading {

    /** Say how a card was made, not anything of a customer. */
    private static final Set<String> ABOUT_THE_CARD = Set.of("PRODID", "REV", "VERSION");

    private final VCard card;
    private final Catalogue catalogue;
    private final String country;
    private final String record;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> canonical = new LinkedHashMap<>();
    private final IdentityHashMap<VCardProperty, Facet> claimed = new IdentityHashMap<>();

    CardReading(VCard card, Catalogue catalogue, String country) {
        this.card = card;
        this.catalogue = catalogue;
        this.country = home(card, country);
        this.record = enterprise(card) ? Catalogue.ENTERPRISE : Catalogue.INDIVIDUAL;
    }

    private static boolean enterprise(VCard card) {
        boolean named = card.getFormattedNames().stream().anyMatch(name -> !blank(name.getValue()))
                || card.getStructuredNames().stream()
                        .anyMatch(name -> !fullName(name).isEmpty());
        return (card.getKind() != null && card.getKind().isOrg())
                || card.getExtendedProperties("X-ABShowAs").stream()
                        .anyMatch(property -> "COMPANY".equalsIgnoreCase(property.getValue()))
                || (!named && card.getOrganization() != null);
    }

    CardValues read() {
        names();
        telephones();
        for (Email email : preferred(card.getEmails())) {
            claim(Facet.EMAIL, email, email.getValue());
        }
        preferred(card.getAddresses()).forEach(this::address);
        card.getOrganizations().forEach(this::organisation);
        for (Title title : card.getTitles()) {
            claim(Facet.TITLE, title, title.getValue());
        }
        for (Role role : card.getRoles()) {
            claim(Facet.ROLE, role, role.getValue());
        }
        for (Birthday birthday : card.getBirthdays()) {
            claim(Facet.BDAY, birthday, birthday.getDate() instanceof LocalDate day ? day.toString() : "");
        }
        gender();
        for (Url url : card.getUrls()) {
            claim(Facet.URL, url, url.getValue());
        }
        for (Note note : card.getNotes()) {
            claim(Facet.NOTE, note, note.getValue());
        }
        Optional.ofNullable(card.getUid()).ifPresent(uid -> claim(Facet.UID, uid, uid.getValue()));
        nameless();
        return leftOver();
    }

    /** A card without a name is shown under what it does say, as address books do. */
    private void nameless() {
        if (!values.containsKey("name") && !values.containsKey("given_name") && !values.containsKey("family_name")) {
            Stream.of(
                            card.getNicknames().stream().flatMap(nickname -> nickname.getValues().stream()),
                            card.getEmails().stream().map(Email::getValue),
                            card.getTelephoneNumbers().stream().map(CardWriting::number))
                    .flatMap(texts -> texts)
                    .filter(text -> !blank(text))
                    .findFirst()
                    .ifPresent(text -> put("name", text));
        }
    }

    private void names() {
        for (FormattedName name : card.getFormattedNames()) {
            claim(Facet.FN, name, name.getValue());
        }
        for (StructuredName name : card.getStructuredNames()) {
            claim(Facet.N, name, name.getFamily(), name.getGiven());
            if (!values.containsKey("name") && record.equals(Catalogue.INDIVIDUAL)) {
                put("name", fullName(name));
            }
        }
    }

    private void telephones() {
        for (Telephone telephone : preferred(card.getTelephoneNumbers())) {
            Set<String> types = types(telephone);
            String number = CardWriting.number(telephone);
            if (types.contains("fax")) {
                claim(Facet.FAX, telephone, number);
            } else if (types.contains("cell") && record.equals(Catalogue.INDIVIDUAL)) {
                claim(Facet.MOBILE, telephone, number);
            } else if (!types.contains("pager")) {
                claim(Facet.PHONE, telephone, number);
            }
        }
    }

    private void address(Address address) {
        List<String> lines = new ArrayList<>();
        lines.addAll(address.getPoBoxes());
        lines.addAll(address.getExtendedAddresses());
        lines.addAll(address.getStreetAddresses());
        String street = String.join(
                ", ",
                lines.stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        if (claim(Facet.ADR, address, street, joined(address.getLocalities()), joined(address.getPostalCodes()))) {
            put("region", region(address, country));
        }
    }

    private static String region(Address address, String country) {
        List<String> places = new ArrayList<>(address.getCountries());
        places.addAll(address.getRegions());
        places.addAll(address.getLocalities());
        return CodeLists.shipped()
                .regions()
                .resolve(places.stream().filter(place -> !blank(place)).toList(), country)
                .code()
                .orElse("");
    }

    /** Telephones and postal codes are read as those of the country the card's own address is in. */
    private static String home(VCard card, String assumed) {
        return preferred(card.getAddresses()).stream()
                .map(address -> region(address, assumed))
                .filter(region -> !region.isEmpty())
                .findFirst()
                .map(region -> region.substring(0, 2))
                .orElse(assumed);
    }

    private void organisation(Organization organisation) {
        List<String> names = organisation.getValues();
        if (names.isEmpty()) {
            return;
        }
        if (record.equals(Catalogue.ENTERPRISE)) {
            values.putIfAbsent("name", names.getFirst());
        } else {
            claim(Facet.ORG, organisation, names.getFirst());
        }
    }

    private void gender() {
        Gender gender = card.getGender();
        if (gender != null && (gender.isMale() || gender.isFemale()) && record.equals(Catalogue.INDIVIDUAL)) {
            String code = gender.isMale() ? "male" : "female";
            put("gender", code);
            canonical.put("gender", code);
            claimed.put(gender, Facet.GENDER);
        }
    }

    /**
     * A facet is what the first property says of whose values the checks of its fields take any; what they don't take is kept
     * with the property, and so are the other properties.
     */
    private boolean claim(Facet facet, VCardProperty property, @Nullable String... texts) {
        if (!facet.of(record) || claimed.containsValue(facet)) {
            return false;
        }
        Map<String, String> good = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            String key = facet.keys().get(i);
            if (text == null || blank(text)) {
                continue;
            }
            Optional<String> value = checked(catalogue.field(record, key), text);
            if (value.isPresent()) {
                good.put(key, value.get());
                values.put(key, text);
            } else if (facet == Facet.FN) {
                // A name is never left out: the gate says what is wrong with it.
                values.putIfAbsent("name", text);
            }
        }
        if (good.isEmpty()) {
            return false;
        }
        canonical.putAll(good);
        claimed.put(property, facet);
        return true;
    }

    private Optional<String> checked(Field field, String text) {
        return switch (Rules.named(field.rule()).check(text, new Context(country, "ymd", Map.of()))) {
            case Checked.Ok ok when Rules.tooLong(ok.value(), field.maxLength()).isEmpty() -> Optional.of(ok.value());
            case Checked.Ok ok -> Optional.empty();
            case Checked.Refused refused -> Optional.empty();
        };
    }

    private void put(String key, String text) {
        if (!text.isEmpty()) {
            values.put(key, text);
        }
    }

    /** Keeps what the fields alone wouldn't say again. */
    private CardValues leftOver() {
        VCard said = CardWriting.fromFields(record, canonical);
        VCard kept = new VCard(VCardVersion.V4_0);
        Set<String> unused = new LinkedHashSet<>();
        for (VCardProperty property : card.getProperties()) {
            if (said.getProperties().stream().anyMatch(other -> SameProperty.same(property, other))) {
                continue;
            }
            VCardProperty copy = property.copy();
            // A card that brings a mark along would choose what of the file it speaks for.
            Marks.take(copy);
            Optional<Facet> facet = Optional.ofNullable(claimed.get(property));
            facet.ifPresent(one -> Marks.put(copy, one, canonical));
            String name = SameProperty.name(property);
            if (facet.isEmpty() && !ABOUT_THE_CARD.contains(name)) {
                unused.add(name);
            }
            kept.addProperty(copy);
        }
        boolean nothing = kept.getProperties().isEmpty();
        return new CardValues(
                record,
                country,
                values,
                contact(),
                nothing ? "" : CardText.write(kept, VCardVersion.V4_0),
                List.copyOf(unused));
    }

    /** The person an enterprise's card names beside it. */
    private Map<String, String> contact() {
        if (record.equals(Catalogue.INDIVIDUAL) || card.getStructuredName() == null) {
            return Map.of();
        }
        String name = fullName(card.getStructuredName());
        if (name.isEmpty() || name.equals(values.get("name"))) {
            return Map.of();
        }
        Map<String, String> contact = new LinkedHashMap<>();
        contact.put("name", name);
        card.getTitles().stream().findFirst().ifPresent(title -> contact.put("position", title.getValue()));
        return contact;
    }

    private static String fullName(StructuredName name) {
        String family = Objects.requireNonNullElse(name.getFamily(), "").strip();
        String given = Objects.requireNonNullElse(name.getGiven(), "").strip();
        boolean han = (family + given)
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return han ? family + given : (given + " " + family).strip();
    }

    /** Those preferred come first; else the order of the card. */
    private static <P extends VCardProperty> List<P> preferred(List<P> properties) {
        return properties.stream()
                .sorted(Comparator.comparingInt(CardReading::preference))
                .toList();
    }

    private static int preference(VCardProperty property) {
        VCardParameters parameters = property.getParameters();
        try {
            Integer preference = parameters.getPref();
            return preference != null ? preference : types(property).contains("pref") ? 1 : 101;
        } catch (IllegalStateException e) {
            // PREF=first
            return 101;
        }
    }

    static Set<String> types(VCardProperty property) {
        Set<String> types = new LinkedHashSet<>();
        property.getParameters().getTypes().forEach(type -> types.add(type.toLowerCase(Locale.ROOT)));
        return types;
    }

    private static String joined(List<String> texts) {
        return String.join(" ", texts).strip();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || Rules.isBlank(text);
    }

    /** Properties without a class of their own, by name. */
    static Optional<String> rawName(VCardProperty property) {
        return property instanceof RawProperty raw
                ? Optional.of(raw.getPropertyName().toUpperCase(Locale.ROOT))
                : Optional.empty();
    }
}
