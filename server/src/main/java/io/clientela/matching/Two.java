package io.clientela.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Two customers in whatever order; {@code one} is the older. */
record Two(long one, long other) {

    static Two of(long a, long b) {
        return new Two(Math.min(a, b), Math.max(a, b));
    }

    /** Every two of some customers, in the order in which claims are written. */
    static List<Two> among(Collection<Long> files) {
        List<Long> sorted = files.stream().distinct().sorted().toList();
        List<Two> all = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (long other : sorted.subList(i + 1, sorted.size())) {
                all.add(new Two(sorted.get(i), other));
            }
        }
        return all;
    }
}
