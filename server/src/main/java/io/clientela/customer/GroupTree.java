package io.clientela.customer;

import io.clientela.customer.RelationKind.Circle;
import io.clientela.customer.RelationStore.Relation;
import io.clientela.kernel.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a household or a group of companies: from one of them up to the top, and from there down, by relations somebody sees: those with one of the two in reach.
 * Relations that contradict each other, as a merge may leave them, lead into no circle: each member stands in one place.
 *
 * @param top who stands above all others
 * @param below the members by whom they stand under, in the order in which they were entered
 * @param whole false where there are more than are shown
 */
record GroupTree(long top, Map<Long, List<Relation>> below, boolean whole) {

    /** More members than anybody reads. */
    static final int MOST = 500;

    /** No group is as deep. */
    static final int DEEPEST = 40;

    static GroupTree around(long head, Circle circle, Scope scope, LocalDate today, RelationStore relations) {
        Set<Long> path = new LinkedHashSet<>(List.of(head));
        boolean whole = true;
        for (boolean higher = true; higher && path.size() < DEEPEST; ) {
            List<Relation> up = relations.above(List.of(List.copyOf(path).getLast()), circle, scope, MOST).stream()
                    .filter(one -> !one.isOver(today))
                    .toList();
            // Two above one are left by a merge: the first is followed, and what hangs on the other isn't shown.
            whole &= up.stream().mapToLong(Relation::above).distinct().count() < 2;
            higher = !up.isEmpty() && path.add(up.getFirst().above());
        }
        return from(List.copyOf(path).getLast(), circle, scope, today, relations, whole);
    }

    private static GroupTree from(
            long top, Circle circle, Scope scope, LocalDate today, RelationStore relations, boolean climbed) {
        Map<Long, List<Relation>> below = new LinkedHashMap<>();
        Set<Long> placed = new HashSet<>(Set.of(top));
        Set<Long> next = Set.of(top);
        boolean whole = climbed;
        while (!next.isEmpty()) {
            List<Relation> found = relations.below(next, circle, scope, 2 * MOST);
            whole &= found.size() < 2 * MOST;
            Set<Long> lower = new HashSet<>();
            for (Relation one : found) {
                if (!one.isOver(today) && !placed.contains(one.below())) {
                    if (placed.size() < MOST) {
                        placed.add(one.below());
                        lower.add(one.below());
                        below.computeIfAbsent(one.above(), none -> new ArrayList<>())
                                .add(one);
                    } else {
                        whole = false;
                    }
                }
            }
            next = lower;
        }
        return new GroupTree(top, below, whole);
    }

    /** The one at the top and everybody below, each followed by those below them. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        add(top, Optional.empty(), 0, places);
        return places;
    }

    private void add(long member, Optional<Relation> by, int depth, List<Place> places) {
        places.add(new Place(member, by, depth));
        below.getOrDefault(member, List.of()).forEach(one -> add(one.below(), Optional.of(one), depth + 1, places));
    }

    /** Where a member stands: by which relation under the one before it of a smaller depth. */
    record Place(long head, Optional<Relation> by, int depth) {}
}
