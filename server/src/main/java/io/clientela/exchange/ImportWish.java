package io.clientela.exchange;

import java.util.Map;

/**
 * How somebody wants a file imported; empty means "find out".
 *
 * @param upload id of the file handed over
 * @param type record type
 * @param mode insert, update or upsert
 * @param key unique field that update and upsert go by
 * @param dates order of day, month and year where the file doesn't tell: dmy, mdy or ymd
 * @param mapping path by column index; an empty path leaves the column out
 * @param dryRun only say what would happen
 */
public record ImportWish(
        long upload, String type, String mode, String key, String dates, Map<Integer, String> mapping, boolean dryRun) {

    public ImportWish {
        mapping = Map.copyOf(mapping);
    }
}
