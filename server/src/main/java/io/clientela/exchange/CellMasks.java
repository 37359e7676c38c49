package io.clientela.exchange;

import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.Masks;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.kit.vcard.Cards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Cells of a handed-over file as somebody may see them on the page: under the same rights and masks as the fields they go to. */
@Component
class CellMasks {

    private final FieldCatalogue fields;
    private final FieldAccess access;

    CellMasks(FieldCatalogue fields, FieldAccess access) {
        this.fields = fields;
        this.access = access;
    }

    /** The same recognition with the samples masked. */
    Recognised samples(Recognised found, Actor actor) {
        return found.withColumns(found.columns().stream()
                .map(column -> column.with(column.samples().stream()
                        .map(sample -> masked(types(found, ""), column, sample, actor))
                        .toList()))
                .toList());
    }

    /** One row's cells, masked. */
    List<String> row(Recognised found, List<String> cells, Actor actor) {
        List<String> shown = new ArrayList<>(cells);
        List<String> types = types(found, cells.isEmpty() ? "" : cells.getFirst());
        for (Recognised.ColumnView column : found.columns()) {
            if (column.index() < shown.size()) {
                shown.set(column.index(), masked(types, column, shown.get(column.index()), actor));
            }
        }
        return shown;
    }

    /** Whether somebody sees this field of the file as it is. */
    boolean clear(Recognised found, String path, Actor actor) {
        return narrowest(types(found, ""), path, actor)
                .filter(field -> access.read(actor, field) == Visibility.CLEAR)
                .isPresent();
    }

    /** Whether somebody may know nothing of this field of the file, not even that there are faults in it. */
    boolean hidden(Recognised found, String path, Actor actor) {
        int dot = path.indexOf('.');
        return Stream.of(path, dot < 0 ? path : path.substring(0, dot))
                .flatMap(one -> narrowest(types(found, ""), one, actor).stream())
                .anyMatch(field -> access.read(actor, field) == Visibility.HIDDEN);
    }

    /** The record types a row may be of: that of the file, but a card's first cell says its own where it could be read. */
    private static List<String> types(Recognised found, String kind) {
        if (!found.isCards()) {
            return List.of(found.type());
        }
        return Cards.records().contains(kind) ? List.of(kind) : Cards.records();
    }

    /** Of the fields a column may go to the one this person sees least of. */
    private Optional<Field> narrowest(List<String> types, String path, Actor actor) {
        return types.stream()
                .flatMap(type -> fields.catalogue().at(type, path).stream())
                .min(Comparator.comparing(field -> access.read(actor, field)));
    }

    private String masked(List<String> types, Recognised.ColumnView column, String cell, Actor actor) {
        // A type without this field leaves the cell to the other types' masks.
        Optional<Field> field = Optional.ofNullable(column.field())
                .flatMap(path -> narrowest(types, path, actor).or(() -> narrowest(Cards.records(), path, actor)));
        Visibility read = field.map(one -> access.read(actor, one)).orElse(Visibility.CLEAR);
        return switch (read) {
            case CLEAR -> cell;
            case MASKED -> cell.isBlank() ? "" : Masks.mask(field.orElseThrow(), cell);
            case HIDDEN -> "";
        };
    }
}
