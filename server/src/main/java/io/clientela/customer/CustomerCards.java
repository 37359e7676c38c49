package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.vcard.Cards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files as vCards: what the reader may take away in clear, and nothing that is masked or hidden. */
@Component
public class CustomerCards {

    private final FileStore files;
    private final Loaded.Loader loader;
    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final AuditTrail audit;

    CustomerCards(FileStore files, Loaded.Loader loader, Rendering rendering, FieldCatalogue fields, AuditTrail audit) {
        this.files = files;
        this.loader = loader;
        this.rendering = rendering;
        this.fields = fields;
        this.audit = audit;
    }

    /** One file as a card of version 4.0; refuses with not_found what is outside the reader's scope. The taking is audited. */
    @Transactional
    public String card(CustomerNumber number, Actor actor) {
        FileRow row = files.find(number)
                .filter(found -> InScope.of(actor.scope(), found))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        Loaded file = Optional.ofNullable(loader.open(List.of(row)).get(row.fileId()))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        audit.record(AuditEvent.by(actor, "customer.card_taken")
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(number.text()));
        return of(row, file.state(), actor);
    }

    String of(FileRow row, FileState state, Actor actor) {
        List<Field> all = fields.catalogue().fields(row.record());
        Map<String, String> clear = new HashMap<>();
        for (Field field : all) {
            Value value = state.value(field.key());
            if (field.type() != FieldType.LIST && !value.isEmpty() && clear(row.record(), field.key(), actor)) {
                clear.put(field.key(), value.text());
            }
        }
        String kept = Objects.requireNonNullElse(clear.remove(Cards.KEPT), "");
        return Cards.write(
                row.record(),
                row.number().text(),
                clear,
                contacts(state, actor),
                kept,
                key -> clear(row.record(), key, actor));
    }

    private boolean clear(String record, String key, Actor actor) {
        return fields.catalogue()
                .find(record, key)
                .filter(field -> rendering.visibility(field, actor, Purpose.EXPORT) == Visibility.CLEAR)
                .isPresent();
    }

    /** The names of contact persons, where the list and the name in it may be taken away. */
    private List<String> contacts(FileState state, Actor actor) {
        Map<Long, Map<String, Value>> items = state.items("contacts");
        if (items.isEmpty()
                || !clear(Catalogue.ENTERPRISE, "contacts", actor)
                || !clear(Catalogue.CONTACT, "name", actor)) {
            return List.of();
        }
        return items.values().stream()
                .map(item -> item.getOrDefault("name", Value.NONE).text())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
