package io.clientela.fields;

import io.clientela.kernel.ErrorCode;
import java.util.Locale;

/** Failures of changing the catalogue. */
public enum FieldsError implements ErrorCode {
    /** The product itself works with the field. */
    FIELD_NEEDED(Blame.USER, 409),
    /** Values, or the trail, still speak of the item. */
    ITEM_USED(Blame.STATE, 409),
    /** It comes with the product. */
    ITEM_SHIPPED(Blame.USER, 409),
    LIST_UNREADABLE(Blame.USER, 422),
    LIST_TOO_LONG(Blame.USER, 422);

    private final Blame blame;
    private final int status;

    FieldsError(Blame blame, int status) {
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
