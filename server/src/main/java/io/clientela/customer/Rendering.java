package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.Masks;
import io.clientela.fields.Words;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.Mask;
import io.clientela.kit.fields.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last step of the read gate: field right, then mask. Nothing leaves the room but through here. */
@Component
class Rendering {

    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final Words words;
    private final People people;

    Rendering(FieldCatalogue fields, FieldAccess access, Words words, People people) {
        this.people = people;
        this.fields = fields;
        this.access = access;
        this.words = words;
    }

    /** Fields of a record type this actor may read, masked or clear. */
    List<Field> readable(String record, Actor actor) {
        return fields.catalogue().fields(record).stream()
                .filter(field -> visibility(field, actor, Purpose.READ) != Visibility.HIDDEN)
                .toList();
    }

    Visibility visibility(Field field, Actor actor, Purpose purpose) {
        return purpose == Purpose.EXPORT ? access.export(actor, field) : access.read(actor, field);
    }

    /** The same with how each is seen, worked out once for all the files of a page. */
    List<Shown> shown(String record, Actor actor, Purpose purpose) {
        return shown(fields.catalogue().fields(record), actor, purpose);
    }

    List<Shown> shown(List<Field> wanted, Actor actor, Purpose purpose) {
        return wanted.stream()
                .map(field -> new Shown(field, visibility(field, actor, purpose), purpose))
                .filter(shown -> shown.visibility() != Visibility.HIDDEN)
                .toList();
    }

    /** The cell of one value; empty where there is no value or it is hidden. */
    Optional<Cell> cell(Field field, Value value, Actor actor, Purpose purpose) {
        return value.isEmpty()
                ? Optional.empty()
                : cell(new Shown(field, visibility(field, actor, purpose), purpose), value, actor);
    }

    private Optional<Cell> cell(Shown shown, Value value, Actor actor) {
        Field field = shown.field();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (shown.visibility()) {
            case HIDDEN -> Optional.empty();
            case MASKED -> Optional.of(Cell.masked(mask(field, value, actor)));
            case CLEAR -> Optional.of(clear(field, value, actor, shown.purpose()));
        };
    }

    /** A value in clear; what leaves the product names people, and of a stored file its checksum too. */
    Cell clear(Field field, Value value, Actor actor, Purpose purpose) {
        if (field.type() == FieldType.USER && purpose == Purpose.EXPORT) {
            // The number of a person means somebody else elsewhere.
            String named = text(field, value, actor);
            return Cell.clear(named, Value.of(named), false);
        }
        Optional<Attached> file = field.type() == FieldType.FILE ? Attached.of(value) : Optional.empty();
        return file.map(one ->
                        Cell.clear(purpose == Purpose.EXPORT ? one.exported() : one.words(actor.language()), one))
                .orElseGet(() -> Cell.clear(
                        text(field, value, actor), value, field.type().many()));
    }

    /** Of a stored file nothing is told: half a name is still a name. */
    private String mask(Field field, Value value, Actor actor) {
        return Masks.mask(field.type() == FieldType.FILE ? Mask.ALL : field.mask(), text(field, value, actor));
    }

    Map<String, Cell> cells(List<Field> wanted, FileRow row, Map<String, Value> values, Actor actor, Purpose purpose) {
        return cells(shown(wanted, actor, purpose), row, values, actor);
    }

    /** Cells of a whole file; as owner whoever has it is shown, whatever was written of one. */
    Map<String, Cell> cells(List<Shown> wanted, FileRow row, Map<String, Value> values, Actor actor) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Shown shown : wanted) {
            cell(shown, row, values, actor)
                    .ifPresent(cell -> cells.put(shown.field().key(), cell));
        }
        return cells;
    }

    Optional<Cell> cell(Shown shown, FileRow row, Map<String, Value> values, Actor actor) {
        Field field = shown.field();
        Value value = field.type() == FieldType.USER
                ? Owners.value(row.ownerId())
                : values.getOrDefault(field.key(), Value.NONE);
        return cell(shown, value, actor);
    }

    private String text(Field field, Value value, Actor actor) {
        return field.type() == FieldType.USER && Owners.isId(value.text())
                ? people.displayName(Long.parseLong(value.text()))
                : words.text(field, value.parts(), actor.language());
    }

    /** Cells of one item of a list; whom it names among the others is shown by name. */
    Map<String, Cell> item(
            Field list, Map<String, Value> parts, Map<Long, Map<String, Value>> all, Actor actor, Purpose purpose) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Field part : fields.catalogue().fields(list.codeList())) {
            part(list, part, parts.getOrDefault(part.key(), Value.NONE), all, actor, purpose)
                    .ifPresent(cell -> cells.put(part.key(), cell));
        }
        return cells;
    }

    /** The cell of one part of an item among all items of its list. */
    Optional<Cell> part(
            Field list, Field part, Value value, Map<Long, Map<String, Value>> all, Actor actor, Purpose purpose) {
        boolean named = part.rule().equals(Rules.SIBLING) && Contacts.isItem(value.text());
        if (!named) {
            return cell(part, value, actor, purpose);
        }
        Value name =
                all.getOrDefault(Long.parseLong(value.text()), Map.of()).getOrDefault(ContactParts.NAME, Value.NONE);
        Field called = fields.catalogue().field(list.codeList(), ContactParts.NAME);
        return cell(part, value, actor, purpose)
                .flatMap(own -> cell(called, name, actor, purpose)
                        .map(known -> own.isMasked() || known.isMasked()
                                ? known
                                // What leaves the product names people as the next one knows them.
                                : Cell.clear(known.text(), purpose == Purpose.EXPORT ? name : value, false)));
    }

    Map<String, Cell> cells(List<Field> wanted, Map<String, Value> values, Actor actor, Purpose purpose) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Field field : wanted) {
            cell(field, values.getOrDefault(field.key(), Value.NONE), actor, purpose)
                    .ifPresent(cell -> cells.put(field.key(), cell));
        }
        return cells;
    }

    String label(Field field, Actor actor) {
        return field.label().in(actor.language());
    }

    /** A field somebody may see, and how. */
    record Shown(Field field, Visibility visibility, Purpose purpose) {}

    /** Whether a value is looked at or taken away. */
    enum Purpose {
        READ,
        EXPORT
    }
}
