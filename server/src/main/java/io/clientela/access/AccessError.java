package io.clientela.access;

import io.clientela.kernel.ErrorCode;
import java.util.Locale;

/** Failures of signing in and of changing rights. */
public enum AccessError implements ErrorCode {
    SIGN_IN_FAILED(Blame.USER, 401),
    SIGN_IN_LOCKED(Blame.STATE, 429),
    SIGN_IN_CODE_INVALID(Blame.USER, 401),
    PASSWORD_CHANGE_NEEDED(Blame.USER, 403),
    CSRF_REFUSED(Blame.USER, 403),
    PAGE_SESSION_NEEDED(Blame.USER, 403),
    USER_NAME_TAKEN(Blame.STATE, 409),
    LAST_ADMINISTRATOR(Blame.STATE, 409),
    OWN_ACCESS(Blame.USER, 409),
    MORE_THAN_OWN(Blame.USER, 409),
    ROLE_PROTECTED(Blame.USER, 409),
    ROLE_BORNE(Blame.STATE, 409),
    ROLE_KEY_TAKEN(Blame.STATE, 409),
    DEPARTMENT_CYCLE(Blame.STATE, 409),
    DEPARTMENT_IN_USE(Blame.STATE, 409);

    private final Blame blame;
    private final int status;

    AccessError(Blame blame, int status) {
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
