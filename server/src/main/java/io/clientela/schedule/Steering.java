package io.clientela.schedule;

import java.util.Locale;

/** What somebody may do with a job; one that ended before its work was done may be resumed where its handler begins it anew. */
public enum Steering {
    PAUSE,
    RESUME,
    CANCEL;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
