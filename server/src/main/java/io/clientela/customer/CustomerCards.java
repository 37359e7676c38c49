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

    private static final String CONTACTS = "contacts";

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
        List<Field> carried = fields.catalogue().fields(row.record()).stream()
                .filter(field -> carries(field, actor))
                .toList();
        return of(row, file.state(), carried);
    }

    /** Whether a card is written from this field and the actor may take it away in clear. */
    boolean carries(Field field, Actor actor) {
        if (!clear(field, actor)) {
            return false;
        }
        // Of contact persons only the name is written.
        return field.type() == FieldType.LIST
                ? field.key().equals(CONTACTS) && clear(fields.catalogue().field(Catalogue.CONTACT, "name"), actor)
                : Cards.written(field.record()).contains(field.key());
    }

    private boolean clear(Field field, Actor actor) {
        return rendering.visibility(field, actor, Purpose.EXPORT) == Visibility.CLEAR;
    }

    /** The card of a file, written from these of its fields and no others. */
    String of(FileRow row, FileState state, List<Field> carried) {
        Map<String, String> clear = new HashMap<>();
        List<String> contacts = List.of();
        for (Field field : carried) {
            if (field.type() == FieldType.LIST) {
                contacts = names(state.items(field.key()));
            } else if (!state.value(field.key()).isEmpty()) {
                clear.put(field.key(), state.value(field.key()).text());
            }
        }
        String kept = Objects.requireNonNullElse(clear.remove(Cards.KEPT), "");
        return Cards.write(row.record(), row.number().text(), clear, contacts, kept);
    }

    private static List<String> names(Map<Long, Map<String, Value>> contacts) {
        return contacts.values().stream()
                .map(item -> item.getOrDefault("name", Value.NONE).text())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
