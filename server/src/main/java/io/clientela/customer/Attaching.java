package io.clientela.customer;

import io.clientela.attachment.Attachment;
import io.clientela.attachment.Attachments;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FileId;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.List;
import org.springframework.stereotype.Component;

/** The gate's part in stored files: which one an id means for a field of a file, and that it is used once and for good. */
@Component
class Attaching {

    static final String UNKNOWN = "unknown_attachment";

    private final Attachments attachments;
    private final FieldCatalogue fields;

    Attaching(Attachments attachments, FieldCatalogue fields) {
        this.attachments = attachments;
        this.fields = fields;
    }

    /** What an attachment is handed over for. */
    static String place(Field field) {
        return "field:" + field.record() + "." + field.key();
    }

    /**
     * All that is known of the file an id means; the id as it came where it means none here. A new value is one that this actor handed
     * over for this field of this customer and nothing else has named; one that comes {@code back} stood here before.
     */
    Value meant(long fileId, Field field, Value old, Value said, boolean back, Actor actor) {
        if (field.type() != FieldType.FILE || said.isEmpty()) {
            return said;
        }
        if (Attached.of(old)
                .filter(there -> Long.toString(there.id()).equals(said.text()))
                .isPresent()) {
            return old;
        }
        return attachments
                .find(Long.parseLong(said.text()))
                .filter(one -> one.fileId() == fileId && one.place().equals(place(field)))
                .filter(one -> back ? one.bound() : isFresh(one, actor))
                .map(Attached::of)
                .map(Attached::value)
                .orElse(said);
    }

    private static boolean isFresh(Attachment one, Actor actor) {
        return !one.bound() && one.by() == actor.userId();
    }

    /** Whether the file a value names is still kept; so is what names none. */
    boolean isKept(Field field, List<String> said) {
        return field.type() != FieldType.FILE
                || Attached.of(new Value(said))
                        .map(attached -> attachments.find(attached.id()).isPresent())
                        .orElse(said.isEmpty());
    }

    /** What a field says once it is said of another customer: of a stored file a copy that is that one's own. */
    List<String> of(FileRow other, String key, List<String> said, Actor actor) {
        return fields.catalogue()
                .find(other.record(), key)
                .filter(field -> field.type() == FieldType.FILE)
                .flatMap(field -> Attached.of(new Value(said)))
                .map(attached ->
                        attachments.copy(attached.id(), new FileId(other.fileId()), new FileId(other.headId()), actor))
                .map(copy -> Attached.of(copy).value().parts())
                .orElse(said);
    }

    /** Has the files a change names stay as long as the journal that names them now. */
    void turn(Change change) {
        String record = change.after().record();
        change.body()
                .set()
                .forEach((key, texts) -> fields.catalogue()
                        .find(record, key)
                        .filter(field -> field.type() == FieldType.FILE)
                        .flatMap(field -> Attached.of(new Value(texts)))
                        .ifPresent(attached -> attachments.bind(attached.id())));
    }
}
