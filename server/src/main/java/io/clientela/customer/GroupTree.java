package io.clientela.customer;

import io.clientela.customer.RelationKind.Circle;
import io.clientela.customer.RelationStore.Relation;
import io.clientela.kernel.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a household or a group of companies: whoever is reached from one of them by relations somebody sees. Relations
 * that contradict each other, as a merge may leave them, lead into no circle: each member stands in one place.
 *
 * @param top who stands above all others
 * @param below the members by whom they stand under, in the order in which they were entered
 * @param whole false where there are more than are shown
 */
record GroupTree(long top, Map<Long, List<Relation>> below, boolean whole) {

    /** More members than anybody reads; a larger group is shown from the customer upwards and as far down as it goes. */
    static final int MOST = 500;

    private static final int MOST_RELATIONS = 5_000;

    static GroupTree around(long head, Circle circle, Scope scope, LocalDate today, RelationStore relations) {
        Map<Long, Relation> above = new HashMap<>();
        Map<Long, List<Relation>> below = new LinkedHashMap<>();
        Set<Long> seen = new HashSet<>(Set.of(head));
        Set<Long> next = new HashSet<>(seen);
        boolean whole = true;
        while (!next.isEmpty()) {
            List<Relation> found = relations.seen(next, scope, MOST_RELATIONS).stream()
                    .filter(one -> one.isOf(circle) && !one.isOver(today))
                    .toList();
            next = new HashSet<>();
            for (Relation one : found) {
                boolean full = seen.size() + next.size() >= MOST;
                for (long member : List.of(one.above(), one.below())) {
                    if (!seen.contains(member) && !full) {
                        next.add(member);
                    }
                }
                boolean known = known(one, seen, next);
                whole &= known;
                if (known && above.putIfAbsent(one.below(), one) == null) {
                    below.computeIfAbsent(one.above(), none -> new ArrayList<>())
                            .add(one);
                }
            }
            seen.addAll(next);
        }
        // Whoever of them is asked from, they stand in the same order.
        below.values().forEach(each -> each.sort(Comparator.comparingLong(Relation::itemId)));
        return new GroupTree(top(head, above), below, whole);
    }

    private static boolean known(Relation one, Set<Long> seen, Set<Long> next) {
        return (seen.contains(one.above()) || next.contains(one.above()))
                && (seen.contains(one.below()) || next.contains(one.below()));
    }

    private static long top(long from, Map<Long, Relation> above) {
        Set<Long> passed = new HashSet<>();
        long at = from;
        while (above.containsKey(at) && passed.add(at)) {
            at = above.get(at).above();
        }
        return at;
    }

    /** The one at the top and everybody below, each followed by those below them. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        add(top, Optional.empty(), 0, places, new HashSet<>());
        return places;
    }

    private void add(long member, Optional<Relation> by, int depth, List<Place> places, Set<Long> placed) {
        if (placed.add(member)) {
            places.add(new Place(member, by, depth));
            below.getOrDefault(member, List.of())
                    .forEach(one -> add(one.below(), Optional.of(one), depth + 1, places, placed));
        }
    }

    /** Where a member stands: by which relation under the one before it of a smaller depth. */
    record Place(long head, Optional<Relation> by, int depth) {}
}
