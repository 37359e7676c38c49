package io.clientela.customer;

import io.clientela.customer.Submission.Circumstances;
import java.util.List;
import java.util.OptionalLong;

/**
 * A file that is to be a customer of its own again, with whatever was linked to it before it was linked with others.
 *
 * @param version of the linked file one has looked at, empty when one doesn't mind
 * @param moves entries made meanwhile that belong to the other side
 */
public record UnmergeWish(
        CustomerNumber member, OptionalLong version, List<Move> moves, String reason, Circumstances how) {

    public UnmergeWish {
        moves = List.copyOf(moves);
    }

    /** An entry of a file, by its number there, that is to count for the other side. */
    public record Move(CustomerNumber from, int entry) {}
}
