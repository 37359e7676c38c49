package io.clientela.matching;

import io.clientela.kernel.ErrorCode;
import java.util.Locale;

/** Failures of comparing customers. */
public enum MatchingError implements ErrorCode {
    MATCHING_GOING(Blame.STATE, 409),
    MATCHING_NOT_RUN(Blame.STATE, 409),
    MATCHING_BROKE(Blame.SYSTEM, 500),
    VERDICT_TYPES(Blame.USER, 422),
    VERDICT_ITSELF(Blame.USER, 422);

    private final Blame blame;
    private final int status;

    MatchingError(Blame blame, int status) {
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
