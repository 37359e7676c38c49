package io.clientela.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts pairs together that are about one customer. As in a run, strangers aren't chained: two clusters become one only where their
 * customers agree on average over all pairs between them, and never where somebody called two of them different. A pair that joins
 * no cluster stands by itself, so that every pair asked about is in one item. The outcome doesn't depend on the order of the pairs.
 */
final class Clusters {

    /** As in a run: no pair decides alone, and two that aren't even asked about speak against it. */
    private static final double CUT = 12;

    private static final double AGAINST = -6;

    private static final Comparator<Bond> SUREST_FIRST = Comparator.comparingDouble(Clusters::weight)
            .reversed()
            .thenComparingLong(bond -> bond.two().one())
            .thenComparingLong(bond -> bond.two().other());

    private static final Comparator<Cluster> AS_ASKED = Comparator.comparing(Cluster::later)
            .thenComparing(Comparator.comparingDouble(Cluster::bits).reversed())
            .thenComparingLong(cluster -> cluster.members().getFirst())
            .thenComparingLong(cluster -> cluster.members().getLast());

    private final Map<Two, Bond> bonds = new HashMap<>();
    private final Set<Two> different;
    private final Map<Long, List<Long>> of = new HashMap<>();

    private Clusters(Collection<Bond> all, Set<Two> different) {
        this.different = different;
        all.forEach(bond -> bonds.merge(bond.two(), bond, (a, b) -> SUREST_FIRST.compare(a, b) <= 0 ? a : b));
    }

    /** The items of the queue in the order in which they are looked at: the surest first, what was put off last. */
    static List<Cluster> of(Collection<Bond> bonds, Set<Two> different) {
        return new Clusters(bonds, different).clusters();
    }

    private List<Cluster> clusters() {
        List<Bond> surest = bonds.values().stream().sorted(SUREST_FIRST).toList();
        surest.forEach(this::join);
        Map<List<Long>, List<Bond>> items = new HashMap<>();
        for (Bond bond : surest) {
            if (bond.asked()) {
                items.computeIfAbsent(item(bond.two()), none -> new ArrayList<>())
                        .add(bond);
            }
        }
        return items.entrySet().stream()
                .map(item -> cluster(item.getKey(), item.getValue()))
                .sorted(AS_ASKED)
                .toList();
    }

    private static Cluster cluster(List<Long> members, List<Bond> asked) {
        return new Cluster(
                members.stream().sorted().toList(),
                asked.stream().mapToDouble(Bond::bits).max().orElseThrow(),
                asked.stream().allMatch(Bond::later));
    }

    private void join(Bond bond) {
        List<Long> one = together(bond.two().one());
        List<Long> other = together(bond.two().other());
        if (!one.equals(other) && one.size() + other.size() <= Sorted.MOST && agree(one, other)) {
            one.addAll(other);
            other.forEach(member -> of.put(member, one));
        }
    }

    private boolean agree(List<Long> some, List<Long> others) {
        double sum = 0;
        for (long one : some) {
            for (long other : others) {
                Two two = Two.of(one, other);
                Bond bond = bonds.get(two);
                if (bond == null && different.contains(two)) {
                    return false;
                }
                sum += bond == null ? AGAINST : weight(bond);
            }
        }
        return sum > 0;
    }

    private List<Long> together(long file) {
        return of.computeIfAbsent(file, alone -> new ArrayList<>(List.of(alone)));
    }

    private List<Long> item(Two two) {
        List<Long> one = together(two.one());
        return one.equals(together(two.other())) ? one : List.of(two.one(), two.other());
    }

    private static double weight(Bond bond) {
        return bond.same() ? CUT : Math.clamp(bond.bits(), AGAINST, CUT);
    }
}
