package io.clientela.customer;

import java.util.List;

/** What became of the two sides of a link that was taken away: first the one that kept the head, then the one that left. */
public record Unmerged(List<Side> sides) {
    public Unmerged {
        sides = List.copyOf(sides);
    }

    /** {@code members} are all its numbers, the oldest first. */
    public record Side(long headId, CustomerNumber number, long version, List<CustomerNumber> members) {
        public Side {
            members = List.copyOf(members);
        }
    }
}
