package io.clientela.customer;

import io.clientela.customer.RelationKind.Circle;
import io.clientela.customer.RelationStore.Relation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which customers were said to stand in a relation, for those who ask whether two are one; what is over says that they are two as well. */
@Component
public class KnownRelations {

    /** No group is as deep. */
    private static final int DEEPEST = 40;

    private final RelationStore relations;

    KnownRelations(RelationStore relations) {
        this.relations = relations;
    }

    /** Of all customers there are. */
    public Known all() {
        return known(relations.all());
    }

    /** Of these customers, named by the files that stand for them. */
    public Known among(Collection<Long> heads) {
        List<Relation> found = relations.touching(heads);
        Map<Long, Relation> all = new HashMap<>();
        found.forEach(one -> all.put(one.itemId(), one));
        // Who belongs to one group is told by who stands at its top.
        for (int steps = 0; steps < DEEPEST && !found.isEmpty(); steps++) {
            Set<Long> above = new HashSet<>();
            found.stream().filter(one -> one.kind().circle().isPresent()).forEach(one -> above.add(one.above()));
            found = above.isEmpty()
                    ? List.of()
                    : relations.touching(above).stream()
                            .filter(one -> one.kind().circle().isPresent()
                                    && above.contains(one.below())
                                    && !all.containsKey(one.itemId()))
                            .toList();
            found.forEach(one -> all.put(one.itemId(), one));
        }
        return known(all.values());
    }

    private static Known known(Collection<Relation> all) {
        Map<Long, Set<Long>> related = new HashMap<>();
        for (Relation one : all) {
            related.computeIfAbsent(one.headId(), none -> new HashSet<>()).add(one.otherHeadId());
            related.computeIfAbsent(one.otherHeadId(), none -> new HashSet<>()).add(one.headId());
        }
        return new Known(related, circles(all, Circle.HOUSEHOLD), circles(all, Circle.COMPANY));
    }

    /** The top of each member's group; where relations contradict each other, any one of them for all. */
    private static Map<Long, Long> circles(Collection<Relation> all, Circle circle) {
        Map<Long, Long> above = new HashMap<>();
        all.stream().filter(one -> one.isOf(circle)).forEach(one -> {
            above.putIfAbsent(one.above(), one.above());
            above.putIfAbsent(one.below(), one.below());
            long top = top(one.above(), above);
            long other = top(one.below(), above);
            above.put(Math.max(top, other), Math.min(top, other));
        });
        Map<Long, Long> circles = new HashMap<>();
        above.keySet().forEach(member -> circles.put(member, top(member, above)));
        return circles;
    }

    private static long top(long from, Map<Long, Long> above) {
        long at = from;
        while (above.getOrDefault(at, at) != at) {
            at = above.getOrDefault(at, at);
        }
        return at;
    }

    /**
     * What is known.
     *
     * @param related by each customer those it stands in a relation to
     * @param households by each member which household, {@code companies} which group of companies
     */
    public record Known(Map<Long, Set<Long>> related, Map<Long, Long> households, Map<Long, Long> companies) {

        public boolean areRelated(long one, long other) {
            return related.getOrDefault(one, Set.of()).contains(other);
        }

        /** Whether two are members of one such group. */
        public static boolean together(Map<Long, Long> circles, long one, long other) {
            Long circle = circles.get(one);
            return circle != null && circle.equals(circles.get(other));
        }
    }
}
