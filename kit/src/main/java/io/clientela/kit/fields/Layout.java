package io.clientela.kit.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a house arranged the form of one record type: its groups in order, and the fields of each in order. */
public record Layout(String record, List<Group> groups) {

    public Layout {
        groups = List.copyOf(groups);
    }

    /** A group of the form with the keys of its fields. */
    public record Group(String key, Texts label, List<String> fields) {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /** The fields in this order, each in its group; those not named, such as new ones, last in the group they declare. */
    List<Field> order(Collection<Field> fields) {
        Map<String, Field> left = new LinkedHashMap<>();
        fields.forEach(field -> left.put(field.key(), field));
        List<Field> ordered = new ArrayList<>();
        Map<String, List<Field>> placed = new LinkedHashMap<>();
        for (Group group : groups) {
            List<Field> inside = placed.computeIfAbsent(group.key(), key -> new ArrayList<>());
            for (String key : group.fields()) {
                Field field = left.remove(key);
                if (field != null) {
                    inside.add(field.in(group.key()));
                }
            }
        }
        List<Field> loose = new ArrayList<>();
        left.values()
                .forEach(field -> placed.getOrDefault(field.section(), loose).add(field));
        placed.values().forEach(ordered::addAll);
        ordered.addAll(loose);
        return ordered;
    }

    /** The groups as sections, and behind them the declared ones some field still stands in. */
    List<Section> sections(List<Section> declared, List<Field> ordered) {
        List<Section> all = new ArrayList<>();
        groups.forEach(group -> all.add(new Section(record, group.key(), group.label())));
        declared.stream()
                .filter(section ->
                        groups.stream().noneMatch(group -> group.key().equals(section.key())))
                .filter(section -> ordered.stream()
                        .anyMatch(field ->
                                field.record().equals(record) && field.section().equals(section.key())))
                .forEach(all::add);
        return all;
    }
}
