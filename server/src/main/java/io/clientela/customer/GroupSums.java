package io.clientela.customer;

import io.clientela.customer.CustomerGroup.Figure;
import io.clientela.customer.GroupTree.Place;
import io.clientela.customer.spi.CustomerFigures;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds figures up over the members of a group: amounts and numbers of their files the reader sees in clear, contacts, and what rooms above count. */
@Component
class GroupSums {

    /** The field that says in which currency another one is. */
    private static final String CURRENCY = "_currency";

    private static final String CONTACTS = "contacts";

    private final FieldCatalogue fields;
    private final Rendering rendering;
    private final ObjectProvider<CustomerFigures> rooms;
    private final Messages messages;

    GroupSums(FieldCatalogue fields, Rendering rendering, ObjectProvider<CustomerFigures> rooms, Messages messages) {
        this.fields = fields;
        this.rendering = rendering;
        this.rooms = rooms;
        this.messages = messages;
    }

    Sums of(List<Place> places, Map<Long, Loaded> members, Actor actor) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Place place : places) {
            Loaded file = members.get(place.head());
            if (file != null) {
                amounts(file, actor, columns);
                contacts(file, actor, columns);
            }
        }
        rooms.orderedStream()
                .flatMap(room -> room.of(members.keySet(), actor).stream())
                .forEach(figure -> column(columns, figure.code(), label(figure.code(), actor), "")
                        .by()
                        .putAll(figure.byHead()));
        return new Sums(places, List.copyOf(columns.values()));
    }

    private void amounts(Loaded file, Actor actor, Map<String, Column> columns) {
        for (Field field : fields.catalogue().fields(file.row().record())) {
            boolean summed = field.type() == FieldType.MONEY || field.type() == FieldType.NUMBER;
            Value value = summed ? file.state().value(field.key()) : Value.NONE;
            if (!value.isEmpty() && isClear(field, actor) && isTold(field, file, actor)) {
                String unit = unit(field, file);
                column(columns, field.key() + (unit.isEmpty() ? "" : ":" + unit), rendering.label(field, actor), unit)
                        .by()
                        .put(file.row().fileId(), new BigDecimal(value.text()));
            }
        }
    }

    /** An amount whose currency the reader doesn't see is none that could be added to others. */
    private boolean isTold(Field field, Loaded file, Actor actor) {
        return fields.catalogue()
                .find(file.row().record(), field.key() + CURRENCY)
                .filter(currency -> !isClear(currency, actor))
                .isEmpty();
    }

    private String unit(Field field, Loaded file) {
        return fields.catalogue()
                .find(file.row().record(), field.key() + CURRENCY)
                .map(currency -> file.state().value(currency.key()).text())
                .orElse("");
    }

    private void contacts(Loaded file, Actor actor, Map<String, Column> columns) {
        fields.catalogue()
                .find(file.row().record(), ContactParts.LIST)
                .filter(list -> isClear(list, actor))
                .ifPresent(list -> {
                    long there = file.state().items(ContactParts.LIST).values().stream()
                            .filter(parts -> new ContactParts(parts).leftOn().isEmpty())
                            .count();
                    column(columns, CONTACTS, label(CONTACTS, actor), "")
                            .by()
                            .put(file.row().fileId(), BigDecimal.valueOf(there));
                });
    }

    private static Column column(Map<String, Column> columns, String code, String label, String unit) {
        return columns.computeIfAbsent(code, fresh -> new Column(code, label, unit, new HashMap<>()));
    }

    private String label(String code, Actor actor) {
        return messages.text("figure." + code, actor.language(), Map.of());
    }

    private boolean isClear(Field field, Actor actor) {
        return rendering.visibility(field, actor, Rendering.Purpose.READ) == Visibility.CLEAR;
    }

    private record Column(String code, String label, String unit, Map<Long, BigDecimal> by) {}

    /** The sums of one group. */
    static final class Sums {

        private final List<Column> columns;
        private final Map<Long, Map<String, String>> with = new HashMap<>();

        private Sums(List<Place> places, List<Column> columns) {
            this.columns = columns;
            for (int at = 0; at < places.size(); at++) {
                with.put(places.get(at).head(), below(places, at));
            }
        }

        /** Of somebody under whom others stand: what they are together. */
        private Map<String, String> below(List<Place> places, int at) {
            List<Long> heads = new ArrayList<>(List.of(places.get(at).head()));
            for (int next = at + 1;
                    next < places.size()
                            && places.get(next).depth() > places.get(at).depth();
                    next++) {
                heads.add(places.get(next).head());
            }
            return heads.size() == 1 ? Map.of() : sums(heads);
        }

        private Map<String, String> sums(List<Long> heads) {
            Map<String, String> sums = new LinkedHashMap<>();
            for (Column column : columns) {
                heads.stream()
                        .filter(column.by()::containsKey)
                        .map(column.by()::get)
                        .reduce(BigDecimal::add)
                        .ifPresent(sum -> sums.put(column.code(), sum.toPlainString()));
            }
            return sums;
        }

        Map<String, String> own(long head) {
            return sums(List.of(head));
        }

        Map<String, String> with(long head) {
            return with.getOrDefault(head, Map.of());
        }

        List<Figure> totals() {
            return columns.stream()
                    .map(column -> new Figure(
                            column.code(),
                            column.label(),
                            column.unit(),
                            column.by().values().stream()
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                                    .toPlainString(),
                            column.by().size()))
                    .toList();
        }
    }
}
