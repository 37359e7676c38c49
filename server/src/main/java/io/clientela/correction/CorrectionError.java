package io.clientela.correction;

import io.clientela.kernel.ErrorCode;
import java.util.Locale;

/** Failures of work on many files. */
public enum CorrectionError implements ErrorCode {
    BULK_NO_FILES(Blame.USER, 422),
    BULK_NO_CHANGES(Blame.USER, 422),
    BULK_TOO_MUCH(Blame.USER, 422),
    BULK_FIELD(Blame.USER, 403),
    BULK_NOT_READY(Blame.STATE, 409),
    BULK_OVER(Blame.STATE, 409),
    BULK_NOTHING_TO_UNDO(Blame.STATE, 409),
    BULK_UNDO_REASON(Blame.USER, 422),
    BULK_BROKE(Blame.SYSTEM, 500);

    private final Blame blame;
    private final int status;

    CorrectionError(Blame blame, int status) {
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
