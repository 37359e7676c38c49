package io.clientela.schedule;

import java.util.Locale;

/** What somebody may do with a job that isn't over. */
public enum Steering {
    PAUSE,
    RESUME,
    CANCEL;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
