package io.clientela.kit.recognise;

import java.util.Map;

/**
 * What somebody already knows of a file; empty means "find out".
 *
 * @param type record type
 * @param country ISO 3166 alpha-2
 * @param dateOrder {@code ymd dmy mdy}
 * @param mapping path by column index; an empty path leaves the column out
 */
public record Hints(String type, String country, String dateOrder, Map<Integer, String> mapping) {

    public static final Hints NONE = new Hints("", "", "", Map.of());

    public Hints {
        mapping = Map.copyOf(mapping);
    }
}
