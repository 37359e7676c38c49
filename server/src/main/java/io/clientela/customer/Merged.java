package io.clientela.customer;

import java.util.List;

/**
 * Files that are one customer now.
 *
 * @param number the number that stands for all; {@code members} are all of them, the oldest first
 */
public record Merged(long headId, CustomerNumber number, long version, List<CustomerNumber> members) {
    public Merged {
        members = List.copyOf(members);
    }
}
