package io.clientela.customer;

import io.clientela.customer.RelationKind.Circle;
import io.clientela.customer.RelationStore.Relation;
import io.clientela.platform.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which customers were said to stand in a relation, for those who ask whether two are one. A relation that is over says that they are
 * two as well, but makes no group any more.
 */
@Component
public class KnownRelations {

    private static final int PORTION = 20_000;

    /** Who is above some customers: hardly more than one for each. */
    private static final int MOST = 10_000;

    private final RelationStore relations;
    private final Organisation organisation;
    private final Clock clock;

    KnownRelations(RelationStore relations, Organisation organisation, Clock clock) {
        this.relations = relations;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Between all customers of one type. */
    public Known all(String record) {
        Building building = new Building(today());
        List<Relation> some = relations.portion(record, 0, 0, PORTION);
        while (!some.isEmpty()) {
            some.forEach(building::add);
            Relation last = some.getLast();
            some = some.size() < PORTION ? List.of() : relations.portion(record, last.fileId(), last.itemId(), PORTION);
        }
        return building.known();
    }

    /** Between these customers of one type, named by the files that stand for them. */
    public Known among(Collection<Long> heads) {
        Building building = new Building(today());
        relations.between(heads).forEach(building::add);
        // Who belongs to one group is told by who stands at its top.
        Set<Long> passed = new HashSet<>(heads);
        Set<Long> next = passed;
        for (int steps = 0; steps < GroupTree.DEEPEST && !next.isEmpty(); steps++) {
            Set<Long> higher = new HashSet<>();
            for (Relation one : relations.ofCircles(next, true, MOST)) {
                building.gather(one);
                if (passed.add(one.above())) {
                    higher.add(one.above());
                }
            }
            next = higher;
        }
        return building.known();
    }

    /** Those below some customers in their group, and whom they are below: who may be taken for one with them, or not any more. */
    public Set<Long> near(Collection<Long> heads, int limit) {
        Set<Long> near = new HashSet<>();
        relations.ofCircles(heads, true, limit).forEach(one -> near.add(one.above()));
        relations.ofCircles(heads, false, limit).forEach(one -> near.add(one.below()));
        return near;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.zone());
    }

    /** Grows relation by relation. */
    private static final class Building {
        private final LocalDate today;
        private final Map<Long, Set<Long>> related = new HashMap<>();
        private final Map<Circle, Map<Long, Long>> above = new HashMap<>();

        Building(LocalDate today) {
            this.today = today;
        }

        void add(Relation one) {
            related.computeIfAbsent(one.headId(), none -> new HashSet<>()).add(one.otherHeadId());
            related.computeIfAbsent(one.otherHeadId(), none -> new HashSet<>()).add(one.headId());
            gather(one);
        }

        /** Where relations contradict each other, all they name are of one group. */
        void gather(Relation one) {
            if (!one.isOver(today)) {
                one.kind().circle().ifPresent(circle -> {
                    Map<Long, Long> own = above.computeIfAbsent(circle, none -> new HashMap<>());
                    own.put(top(one.below(), own), top(one.above(), own));
                });
            }
        }

        Known known() {
            return new Known(related, circles(Circle.HOUSEHOLD), circles(Circle.COMPANY));
        }

        private Map<Long, Long> circles(Circle circle) {
            Map<Long, Long> own = above.getOrDefault(circle, new HashMap<>());
            Map<Long, Long> circles = new HashMap<>();
            Set.copyOf(own.keySet()).forEach(member -> circles.put(member, top(member, own)));
            return circles;
        }

        /** The way there is halved as it is gone, so that it stays short however the relations come. */
        private static long top(long from, Map<Long, Long> own) {
            long at = from;
            long up = own.computeIfAbsent(at, alone -> alone);
            while (up != at) {
                long higher = own.computeIfAbsent(up, alone -> alone);
                own.put(at, higher);
                at = up;
                up = higher;
            }
            return at;
        }
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
