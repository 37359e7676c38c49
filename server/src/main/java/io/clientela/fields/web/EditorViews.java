package io.clientela.fields.web;

import io.clientela.fields.CatalogueEditing;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.LayoutEditing;
import io.clientela.fields.Offered;
import io.clientela.fields.web.EditorView.FieldView;
import io.clientela.fields.web.EditorView.GroupView;
import io.clientela.fields.web.EditorView.OfferedView;
import io.clientela.fields.web.EditorView.TypeView;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.RecordType;
import io.clientela.platform.Messages;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts what the editor of the catalogue looks at together. */
@Component
class EditorViews {

    private final FieldCatalogue fields;
    private final CatalogueEditing editing;
    private final LayoutEditing layouts;
    private final Messages messages;

    EditorViews(FieldCatalogue fields, CatalogueEditing editing, LayoutEditing layouts, Messages messages) {
        this.fields = fields;
        this.editing = editing;
        this.layouts = layouts;
        this.messages = messages;
    }

    EditorView whole(String language) {
        Map<String, Long> versions = editing.versions();
        return new EditorView(
                fields.version(),
                fields.catalogue().types().stream()
                        .filter(type -> !type.key().equals(Catalogue.PROVENANCE))
                        .map(type -> type(type, versions, language))
                        .toList(),
                Offered.all().stream().map(OfferedView::of).toList());
    }

    private TypeView type(RecordType type, Map<String, Long> versions, String language) {
        return new TypeView(
                type.key(),
                type.label().in(language),
                type.item(),
                layouts.version(type.key()),
                groups(type.key()),
                fields.catalogue().fields(type.key()).stream()
                        .map(field -> view(field, versions, language))
                        .toList());
    }

    List<GroupView> groups(String record) {
        return layouts.of(record).groups().stream()
                .map(group -> new GroupView(group.key(), group.label(), group.fields()))
                .toList();
    }

    FieldView field(Field field, String language) {
        return view(field, editing.versions(), language);
    }

    private FieldView view(Field field, Map<String, Long> versions, String language) {
        return FieldView.of(
                field,
                versions.getOrDefault(field.record() + "." + field.key(), 0L),
                editing.needed(field)
                        .map(reason -> messages.text("needed." + reason, language, Map.of()))
                        .orElse(null));
    }
}
