package io.clientela.kit.recognise;

import java.util.Locale;
import java.util.Optional;

/**
 * One column of the file and what was made of it.
 *
 * @param index place from 0
 * @param heading as it stands in the file, empty without heading
 * @param target where it goes; empty where it is kept as it is
 * @param confidence from 0 to 1 that the target is right
 * @param dateOrder {@code ymd dmy mdy}, or empty where the column holds no dates or they don't tell
 */
public record Column(
        int index, String heading, Optional<Target> target, double confidence, Reason reason, String dateOrder) {

    /** Why a column was taken for what it is, or for nothing. */
    public enum Reason {
        /** The heading is the name of the field. */
        LABEL,
        /** The heading is another usual name of it. */
        SYNONYM,
        /** The heading contains a usual name of it. */
        PARTIAL,
        /** The values look like it. */
        VALUES,
        /** Somebody said so. */
        HINT,
        /** Its field is already taken by another column. */
        TAKEN,
        /** Nothing fits. */
        UNKNOWN,
        /** No values at all. */
        BLANK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Column order(String order) {
        return new Column(index, heading, target, confidence, reason, order);
    }

    /** The path of the target, empty without one. */
    public String path() {
        return target.map(Target::path).orElse("");
    }
}
