package io.clientela.exchange;

import io.clientela.exchange.spi.ImportTarget.ImportRow;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.format.Row;
import io.clientela.kit.recognise.Assembly;
import io.clientela.kit.recognise.RawRecord;
import io.clientela.kit.recognise.Recognition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of a row of a table what the write gate wants, after what the file was recognised to be. */
final class TableMapping implements RowMapping {

    private static final String PROVENANCE = Catalogue.PROVENANCE + ".";

    private final Recognition recognition;
    private final Assembly assembly;
    private final FieldCatalogue fields;
    private final String country;
    private final String dateOrder;

    TableMapping(Recognition recognition, FieldCatalogue fields, String country) {
        this.recognition = recognition;
        this.assembly = new Assembly(recognition);
        this.fields = fields;
        this.country = country;
        this.dateOrder = recognition.dateOrder();
    }

    @Override
    public boolean maps(String path) {
        return recognition.columns().stream().anyMatch(column -> column.path().equals(path));
    }

    @Override
    public boolean skips(Row row) {
        return recognition.skips(row);
    }

    @Override
    public Mapped map(Row row, long dataRow) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> items = new LinkedHashMap<>();
        Map<String, List<String>> told = new LinkedHashMap<>();
        RawRecord raw = assembly.assemble(row);
        raw.values().forEach((path, text) -> {
            int dot = path.indexOf('.');
            if (dot < 0) {
                values.put(path, texts(recognition.type(), path, text));
            } else if (path.startsWith(PROVENANCE)) {
                told.put(path.substring(PROVENANCE.length()), List.of(text));
            } else {
                String list = path.substring(0, dot);
                items.computeIfAbsent(list, key -> new LinkedHashMap<>()).put(path.substring(dot + 1), List.of(text));
            }
        });
        Map<String, List<Map<String, List<String>>>> lists = new LinkedHashMap<>();
        items.forEach((list, item) -> lists.put(list, List.of(item)));
        String named = raw.country();
        return Mapped.of(new ImportRow(
                dataRow,
                recognition.type(),
                values,
                lists,
                told,
                new Context(named.isEmpty() ? country : named, dateOrder, Map.of())));
    }

    private List<String> texts(String record, String key, String text) {
        boolean many = fields.catalogue()
                .find(record, key)
                .map(Field::type)
                .filter(type -> type.many())
                .isPresent();
        return many ? RawRecord.several(text) : List.of(text);
    }
}
