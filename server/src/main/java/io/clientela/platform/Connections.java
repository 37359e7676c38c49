package io.clientela.platform;

import java.sql.SQLException;

/** Tells a database that is away from one that says no. */
public final class Connections {

    private Connections() {}

    /** True when the failure is a lost or refused connection (class 08), or the server is stopping or starting (57P). */
    public static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
                    return true;
                }
            }
            if (cause instanceof java.sql.SQLTransientConnectionException || isTakenBack(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The pool takes a dead connection back at once; whoever still holds it is told so without a state. */
    private static boolean isTakenBack(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() == null
                && "Connection is closed".equals(sql.getMessage());
    }
}
