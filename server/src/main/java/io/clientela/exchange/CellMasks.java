package io.clientela.exchange;

import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.Masks;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                        .map(sample -> masked(found.type(), column, sample, actor))
                        .toList()))
                .toList());
    }

    /** One row's cells, masked. */
    List<String> row(Recognised found, List<String> cells, Actor actor) {
        List<String> shown = new ArrayList<>(cells);
        for (Recognised.ColumnView column : found.columns()) {
            if (column.index() < shown.size()) {
                shown.set(column.index(), masked(found.type(), column, shown.get(column.index()), actor));
            }
        }
        return shown;
    }

    private String masked(String type, Recognised.ColumnView column, String cell, Actor actor) {
        Optional<Field> field = Optional.ofNullable(column.field())
                .flatMap(path -> fields.catalogue().at(type, path));
        Visibility read = field.map(one -> access.read(actor, one)).orElse(Visibility.CLEAR);
        return switch (read) {
            case CLEAR -> cell;
            case MASKED -> cell.isBlank() ? "" : Masks.mask(field.orElseThrow(), cell);
            case HIDDEN -> "";
        };
    }
}
