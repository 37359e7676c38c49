package io.clientela.customer;

import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.RelationKind.Circle;
import io.clientela.customer.RelationStore.Relation;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Fault;
import io.clientela.platform.Organisation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What holds of the relations of a customer: the other one is another and of a fitting type, no two relations say the same, and a
 * household or a group of companies has one at its top. Held against a change is only what the writer may see.
 */
@Component
class Relations implements FileRule {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** No group is as deep. */
    private static final int DEEPEST = 40;

    private static final int MOST = 1_000;

    private final FileStore files;
    private final RelationStore relations;
    private final Organisation organisation;
    private final Clock clock;

    Relations(FileStore files, RelationStore relations, Organisation organisation, Clock clock) {
        this.files = files;
        this.relations = relations;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public List<FieldProblem> problems(Case change) {
        List<ItemBody> said = change.difference().items.getOrDefault(RelationParts.LIST, List.of());
        // What was once there may come back as it was.
        if (said.isEmpty() || change.submission().how().takesBack() != 0) {
            return List.of();
        }
        List<FieldProblem> problems = new ArrayList<>();
        for (ItemBody item : said) {
            RelationParts relation =
                    new RelationParts(change.is().items(RelationParts.LIST).getOrDefault(item.id(), Map.of()));
            problems.addAll(byItself(relation));
            boolean whole = !relation.customer().isEmpty()
                    && !relation.text(RelationParts.KIND).isEmpty();
            boolean between = item.set().containsKey(RelationParts.KIND)
                    || item.set().containsKey(RelationParts.CUSTOMER)
                    || item.set().containsKey(RelationParts.UNTIL);
            if (whole && between) {
                files.find(new CustomerNumber(relation.customer()))
                        .filter(FileRow::listed)
                        .flatMap(other -> between(item.id(), relation, other, change))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static List<FieldProblem> byItself(RelationParts relation) {
        List<FieldProblem> problems = new ArrayList<>();
        for (String part : List.of(RelationParts.KIND, RelationParts.CUSTOMER)) {
            if (relation.text(part).isEmpty()) {
                problems.add(problem(part, Fault.REQUIRED.code()));
            }
        }
        String share = relation.text(RelationParts.SHARE);
        if (!share.isEmpty()) {
            BigDecimal percent = new BigDecimal(share);
            if (percent.signum() <= 0 || percent.compareTo(WHOLE) > 0) {
                problems.add(problem(RelationParts.SHARE, "share_out_of_range"));
            }
        }
        relation.until()
                .flatMap(until -> relation.since().filter(until::isBefore))
                .ifPresent(since -> problems.add(problem(RelationParts.UNTIL, "over_before_begun")));
        return problems;
    }

    private Optional<FieldProblem> between(long item, RelationParts relation, FileRow other, Case change) {
        if (other.headId() == change.head()) {
            return Optional.of(problem(RelationParts.CUSTOMER, "related_to_itself"));
        }
        if (!relation.kind().fits(change.submission().record(), other.record())) {
            return Optional.of(problem(RelationParts.KIND, "relation_misfits"));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.zone());
        if (relation.until().filter(day -> day.isBefore(today)).isPresent()) {
            return Optional.empty();
        }
        List<Relation> standing = standing(change.head(), other.headId(), item, change, today);
        if (said(relation, change.head(), other.headId(), standing) || twice(item, relation, change)) {
            return Optional.of(problem(RelationParts.CUSTOMER, "relation_twice"));
        }
        return relation.kind()
                .circle()
                .flatMap(circle -> inCircle(circle, relation.kind(), other.headId(), item, standing, change, today));
    }

    /** What holds already of either of the two, without what is being changed. */
    private List<Relation> standing(long own, long other, long item, Case change, LocalDate today) {
        return relations.seen(List.of(own, other), change.scope(), MOST).stream()
                .filter(one -> one.itemId() != item && !one.isOver(today))
                .filter(one -> !isRemoved(one, change))
                .toList();
    }

    private static boolean isRemoved(Relation one, Case change) {
        return change.difference()
                .removed
                .getOrDefault(RelationParts.LIST, List.of())
                .contains(one.itemId());
    }

    /** Whether the file of either says it already. */
    private static boolean said(RelationParts relation, long own, long other, List<Relation> standing) {
        return standing.stream()
                .anyMatch(one -> (one.headId() == own
                                && one.otherHeadId() == other
                                && one.kind().equals(relation.kind()))
                        || (one.headId() == other
                                && one.otherHeadId() == own
                                && one.kind().isInverse(relation.kind())));
    }

    /** Whether another item of the same change says it too. */
    private static boolean twice(long item, RelationParts relation, Case change) {
        return change.difference().items.getOrDefault(RelationParts.LIST, List.of()).stream()
                .filter(one -> one.id() != item)
                .map(one ->
                        new RelationParts(change.is().items(RelationParts.LIST).getOrDefault(one.id(), Map.of())))
                .anyMatch(one ->
                        one.kind().equals(relation.kind()) && one.customer().equals(relation.customer()));
    }

    private Optional<FieldProblem> inCircle(
            Circle circle,
            RelationKind kind,
            long other,
            long item,
            List<Relation> standing,
            Case change,
            LocalDate today) {
        long above = kind.above() ? other : change.head();
        long below = kind.above() ? change.head() : other;
        List<Relation> own = standing.stream().filter(one -> one.isOf(circle)).toList();
        boolean second =
                own.stream().anyMatch(one -> one.below() == below) || (kind.above() && another(item, circle, change));
        if (second) {
            return Optional.of(
                    problem(RelationParts.CUSTOMER, circle == Circle.HOUSEHOLD ? "second_household" : "second_parent"));
        }
        if (circle == Circle.HOUSEHOLD) {
            boolean nested = own.stream().anyMatch(one -> one.below() == above || one.above() == below);
            return nested ? Optional.of(problem(RelationParts.CUSTOMER, "household_in_household")) : Optional.empty();
        }
        return leadsTo(above, below, circle, change, today)
                ? Optional.of(problem(RelationParts.CUSTOMER, "relation_in_circle"))
                : Optional.empty();
    }

    /** Whether the same change puts the customer below somebody else too. */
    private static boolean another(long item, Circle circle, Case change) {
        return change.difference().items.getOrDefault(RelationParts.LIST, List.of()).stream()
                .filter(one -> one.id() != item)
                .map(one ->
                        new RelationParts(change.is().items(RelationParts.LIST).getOrDefault(one.id(), Map.of())))
                .anyMatch(one -> one.kind().above()
                        && one.kind().circle().filter(circle::equals).isPresent()
                        && one.until().isEmpty());
    }

    /** Whether going up from the one comes to the other. */
    private boolean leadsTo(long from, long to, Circle circle, Case change, LocalDate today) {
        Set<Long> seen = new HashSet<>(Set.of(from));
        Set<Long> next = seen;
        for (int steps = 0; steps < DEEPEST && !next.isEmpty(); steps++) {
            Set<Long> here = next;
            next = new HashSet<>();
            for (Relation one : relations.seen(here, change.scope(), MOST)) {
                if (one.isOf(circle) && !one.isOver(today) && here.contains(one.below()) && seen.add(one.above())) {
                    next.add(one.above());
                }
            }
            if (seen.contains(to)) {
                return true;
            }
        }
        return false;
    }

    private static FieldProblem problem(String part, String code) {
        return Cleaning.problem(RelationParts.LIST + "." + part, code);
    }
}
