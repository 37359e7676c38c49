package io.clientela.fields.web;

import io.clientela.fields.Edition;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldAccess.Rights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.RecordType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogue as one reader may see it, in one language; a field hidden from them is not there at all. One they see masked is
 * filterable by its whole value only.
 */
record CatalogueView(long version, List<Labelled> types, Map<String, List<Labelled>> sections, List<FieldView> fields) {

    record Labelled(String key, String label) {}

    record RightsView(String read, boolean write) {}

    record FieldView(
            String record,
            String key,
            String type,
            String label,
            String explanation,
            String example,
            String codeList,
            String grade,
            String sensitivity,
            boolean sortable,
            boolean filterable,
            String search,
            boolean unique,
            String section,
            String change,
            int maxLength,
            boolean many,
            boolean retired,
            boolean dated,
            boolean derived,
            RightsView rights) {}

    static CatalogueView of(Edition edition, FieldAccess access, Actor actor) {
        String language = actor.language();
        Catalogue catalogue = edition.catalogue();
        Map<String, List<Labelled>> sections = new LinkedHashMap<>();
        for (RecordType type : catalogue.types()) {
            sections.put(
                    type.key(),
                    catalogue.sections(type.key()).stream()
                            .map(section ->
                                    new Labelled(section.key(), section.label().in(language)))
                            .toList());
        }
        return new CatalogueView(
                edition.version(),
                catalogue.types().stream()
                        .map(type -> new Labelled(type.key(), type.label().in(language)))
                        .toList(),
                sections,
                catalogue.fields().stream()
                        .filter(field -> !access.rights(actor, field).hidden())
                        .map(field -> view(field, access.rights(actor, field), language))
                        .toList());
    }

    private static FieldView view(Field field, Rights rights, String language) {
        return new FieldView(
                field.record(),
                field.key(),
                field.type().name(),
                field.label().in(language),
                field.explanation().in(language),
                field.example().in(language),
                field.codeList(),
                field.grade().name(),
                field.sensitivity().name(),
                field.sortable() && rights.clear(),
                field.filterable() || field.unique() || field.search() == Field.Search.EXACT,
                field.search().name(),
                field.unique(),
                field.section(),
                field.change().name(),
                field.maxLength(),
                field.type().many(),
                field.retired(),
                field.dated(),
                field.derived(),
                new RightsView(rights.read() == Visibility.CLEAR ? "clear" : "masked", rights.write()));
    }
}
