package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where an individual is a contact: enterprises the reader sees, with role and validity; each that is shown has been read. */
@Component
class ContactTies {

    private static final int MOST = 50;

    private final PersonTieStore ties;
    private final FileStore files;
    private final Loaded.Loader loader;
    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final ReadAudit reads;

    ContactTies(
            PersonTieStore ties,
            FileStore files,
            Loaded.Loader loader,
            Rendering rendering,
            FieldCatalogue fields,
            ReadAudit reads) {
        this.ties = ties;
        this.files = files;
        this.loader = loader;
        this.rendering = rendering;
        this.fields = fields;
        this.reads = reads;
    }

    List<ContactAt> of(Loaded person, Actor actor) {
        List<PersonTieStore.Tie> all = ties.of(person.row().fileId(), actor.scope(), MOST);
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
        Set<FileRow> shown = new LinkedHashSet<>();
        for (PersonTieStore.Tie tie : all) {
            Loaded file = loaded.get(tie.fileId());
            if (file != null && readable(file, actor)) {
                at.add(view(file, tie.itemId(), actor));
                shown.add(file.row());
            }
        }
        shown.forEach(row -> reads.record(AuditEvent.by(actor, "customer.read")
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text())));
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
