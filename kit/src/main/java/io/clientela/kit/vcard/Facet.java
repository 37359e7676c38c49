package io.clientela.kit.vcard;

import io.clientela.kit.fields.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A property of a card that has fields of its own in the catalogue, and which they are. */
enum Facet {
    FN("FN", List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE), "name"),
    N("N", List.of(Catalogue.INDIVIDUAL), "family_name", "given_name"),
    MOBILE("TEL cell", List.of(Catalogue.INDIVIDUAL), "mobile"),
    PHONE("TEL", List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE), "phone"),
    FAX("TEL fax", List.of(Catalogue.ENTERPRISE), "fax"),
    EMAIL("EMAIL", List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE), "email"),
    /** The place is told by the words of the address; it is kept with the card as it was written. */
    ADR("ADR", List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE), "address", "city", "postal_code"),
    ORG("ORG", List.of(Catalogue.INDIVIDUAL), "employer"),
    TITLE("TITLE", List.of(Catalogue.INDIVIDUAL), "position"),
    ROLE("ROLE", List.of(Catalogue.INDIVIDUAL), "occupation"),
    BDAY("BDAY", List.of(Catalogue.INDIVIDUAL), "birth_date"),
    GENDER("GENDER", List.of(Catalogue.INDIVIDUAL), "gender"),
    URL("URL", List.of(Catalogue.ENTERPRISE), "web_site"),
    NOTE("NOTE", List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE), "remarks"),
    UID("UID", List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE), "external_id");

    private final String heading;
    private final List<String> records;
    private final List<String> keys;

    Facet(String heading, List<String> records, String... keys) {
        this.heading = heading;
        this.records = records;
        this.keys = List.of(keys);
    }

    String heading() {
        return heading;
    }

    List<String> keys() {
        return keys;
    }

    boolean of(String record) {
        return records.contains(record);
    }

    static Optional<Facet> named(String name) {
        return Arrays.stream(values())
                .filter(facet -> facet.name().equals(name))
                .findFirst();
    }
}
