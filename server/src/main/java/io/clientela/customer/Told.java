package io.clientela.customer;

import io.clientela.customer.Rendering.Purpose;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** One thing an entry tells of its own provenance, as one reader may see it: such as who first wrote it down. */
public record Told(String field, String label, String text) {

    /** All of it in the catalogue's order; what is hidden from the reader is left out. */
    static List<Told> of(EntryBody body, Rendering rendering, Actor actor) {
        List<Told> told = new ArrayList<>();
        if (!body.told().isEmpty()) {
            rendering
                    .readable(Catalogue.PROVENANCE, actor)
                    .forEach(field -> rendering
                            .cell(
                                    field,
                                    new Value(body.told().getOrDefault(field.key(), List.of())),
                                    actor,
                                    Purpose.READ)
                            .ifPresent(cell ->
                                    told.add(new Told(field.key(), rendering.label(field, actor), cell.text()))));
        }
        return told;
    }
}
