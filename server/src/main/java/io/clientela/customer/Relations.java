package io.clientela.customer;

import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.RelationKind.Circle;
import io.clientela.customer.RelationStore.Relation;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What holds of the relations of a customer: the other one is another and of a fitting type, no two relations say the same, and a
 * household or a group of companies has one at its top, whoever sees who else is in it.
 */
@Component
class Relations implements FileRule {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Nobody stands below so many; who is above one customer is one, or a few after a merge. */
    private static final int MOST = 100;

    /** That somebody has a household or a parent already is true of the customer, whoever asks. */
    private static final Scope EVERYBODY = new Scope.All();

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
        LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.zone());
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
                // Of who was entered by somebody else and is out of reach not even the type may be found out.
                files.find(new CustomerNumber(relation.customer()))
                        .filter(other -> other.listed() && InScope.of(change.scope(), other))
                        .flatMap(other -> new Tried(item.id(), relation, other, change, today).problem())
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

    private static FieldProblem problem(String part, String code) {
        return Cleaning.problem(RelationParts.LIST + "." + part, code);
    }

    /**
     * One relation as it would be. What the file itself says counts as it would say it; in the store counts what other files say of the
     * two, so that files merged into one, which may say the same twice, don't stand in each other's way.
     */
    private final class Tried {
        private final long item;
        private final RelationParts relation;
        private final FileRow other;
        private final Case change;
        private final LocalDate today;
        private final RelationKind kind;

        Tried(long item, RelationParts relation, FileRow other, Case change, LocalDate today) {
            this.item = item;
            this.relation = relation;
            this.other = other;
            this.change = change;
            this.today = today;
            this.kind = relation.kind();
        }

        Optional<FieldProblem> problem() {
            if (other.headId() == change.head()) {
                return at(RelationParts.CUSTOMER, "related_to_itself");
            }
            if (!kind.fits(change.submission().record(), other.record())) {
                return at(RelationParts.KIND, "relation_misfits");
            }
            if (isOver(relation)) {
                return Optional.empty();
            }
            // A file that is handed over again may say what the other customer's says: that is no reason to lose its
            // row.
            boolean imported = "import".equals(change.submission().how().channel());
            if (!imported && isSaidAlready()) {
                return at(RelationParts.CUSTOMER, "relation_twice");
            }
            return kind.circle().flatMap(this::inCircle);
        }

        private boolean isSaidAlready() {
            return alongside()
                            .anyMatch(one ->
                                    one.kind().equals(kind) && one.customer().equals(relation.customer()))
                    || standing(relations.told(List.of(change.head(), other.headId())))
                            .anyMatch(one -> one.kind().isInverse(kind));
        }

        private Optional<FieldProblem> inCircle(Circle circle) {
            long above = kind.above() ? other.headId() : change.head();
            long below = kind.above() ? change.head() : other.headId();
            boolean second = (kind.above()
                            && alongside(circle, true)
                                    .anyMatch(one -> !one.customer().equals(relation.customer())))
                    || standing(relations.above(List.of(below), circle, EVERYBODY, MOST))
                            .anyMatch(one -> one.above() != above);
            if (second) {
                return at(RelationParts.CUSTOMER, circle == Circle.HOUSEHOLD ? "second_household" : "second_parent");
            }
            if (circle == Circle.HOUSEHOLD) {
                boolean nested = alongside(circle, !kind.above()).findAny().isPresent()
                        || standing(relations.above(List.of(above), circle, EVERYBODY, MOST))
                                .findAny()
                                .isPresent()
                        || standing(relations.below(List.of(below), circle, EVERYBODY, MOST))
                                .findAny()
                                .isPresent();
                return nested ? at(RelationParts.CUSTOMER, "household_in_household") : Optional.empty();
            }
            return leadsTo(above, below, circle) ? at(RelationParts.CUSTOMER, "relation_in_circle") : Optional.empty();
        }

        /** Whether going up from the one comes to the other. */
        private boolean leadsTo(long from, long to, Circle circle) {
            Set<Long> passed = new HashSet<>(Set.of(from));
            Set<Long> next = Set.of(from);
            for (int steps = 0; steps < GroupTree.DEEPEST && !next.isEmpty() && !passed.contains(to); steps++) {
                Set<Long> higher = new HashSet<>();
                relations.above(next, circle, EVERYBODY, MOST).stream()
                        .filter(one -> one.itemId() != item && !one.isOver(today) && passed.add(one.above()))
                        .forEach(one -> higher.add(one.above()));
                next = higher;
            }
            return passed.contains(to);
        }

        /** The other relations the file would have. */
        private Stream<RelationParts> alongside() {
            return change.is().items(RelationParts.LIST).entrySet().stream()
                    .filter(one -> one.getKey() != item)
                    .map(one -> new RelationParts(one.getValue()))
                    .filter(one -> !isOver(one));
        }

        private Stream<RelationParts> alongside(Circle circle, boolean above) {
            return alongside()
                    .filter(one -> one.kind().circle().filter(circle::equals).isPresent()
                            && one.kind().above() == above);
        }

        /** What holds by the files of others. */
        private Stream<Relation> standing(List<Relation> some) {
            return some.stream().filter(one -> one.headId() != change.head() && !one.isOver(today));
        }

        private boolean isOver(RelationParts one) {
            return one.until().filter(day -> day.isBefore(today)).isPresent();
        }

        private static Optional<FieldProblem> at(String part, String code) {
            return Optional.of(Relations.problem(part, code));
        }
    }
}
