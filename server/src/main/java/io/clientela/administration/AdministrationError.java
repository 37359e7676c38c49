package io.clientela.administration;

import io.clientela.kernel.ErrorCode;
import java.util.Locale;

/** Failures of running the installation. */
public enum AdministrationError implements ErrorCode {
    AUDIT_BROKEN(Blame.SYSTEM, 500),
    VERIFICATION_BROKE(Blame.SYSTEM, 500);

    private final Blame blame;
    private final int status;

    AdministrationError(Blame blame, int status) {
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
