package io.clientela.attachment;

import io.clientela.kernel.ErrorCode;
import java.util.Locale;

/** Failures of stored files. */
public enum AttachmentError implements ErrorCode {
    ATTACHMENT_EMPTY(Blame.USER, 422),
    ATTACHMENT_TOO_LARGE(Blame.USER, 413),
    ATTACHMENT_NAME(Blame.USER, 422),
    /** A kind of file that isn't taken. */
    ATTACHMENT_KIND(Blame.USER, 422),
    /** A program, script or web page, whatever it is called. */
    ATTACHMENT_DANGEROUS(Blame.USER, 422),
    /** Its name says another kind than its content. */
    ATTACHMENT_MISMATCH(Blame.USER, 422),
    /** Somebody hands over file after file and uses none. */
    ATTACHMENT_TOO_MANY(Blame.USER, 409),
    ATTACHMENT_GONE(Blame.STATE, 410);

    private final Blame blame;
    private final int status;

    AttachmentError(Blame blame, int status) {
        this.blame = blame;
        this.status = status;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Blame blame() {
        return blame;
    }

    @Override
    public int status() {
        return status;
    }
}
