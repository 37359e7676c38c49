package io.clientela.correction.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.People;
import io.clientela.correction.BulkChange;
import io.clientela.correction.BulkChange.Counts;
import io.clientela.correction.FieldChange;
import io.clientela.correction.Trouble;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.Words;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words a bulk change for one reader; a value of a field they may not read is left out. */
@Component
class BulkViews {

    /** Every record type. */
    private static final String ANY = "";

    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final Words words;
    private final People people;
    private final Messages messages;

    BulkViews(FieldCatalogue fields, FieldAccess access, Words words, People people, Messages messages) {
        this.fields = fields;
        this.access = access;
        this.words = words;
        this.people = people;
        this.messages = messages;
    }

    BulkView of(BulkChange bulk, Actor actor) {
        return new BulkView(
                bulk.id(),
                bulk.state().text(),
                bulk.wish().query().isPresent(),
                bulk.wish().changes().stream()
                        .map(change -> change(
                                change,
                                bulk.wish().query().map(query -> query.record()).orElse(ANY),
                                actor))
                        .toList(),
                bulk.wish().reason(),
                people.displayName(bulk.startedBy()),
                bulk.createdAt(),
                bulk.finishedAt().orElse(null),
                bulk.total(),
                bulk.missing(),
                bulk.after(),
                bulk.foreseen(),
                bulk.counts(),
                bulk.undo()
                        .map(undo -> new UndoView(
                                undo.reason(),
                                people.displayName(undo.by()),
                                undo.at(),
                                undo.finishedAt().orElse(null),
                                undo.reverted(),
                                undo.kept()))
                        .orElse(null),
                new May(bulk.canStart(actor), bulk.canCancel(actor), bulk.canBeUndone()),
                bulk.failure()
                        .map(failure -> word(failure.code(), failure.details(), actor))
                        .orElse(null));
    }

    KindView of(Trouble.Kind kind, Actor actor) {
        return new KindView(word(kind.code(), kind.details(), actor), labels(kind.fields(), ANY, actor), kind.count());
    }

    TroubleView of(Trouble trouble, Actor actor) {
        return new TroubleView(
                trouble.number(),
                word(trouble.code(), trouble.details(), actor),
                labels(trouble.fields(), trouble.record(), actor));
    }

    private ChangeView change(FieldChange change, String record, Actor actor) {
        Optional<Field> field = readable(change.field(), record, actor);
        return new ChangeView(
                change.field(),
                field.map(found -> found.label().in(actor.language())).orElse(""),
                change.action().text(),
                field.map(found -> change.values().stream()
                                .map(value -> text(found, value, actor))
                                .toList())
                        .orElse(List.of()));
    }

    private String text(Field field, String value, Actor actor) {
        return field.type() == FieldType.USER
                ? people.displayName(Long.parseLong(value))
                : words.text(field, List.of(value), actor.language());
    }

    private List<String> labels(List<String> keys, String record, Actor actor) {
        return keys.stream()
                .flatMap(key -> readable(key, record, actor).stream())
                .map(field -> field.label().in(actor.language()))
                .toList();
    }

    /** A field that is seen in clear in every type that is meant; one that is hidden in some of them isn't named. */
    private Optional<Field> readable(String key, String record, Actor actor) {
        List<Field> declared = (record.isEmpty()
                        ? Stream.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE)
                        : Stream.of(record))
                .flatMap(type -> fields.catalogue().find(type, key).stream())
                .toList();
        return declared.stream()
                .filter(field -> declared.stream()
                        .allMatch(each -> access.rights(actor, each).clear()))
                .findFirst();
    }

    /** A code is an error's or, of one value, a fault's. */
    private Word word(String code, Map<String, String> details, Actor actor) {
        String kind = messages.has("fault." + code + ".cause", actor.language()) ? "fault." : "error.";
        return new Word(
                code,
                messages.text(kind + code + ".cause", actor.language(), details),
                messages.text(kind + code + ".remedy", actor.language(), details));
    }

    /**
     * @param bySearch whether it is about the hits of a list, fixed when it was checked
     * @param total files it is about, 0 until they are fixed
     * @param missing files asked for that aren't there for the one who asked
     * @param processed the last file dealt with in the present stage
     * @param foreseen what the check found
     * @param done what was done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BulkView(
            long id,
            String state,
            boolean bySearch,
            List<ChangeView> changes,
            String reason,
            String startedBy,
            Instant createdAt,
            @Nullable Instant finishedAt,
            long total,
            long missing,
            long processed,
            Counts foreseen,
            Counts done,
            @Nullable UndoView undo,
            May may,
            @Nullable Word error) {}

    record ChangeView(String field, String label, String action, List<String> values) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UndoView(
            String reason, String by, Instant at, @Nullable Instant finishedAt, long reverted, long kept) {}

    record May(boolean start, boolean cancel, boolean undo) {}

    record Word(String code, String cause, String remedy) {}

    record KindView(Word reason, List<String> fields, long files) {}

    record TroubleView(String number, Word reason, List<String> fields) {}
}
