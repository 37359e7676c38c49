package io.clientela.customer;

import io.clientela.kernel.ErrorCode;
import java.util.Locale;

/** Failures of the customer room. */
public enum CustomerError implements ErrorCode {
    MASKED_VALUE_SENT_BACK(Blame.USER, 422),
    AMBIGUOUS_KEY(Blame.STATE, 409),
    UNKNOWN_KEY(Blame.USER, 404),
    CHANGE_NOT_ALLOWED(Blame.USER, 409),
    CURSOR_UNKNOWN(Blame.USER, 400),
    FILTER_NOT_ALLOWED(Blame.USER, 400),
    FILTER_VALUE(Blame.USER, 400),
    FILTER_TOO_MANY(Blame.USER, 400),
    FILTER_FORM(Blame.USER, 400),
    SORT_NOT_ALLOWED(Blame.USER, 400),
    SORT_TOO_MANY(Blame.USER, 422),
    VIEW_NAME(Blame.USER, 422),
    VIEW_TOO_MANY(Blame.USER, 422),
    VIEW_OF_ANOTHER(Blame.USER, 403),
    VIEW_CIRCLE(Blame.USER, 403),
    SEARCH_TOO_WIDE(Blame.USER, 422),
    REASON_REQUIRED(Blame.USER, 422),
    IDEMPOTENCY_KEY_REUSED(Blame.USER, 409),
    WITHDRAWN(Blame.STATE, 409),
    MERGE_TYPES(Blame.USER, 409),
    MERGE_HEAD(Blame.USER, 422),
    MERGE_TOO_MANY(Blame.USER, 409),
    ALREADY_MERGED(Blame.STATE, 409),
    NOT_MERGED(Blame.STATE, 409),
    UNMERGE_HEAD(Blame.USER, 409),
    NOT_MOVABLE(Blame.STATE, 409),
    ALREADY_CLAIMED(Blame.STATE, 409),
    NOT_YOURS(Blame.USER, 409),
    CLAIM_LIMIT(Blame.STATE, 409),
    CLAIM_DAILY_LIMIT(Blame.STATE, 409),
    CLAIM_COOLING(Blame.STATE, 409),
    NOT_YET_THERE(Blame.USER, 404),
    NOTHING_TO_TAKE_BACK(Blame.STATE, 409),
    NOT_REVERSIBLE(Blame.STATE, 409),
    INDEX_IMPOSSIBLE(Blame.STATE, 409),
    TAG_RUN_BROKE(Blame.SYSTEM, 500),
    RESETTLING_BROKE(Blame.SYSTEM, 500),
    VALUE_DESTROYED(Blame.STATE, 410);

    private final Blame blame;
    private final int status;

    CustomerError(Blame blame, int status) {
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
