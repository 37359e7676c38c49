package io.clientela.customer;

import java.time.Instant;
import java.util.List;

/**
 * What a file would be apart again, as one reader may see it.
 *
 * @param version of the linked file, to be sent with the unmerge
 * @param sides first the one that keeps the head, then the one that leaves
 * @param entries those made since the link, the oldest first
 */
public record UnmergePreview(long version, List<Side> sides, List<Made> entries) {

    /** {@code numbers} are all it has; {@code changes} what it says otherwise than the linked file does. */
    public record Side(String number, List<String> numbers, List<HistoryItem.Difference> changes) {}

    /**
     * An entry made since.
     *
     * @param from the file it is addressed to, {@code to} the one it may be moved to
     * @param movable whether anything of it may be: it still stands, and this reader may write it at both
     */
    public record Made(
            String from,
            int entry,
            Instant at,
            String by,
            String channel,
            String to,
            boolean movable,
            List<HistoryItem.Difference> changes) {}
}
