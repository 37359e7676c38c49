package io.clientela.customer;

import io.clientela.customer.Submission.Circumstances;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Files that are to be one customer from now on.
 *
 * @param parts two or more; any of them may be several files already
 * @param head whose number is to stand for all; the oldest where nobody chooses
 * @param picks whose value of a field is taken, whatever the rules say, by field key
 * @param reason why they are the same, may be empty
 */
public record MergeWish(
        List<Part> parts,
        @Nullable CustomerNumber head,
        Map<String, CustomerNumber> picks,
        String reason,
        Circumstances how) {

    public MergeWish {
        parts = List.copyOf(parts);
        picks = Map.copyOf(picks);
    }

    /** A file and the version one has looked at, empty when one doesn't mind. */
    public record Part(CustomerNumber number, OptionalLong version) {}
}
