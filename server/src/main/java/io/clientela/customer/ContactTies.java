package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where an individual is a contact: enterprises the reader sees, with role and validity. */
@Component
class ContactTies {

    private static final int MOST = 50;

    private final PersonTieStore ties;
    private final FileStore files;
    private final Loaded.Loader loader;
    private final Rendering rendering;
    private final FieldCatalogue fields;

    ContactTies(
            PersonTieStore ties, FileStore files, Loaded.Loader loader, Rendering rendering, FieldCatalogue fields) {
        this.ties = ties;
        this.files = files;
        this.loader = loader;
        this.rendering = rendering;
        this.fields = fields;
    }

    List<ContactAt> of(Loaded person, Actor actor) {
        List<PersonTieStore.Tie> all = ties.of(person.row().fileId(), MOST);
        Map<Long, Loaded> loaded =
                loader.open(files
                        .find(all.stream()
                                .map(PersonTieStore.Tie::fileId)
                                .distinct()
                                .toList())
                        .stream()
                        .filter(row -> row.listed() && InScope.of(actor.scope(), row))
                        .toList());
        List<ContactAt> at = new ArrayList<>();
        for (PersonTieStore.Tie tie : all) {
            Loaded file = loaded.get(tie.fileId());
            if (file != null && readable(file, actor)) {
                at.add(view(file, tie.itemId(), actor));
            }
        }
        return at;
    }

    private boolean readable(Loaded file, Actor actor) {
        return fields.catalogue()
                        .find(file.row().record(), ContactParts.LIST)
                        .filter(list -> rendering.visibility(list, actor, Rendering.Purpose.READ) == Visibility.CLEAR)
                        .isPresent()
                && rendering.visibility(
                                fields.catalogue().field(Catalogue.CONTACT, ContactParts.PERSON),
                                actor,
                                Rendering.Purpose.READ)
                        == Visibility.CLEAR;
    }

    private ContactAt view(Loaded file, long item, Actor actor) {
        Field list = fields.catalogue().field(file.row().record(), ContactParts.LIST);
        Map<Long, Map<String, Value>> contacts = file.state().items(ContactParts.LIST);
        Map<String, Value> parts = contacts.getOrDefault(item, Map.of());
        return new ContactAt(
                file.row().number().text(),
                rendering
                        .cell(
                                fields.catalogue().field(file.row().record(), ContactParts.NAME),
                                file.state().value(ContactParts.NAME),
                                actor,
                                Rendering.Purpose.READ)
                        .orElse(null),
                item,
                rendering.item(list, parts, contacts, actor, Rendering.Purpose.READ),
                new ContactParts(parts).leftOn().isPresent());
    }
}
