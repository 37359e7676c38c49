package io.clientela.schedule;

import io.clientela.kernel.ErrorCode;
import java.util.Locale;

/** Failures of steering jobs. */
public enum ScheduleError implements ErrorCode {
    JOB_NOT_SO(Blame.STATE, 409);

    private final Blame blame;
    private final int status;

    ScheduleError(Blame blame, int status) {
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
