package io.clientela.correction;

import java.util.List;
import java.util.Map;

/**
 * A file that was refused, or in which something stayed: why, and which fields, none where it is the whole file.
 *
 * @param record the file's record type, empty where it isn't known any more
 * @param details arguments of the reason's message
 */
public record Trouble(
        long position, String number, String record, String code, List<String> fields, Map<String, String> details) {

    /**
     * Troubles of one kind.
     *
     * @param details of the first of them
     */
    public record Kind(String code, List<String> fields, long count, Map<String, String> details) {}

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
