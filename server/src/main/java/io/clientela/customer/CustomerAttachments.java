package io.clientela.customer;

import io.clientela.attachment.Attachment;
import io.clientela.attachment.Attachments;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/**
 * Files on their way into a field of a customer and out again, by the same scope, rights and masks as its other values: who doesn't
 * read the field in clear can neither see a file's name nor fetch it, now in it or earlier.
 */
@Component
public class CustomerAttachments {

    private final Customers customers;
    private final Attachments attachments;
    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final ReadAudit reads;

    CustomerAttachments(
            Customers customers,
            Attachments attachments,
            Rendering rendering,
            FieldCatalogue fields,
            FieldAccess access,
            ReadAudit reads) {
        this.customers = customers;
        this.attachments = attachments;
        this.rendering = rendering;
        this.fields = fields;
        this.access = access;
        this.reads = reads;
    }

    public Attachments.Limits limits() {
        return attachments.limits();
    }

    /** Keeps a file for a field until it is entered there through the gate; one that isn't within a day is deleted. */
    public Attached take(CustomerNumber number, String key, String name, InputStream in, Actor actor)
            throws IOException {
        FileRow row = customers.open(number, actor).row();
        Field field = fields.catalogue()
                .find(row.record(), key)
                .filter(one -> one.type() == FieldType.FILE && !one.retired())
                .filter(one -> rendering.visibility(one, actor, Purpose.READ) != Visibility.HIDDEN)
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        if (!access.mayWrite(actor, field)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
        if (!row.listed()) {
            throw new Refusal(CustomerError.WITHDRAWN);
        }
        // Of the file that was given the number, like what is entered under it: an unmerge then has nothing to move.
        return Attached.of(attachments.take(
                new FileId(customers.addressed(number, row)),
                new FileId(row.headId()),
                Attaching.place(field),
                name,
                in,
                actor));
    }

    /** A file of a field that is read in clear; whether there is none or it may not be seen is the same answer. */
    public Fetched fetch(CustomerNumber number, long id, Actor actor) {
        FileRow row = customers.open(number, actor).row();
        Attachment found = attachments
                .find(id)
                .filter(one -> one.headId() == row.headId())
                .filter(one -> one.bound() || one.by() == actor.userId())
                .filter(one -> isClear(row, one, actor))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        InputStream content = attachments.content(found);
        reads.record(AuditEvent.by(actor, "customer.attachment_fetched")
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text())
                .with("attachment", id)
                .with("bytes", found.size()));
        return new Fetched(Attached.of(found), content);
    }

    private boolean isClear(FileRow row, Attachment attachment, Actor actor) {
        return fields.catalogue().fields(row.record()).stream()
                .filter(field -> field.type() == FieldType.FILE)
                .filter(field -> Attaching.place(field).equals(attachment.place()))
                .anyMatch(field -> rendering.visibility(field, actor, Purpose.READ) == Visibility.CLEAR);
    }

    /** A file to be sent. */
    public record Fetched(Attached about, InputStream content) {}
}
