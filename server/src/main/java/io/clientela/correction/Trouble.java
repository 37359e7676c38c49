package io.clientela.correction;

import java.util.List;

/** A file that was refused, or in which something stayed: why, and which fields, none where it is the whole file. */
public record Trouble(long position, String number, String code, List<String> fields) {

    /** Troubles of one kind. */
    public record Kind(String code, List<String> fields, long count) {}

    /** At which stage it was met. */
    public enum Stage {
        CHECK,
        RUN,
        UNDO;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
