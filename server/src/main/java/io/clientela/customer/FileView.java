package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer file as one reader may see it.
 *
 * @param status {@code listed}, {@code withdrawn}, {@code merged} for the past of one that has another for a head now, or {@code elsewhere} for one that has just left the writer's scope
 * @param unowned true for a file that belongs to nobody
 * @param ownerWritten what a list of customers called the owner, where nobody was known by it and it isn't whose the file is
 * @param aliases other numbers it has, because it is several files
 * @param values cells by field key; hidden and empty fields are absent
 * @param lists items by list key
 * @param origin where each value comes from, by field key or {@code list#item}
 * @param warnings what the write gate remarked, after a change only
 * @param past which past this is and what differs since; absent for the file as it is now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileView(
        String number,
        String type,
        long version,
        String status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable PersonView owner,
        @Nullable DepartmentView department,
        @Nullable Boolean unowned,
        @Nullable String ownerWritten,
        String plan,
        List<String> aliases,
        Map<String, Cell> values,
        Map<String, List<ItemView>> lists,
        Map<String, Origin> origin,
        Abilities abilities,
        @Nullable List<WarningView> warnings,
        @Nullable Past past) {

    public record PersonView(long id, String name) {}

    public record DepartmentView(long id, String name) {}

    public record ItemView(long id, Map<String, Cell> values) {}

    /** Who said it, when, and through what; {@code run} names the import run, {@code number} the file that says it where it isn't this one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Origin(
            int entry,
            Instant at,
            String by,
            String channel,
            String source,
            @Nullable Long run,
            @Nullable String number) {}

    /** {@code giveBack}: the file may go from its owner, who asks, into the pool; {@code merge}: it may be linked and parted. */
    public record Abilities(boolean change, boolean reveal, boolean export, boolean giveBack, boolean merge) {

        static final Abilities NONE = new Abilities(false, false, false, false, false);
    }

    /**
     * A past of the file.
     *
     * @param asOf what was asked for
     * @param entry the last entry taken in, made {@code at} and {@code by}
     * @param latest the last entry there is now
     * @param since what differs now: {@code old} as it was then, {@code now} as it is
     */
    public record Past(String asOf, int entry, int latest, Instant at, String by, List<HistoryItem.Difference> since) {}

    public record WarningView(String field, String code, String message, String remedy) {}

    /** A file that was written and has gone to somebody whose files the writer doesn't see. */
    static FileView elsewhere(String number, String type, long version, Instant createdAt, Instant updatedAt) {
        return new FileView(
                number,
                type,
                version,
                "elsewhere",
                createdAt,
                updatedAt,
                null,
                null,
                null,
                null,
                "",
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Abilities.NONE,
                null,
                null);
    }

    /** The same with what the write gate remarked. */
    public FileView with(List<WarningView> remarks) {
        return with(abilities, remarks, past);
    }

    /** The same as a past that can only be read. */
    FileView asOf(Past then) {
        return with(Abilities.NONE, warnings, then);
    }

    private FileView with(Abilities able, @Nullable List<WarningView> remarks, @Nullable Past then) {
        return new FileView(
                number,
                type,
                version,
                status,
                createdAt,
                updatedAt,
                owner,
                department,
                unowned,
                ownerWritten,
                plan,
                aliases,
                values,
                lists,
                origin,
                able,
                remarks,
                then);
    }
}
