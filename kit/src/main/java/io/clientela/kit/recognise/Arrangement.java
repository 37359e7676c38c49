package io.clientela.kit.recognise;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.recognise.Target.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Settles what only shows when all columns have their fields: names in parts, regions in parts, contacts without a name. */
final class Arrangement {

    /** Headings that are the whole name on their own, but the given name beside a column of family names. */
    private static final Set<String> BARE_NAME = Set.of("name", "nombre", "nombres", "名", "名字");

    private final List<Column> columns;

    private Arrangement(List<Column> columns) {
        this.columns = new ArrayList<>(columns);
    }

    static List<Column> of(List<Column> columns, List<ColumnSample> samples, String type) {
        Arrangement arrangement = new Arrangement(columns);
        if (type.equals(Catalogue.INDIVIDUAL)) {
            arrangement.names();
            arrangement.mobile(samples);
        } else {
            arrangement.contacts();
        }
        arrangement.regions();
        arrangement.parts("address");
        arrangement.parts("family_name");
        return List.copyOf(arrangement.columns);
    }

    private void names() {
        boolean family = find("family_name").isPresent();
        if (family && find("given_name").isEmpty()) {
            find("name")
                    .filter(Arrangement::bareName)
                    .ifPresent(column -> retarget(column, target -> target.path("given_name")));
        } else if (!family && find("name").isEmpty()) {
            find("given_name")
                    .filter(Arrangement::bareName)
                    .ifPresent(column -> retarget(column, target -> target.path("name")));
        }
    }

    private static boolean bareName(Column column) {
        return BARE_NAME.contains(HeadingText.of(column.heading()).compact());
    }

    /** A lone column of telephone numbers that are nearly all Chinese mobiles. */
    private void mobile(List<ColumnSample> samples) {
        if (find("mobile").isEmpty()) {
            find("phone")
                    .filter(column -> column.reason() != Column.Reason.HINT
                            && samples.get(column.index()).share(Shapes::chineseMobile) > 0.7)
                    .ifPresent(column -> retarget(column, target -> target.path("mobile")));
        }
    }

    /** Without the name of a person their telephone is the enterprise's and the rest of them is left out. */
    private void contacts() {
        if (find("contacts.name").isPresent()) {
            return;
        }
        for (Column column : List.copyOf(columns)) {
            if (!column.path().startsWith("contacts.") || column.reason() == Column.Reason.HINT) {
                continue;
            }
            boolean telephone =
                    column.path().equals("contacts.mobile") || column.path().equals("contacts.phone");
            if (telephone && find("phone").isEmpty()) {
                retarget(column, target -> target.path("phone"));
            } else {
                columns.set(
                        column.index(),
                        new Column(column.index(), column.heading(), Optional.empty(), 0, Column.Reason.UNKNOWN, ""));
            }
        }
    }

    /** 省 · 市 · 区县: beside a province in Chinese the city is part of the region. */
    private void regions() {
        boolean parts = columns.stream()
                .flatMap(column -> column.target().stream())
                .anyMatch(target -> target.level() == Level.PROVINCE || target.level() == Level.DISTRICT);
        if (parts) {
            find("city")
                    .filter(column -> Composites.cityLevel(column.heading()))
                    .ifPresent(column ->
                            retarget(column, target -> target.path("region").level(Level.CITY)));
        }
    }

    /** Places count from 1 where a value is joined from several columns; a column alone has none. */
    private void parts(String path) {
        List<Column> joined = columns.stream()
                .filter(column -> column.path().equals(path))
                .sorted(java.util.Comparator.comparingInt((Column column) ->
                                column.target().map(Target::part).orElse(0))
                        .thenComparingInt(Column::index))
                .toList();
        for (int i = 0; i < joined.size(); i++) {
            int place = joined.size() == 1 ? 0 : i + 1;
            retarget(joined.get(i), target -> target.part(place));
        }
    }

    private Optional<Column> find(String path) {
        return columns.stream().filter(column -> column.path().equals(path)).findFirst();
    }

    private void retarget(Column column, UnaryOperator<Target> change) {
        columns.set(
                column.index(),
                new Column(
                        column.index(),
                        column.heading(),
                        column.target().map(change),
                        column.confidence(),
                        column.reason(),
                        column.dateOrder()));
    }
}
