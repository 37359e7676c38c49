package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of an entry that ties files together which the other file is, and which fields were picked. */
@Component
class TieWords {

    private final FileStore files;
    private final FieldCatalogue fields;
    private final Rendering rendering;

    TieWords(FileStore files, FieldCatalogue fields, Rendering rendering) {
        this.files = files;
        this.fields = fields;
        this.rendering = rendering;
    }

    Optional<HistoryItem.Tied> of(FileRow row, EntryBody body, Actor actor) {
        return Optional.ofNullable(body.tie())
                .map(tie -> new HistoryItem.Tied(
                        number(tie.file() == row.fileId() ? tie.with() : tie.file()),
                        tie.picked().stream()
                                .flatMap(key -> fields.catalogue().find(row.record(), key).stream())
                                .filter(field ->
                                        rendering.readable(row.record(), actor).contains(field))
                                .map(field -> rendering.label(field, actor))
                                .toList()));
    }

    private String number(long file) {
        return files.find(List.of(file)).stream()
                .map(row -> row.number().text())
                .findFirst()
                .orElse("");
    }
}
