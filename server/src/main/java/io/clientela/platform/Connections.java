package io.clientela.platform;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away, or whose work stood in the way of other work, from one that says no. */
public final class Connections {

    private static final Set<String> BROKEN_OFF = Set.of("40P01", "55P03");

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

    /** True when two waited for each other and this was broken off (40P01), or it waited longer than it wanted to (55P03). */
    public static boolean isBrokenOff(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && BROKEN_OFF.contains(String.valueOf(sql.getSQLState()))) {
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
