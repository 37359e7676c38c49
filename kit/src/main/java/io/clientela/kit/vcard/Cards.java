package io.clientela.kit.vcard;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.parameter.RelatedType;
import ezvcard.property.Related;
import ezvcard.property.VCardProperty;
import io.clientela.kit.fields.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The door of this room: cards as rows of a table, as values of a record, and records as cards. */
public final class Cards {

    /** The field in which a file keeps the properties no other field can hold. */
    public static final String KEPT = "card_properties";

    /** Heading of the first column, which says what the card is of. */
    private static final String KIND = "KIND";

    /** Heading of the last column, which holds the card itself. */
    private static final String CARD = "VCARD";

    private static final List<Facet> FACETS = List.of(Facet.values());

    private Cards() {}

    /** The columns of a file of cards, in order, with the field each goes to; the first goes to none. */
    public static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(KIND, "");
        for (Facet facet : FACETS) {
            for (String key : facet.keys()) {
                columns.put(facet.keys().size() == 1 ? facet.heading() : facet.heading() + " " + key, key);
            }
        }
        columns.put("ADR region", "region");
        columns.put(CARD, KEPT);
        return columns;
    }

    /** The record types a card can be of. */
    public static List<String> records() {
        return List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE);
    }

    /** The fields of a record its card is written from. */
    public static Set<String> written(String record) {
        Set<String> keys = new HashSet<>();
        FACETS.stream().filter(facet -> facet.of(record)).forEach(facet -> keys.addAll(facet.keys()));
        keys.add(KEPT);
        return keys;
    }

    /** The cells of a card under {@link #columns()}; the last one is the card as it came. */
    public static List<String> cells(String card, Catalogue catalogue) {
        Optional<CardValues> read = read(card, catalogue, "");
        List<String> cells = new ArrayList<>();
        columns().forEach((heading, key) -> {
            switch (heading) {
                case KIND -> cells.add(read.map(CardValues::record).orElse(""));
                case CARD -> cells.add(card);
                default ->
                    cells.add(read.map(values -> values.values().getOrDefault(key, ""))
                            .orElse(""));
            }
        });
        return cells;
    }

    /** Whether a card came to its end; one longer than any file keeps is cut off. */
    public static boolean isWhole(String card) {
        return card.stripTrailing().toUpperCase(Locale.ROOT).endsWith("END:VCARD");
    }

    /**
     * What a card says, each property checked as its field is; empty where the text is no card.
     *
     * @param country ISO 3166 alpha-2, assumed where a telephone number names none; may be empty
     */
    public static Optional<CardValues> read(String card, Catalogue catalogue, String country) {
        return CardText.read(card).map(read -> new CardReading(read, catalogue, country).read());
    }

    /**
     * A record as a card of version 4.0.
     *
     * @param number of the customer
     * @param values canonical values of the fields that may be written in clear
     * @param related names of the contact persons
     * @param kept what was kept of the card the record came from, empty where there is none or it may not be written
     */
    public static String write(
            String record, String number, Map<String, String> values, List<String> related, String kept) {
        VCard card = CardWriting.card(record, values, kept);
        List<String> named = card.getRelations().stream().map(Related::getText).toList();
        related.stream().filter(name -> !named.contains(name)).forEach(name -> card.addProperty(relatedTo(name)));
        card.removeExtendedProperty("X-CUSTOMER-NUMBER");
        card.addProperty(CardWriting.own("X-CUSTOMER-NUMBER", number));
        return CardText.write(card, VCardVersion.V4_0);
    }

    private static VCardProperty relatedTo(String name) {
        Related related = new Related();
        related.setText(name);
        related.getTypes().add(RelatedType.CONTACT);
        return related;
    }
}
