package io.clientela.platform;

import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

/** Tells work that was told to stop from work that failed. */
public final class Interruptions {

    private Interruptions() {}

    /** Throws {@link CancellationException} when this thread was told to stop; for places where work can be left and taken up again. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("told to stop");
        }
    }

    /** True when this thread was told to stop, whatever that made fail, or the failure says so itself. */
    public static boolean isOne(Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException
                    || cause instanceof ClosedByInterruptException
                    || cause instanceof CancellationException) {
                return true;
            }
        }
        return false;
    }
}
