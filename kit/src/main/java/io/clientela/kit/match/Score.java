package io.clientela.kit.match;

import java.util.List;

/**
 * How sure it is that two records are of one customer, and why.
 *
 * @param bits above even odds; the reasons' bits add up to it unless it is cut at its bounds
 * @param probability from 0 to 1
 * @param reasons the weightiest first, last what is assumed before anything is compared
 */
public record Score(double bits, double probability, List<Reason> reasons) {

    public Score {
        reasons = List.copyOf(reasons);
    }
}
