package io.clientela.exchange;

import java.util.Map;

/**
 * How somebody wants a file imported; empty means "find out".
 *
 * @param upload id of the file handed over
 * @param type record type
 * @param mode insert, update or upsert; empty means what the template says, else insert
 * @param key unique field that update and upsert go by
 * @param dates order of day, month and year where the file doesn't tell: dmy, mdy or ymd
 * @param country ISO 3166 alpha-2 of rows that name none
 * @param mapping path by column index; an empty path leaves the column out
 * @param template which kept mapping to go by
 * @param dryRun only say what would happen
 */
public record ImportWish(
        long upload,
        String type,
        String mode,
        String key,
        String dates,
        String country,
        Map<Integer, String> mapping,
        Choice template,
        boolean dryRun) {

    public ImportWish {
        mapping = Map.copyOf(mapping);
    }

    /** Without a template. */
    public ImportWish(
            long upload,
            String type,
            String mode,
            String key,
            String dates,
            Map<Integer, String> mapping,
            boolean dryRun) {
        this(upload, type, mode, key, dates, "", mapping, new Choice.None(), dryRun);
    }

    /** Which template somebody wants. */
    public sealed interface Choice {
        record None() implements Choice {}

        record One(long id) implements Choice {}

        record Named(String name) implements Choice {}

        /** The one kept for files with the same headings, if there is one. */
        record Fitting() implements Choice {}
    }

    /** The same with a mode where none was wished. */
    ImportWish settled() {
        return mode.isEmpty()
                ? new ImportWish(upload, type, "insert", key, dates, country, mapping, template, dryRun)
                : this;
    }

    /** The same for a type of record that was found out. */
    ImportWish of(String found) {
        return new ImportWish(upload, found, mode, key, dates, country, mapping, template, dryRun);
    }
}
