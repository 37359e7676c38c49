package io.clientela.kernel;

import java.util.Locale;

/** Failures that any room can meet. */
public enum CommonError implements ErrorCode {
    NOT_SIGNED_IN(Blame.USER, 401),
    NO_RIGHT(Blame.USER, 403),
    NOT_FOUND(Blame.USER, 404),
    BAD_REQUEST(Blame.USER, 400),
    INVALID_VALUES(Blame.USER, 422),
    STALE_VERSION(Blame.STATE, 412),
    TOO_MANY_REQUESTS(Blame.RESOURCE, 429),
    TOO_LARGE(Blame.USER, 413),
    CONFLICT(Blame.STATE, 409),
    UNAVAILABLE(Blame.RESOURCE, 503),
    INTERNAL(Blame.SYSTEM, 500);

    private final Blame blame;
    private final int status;

    CommonError(Blame blame, int status) {
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
