package io.clientela.kit.recognise;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Where the values of a column go.
 *
 * @param path key of the field, or list and field: {@code mobile}, {@code contacts.phone}
 * @param part place among the columns joined into one value, from 1; 0 where the column stands alone
 * @param factor what the unit in the heading multiplies the value with; 1 mostly
 * @param level which part of a region the column holds
 * @param implied values of other fields that the heading settles, such as the document type under "passport number"
 */
public record Target(String path, int part, BigDecimal factor, Level level, Map<String, String> implied) {

    /** Divisions of a region, from the largest. */
    public enum Level {
        COUNTRY,
        PROVINCE,
        CITY,
        DISTRICT,
        /** The column isn't a region or holds all of it. */
        WHOLE
    }

    public Target {
        implied = Map.copyOf(implied);
    }

    public static Target of(String path) {
        return new Target(path, 0, BigDecimal.ONE, Level.WHOLE, Map.of());
    }

    Target part(int place) {
        return new Target(path, place, factor, level, implied);
    }

    Target level(Level other) {
        return new Target(path, part, factor, other, implied);
    }

    Target path(String other) {
        return new Target(other, part, factor, level, implied);
    }

    Target times(BigDecimal unit) {
        return new Target(path, part, unit, level, implied);
    }

    Target implying(Map<String, String> others) {
        return new Target(path, part, factor, level, others);
    }

    /** The list the field belongs to, empty for a field of the record itself. */
    public String list() {
        int dot = path.indexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** The key of the field within its record. */
    public String key() {
        return path.substring(path.indexOf('.') + 1);
    }
}
