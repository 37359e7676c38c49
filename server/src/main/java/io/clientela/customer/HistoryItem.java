package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a file's journal as one reader may see it.
 *
 * @param takesBack the entry this one takes back
 * @param takenBack what took this one back, where something did
 * @param tied what it says of the file and another that are one customer
 * @param undoable whether the reader may ask for it to be taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryItem(
        int entry,
        Instant at,
        String by,
        String channel,
        String source,
        @Nullable Long run,
        String kind,
        String reason,
        @Nullable Integer takesBack,
        @Nullable TakenBack takenBack,
        boolean undoable,
        List<Difference> changes,
        List<Told> told,
        @Nullable Tied tied) {

    /** How it ties the file to another: the {@code number} of that one, and fields picked here. */
    public record Tied(String number, List<String> picked) {}

    /**
     * A field before and after; {@code raw} is what was typed where that differs from what is stored. A list has {@code items}
     * instead.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String field,
            String label,
            @Nullable Cell old,
            @Nullable Cell now,
            @Nullable String raw,
            @Nullable List<ItemDifference> items) {}

    /** An item that came, went or changed, and in which parts; {@code name} is the first thing seen of it. */
    public record ItemDifference(long id, String name, What what, List<PartDifference> parts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartDifference(
            String field,
            String label,
            @Nullable Cell old,
            @Nullable Cell now,
            @Nullable String raw) {}

    /** The entry that took another back, wholly or {@code partly}; {@code run} where a whole import was. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TakenBack(
            int entry,
            Instant at,
            String by,
            String reason,
            @Nullable Long run,
            boolean partly) {}

    /** What became of an item. */
    public enum What {
        ADDED,
        CHANGED,
        REMOVED;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
