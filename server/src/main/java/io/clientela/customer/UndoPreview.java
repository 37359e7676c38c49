package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientela.customer.FileView.WarningView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a file if one of its entries were taken back.
 *
 * @param version of the file this holds for
 * @param changes fields as they are and as they would be
 * @param kept what would stay, and why
 * @param hidden whether something stays that the reader may not see
 * @param problems why the rules would refuse it; empty when they wouldn't
 * @param possible whether there is anything to take back and nothing stands against it
 */
public record UndoPreview(
        int entry,
        long version,
        List<HistoryItem.Difference> changes,
        List<Kept> kept,
        boolean hidden,
        List<WarningView> problems,
        boolean possible) {

    /** A field, item or part that stays as it is; since which entry, where a later one is the reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(
            String field, String label, Why why, @Nullable Since since) {}

    public record Since(int entry, Instant at, String by) {}

    /** Why something stays. */
    public enum Why {
        LATER,
        REMOVED_SINCE,
        NO_RIGHT,
        MASKED,
        NOT_CHANGEABLE;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
