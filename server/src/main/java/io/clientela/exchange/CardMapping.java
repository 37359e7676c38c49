package io.clientela.exchange;

import io.clientela.exchange.spi.ImportTarget.ImportRow;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.format.Row;
import io.clientela.kit.recognise.Column;
import io.clientela.kit.recognise.Recognition;
import io.clientela.kit.vcard.CardValues;
import io.clientela.kit.vcard.Cards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes of a card what the write gate wants: property by property, and what is left over is kept with the file. */
final class CardMapping implements RowMapping {

    private static final String CONTACTS = "contacts";

    private final FieldCatalogue fields;
    private final String country;
    /** No column of a card's file is its contact person, so nobody is asked at the start for the right to write any. */
    private final boolean contacts;
    /** Where what the card says of a field goes; a field whose column is left out is absent. */
    private final Map<String, String> paths = new LinkedHashMap<>();

    CardMapping(Recognition recognition, FieldCatalogue fields, String country, Predicate<Field> mayWrite) {
        this.fields = fields;
        this.country = country;
        this.contacts = fields.catalogue()
                .find(Catalogue.ENTERPRISE, CONTACTS)
                .filter(mayWrite)
                .isPresent();
        List<String> own = List.copyOf(Cards.columns().values());
        for (Column column : recognition.columns()) {
            if (!column.path().isEmpty() && !own.get(column.index()).isEmpty()) {
                paths.put(own.get(column.index()), column.path());
            }
        }
    }

    @Override
    public boolean maps(String path) {
        return paths.containsValue(path);
    }

    /** The first row names the properties; every other one is a card. */
    @Override
    public boolean skips(Row row) {
        return row.number() == 1;
    }

    @Override
    public Mapped map(Row row, long dataRow) {
        String card = row.cells().getLast();
        Context context = new Context(country, "ymd", Map.of());
        Optional<CardValues> read = Cards.read(card, fields.catalogue(), country);
        if (read.isEmpty()) {
            return Mapped.of(new ImportRow(
                    dataRow,
                    Cards.records().getFirst(),
                    Map.of(Cards.KEPT, List.of(card)),
                    Map.of(),
                    Map.of(),
                    context));
        }
        CardValues said = read.get();
        Map<String, List<String>> values = new HashMap<>();
        said.values().forEach((key, text) -> put(values, key, text));
        // A card that was cut off says in its own length that it is too long.
        put(values, Cards.KEPT, Cards.isWhole(card) ? said.kept() : card);
        Map<String, List<Map<String, List<String>>>> lists = new HashMap<>();
        if (contacts && !said.contact().isEmpty()) {
            Map<String, List<String>> contact = new HashMap<>();
            said.contact().forEach((key, text) -> contact.put(key, List.of(text)));
            lists.put(CONTACTS, List.of(contact));
        }
        Context home = new Context(said.country(), "ymd", Map.of());
        return new Mapped(new ImportRow(dataRow, said.record(), values, lists, Map.of(), home), remarks(said));
    }

    private void put(Map<String, List<String>> values, String key, String text) {
        String path = paths.get(key);
        if (path != null && !text.isEmpty()) {
            values.put(path, List.of(text));
        }
    }

    private List<FieldProblem> remarks(CardValues said) {
        List<FieldProblem> remarks = new ArrayList<>(2);
        if (!said.unused().isEmpty() && paths.containsKey(Cards.KEPT)) {
            remarks.add(new FieldProblem(
                    Cards.KEPT, "card_properties_kept", Map.of("names", String.join(", ", said.unused()))));
        }
        if (!contacts && !said.contact().isEmpty()) {
            remarks.add(new FieldProblem(CONTACTS, "contact_left_out", Map.of()));
        }
        return remarks;
    }
}
