package io.clientela.matching;

import java.util.List;

/**
 * Customers that stand beside each other in the queue: two, or several likely to be one.
 *
 * @param members the oldest first
 * @param bits of the surest two that are asked about
 * @param later whether all of it was put off
 */
record Cluster(List<Long> members, double bits, boolean later) {
    Cluster {
        members = List.copyOf(members);
    }
}
