package io.clientela.kit.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RunTest {

    @Test
    void findsWhoComesTwice() {
        Base base = Cast.base(1, 400, 60);
        Run run = new Run(base);
        Groups groups = run.groups(run.learn(), Thresholds.USUAL, Verdicts.NONE, Progress.NONE);
        int right = 0;
        for (int i = 0; i < 60; i++) {
            right += groups.of(2 * i + 1) == 2 * i ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(57);
        for (int row = 120; row < base.size(); row++) {
            assertThat(groups.single(row)).as("row " + row).isTrue();
        }
    }

    @Test
    void expectsOfItselfWhatItReaches() {
        Run run = new Run(Cast.base(2, 400, 60));
        Groups groups = run.groups(run.learn(), Thresholds.USUAL, Verdicts.NONE, Progress.NONE);
        Estimate estimate = groups.estimate(0.5);
        assertThat(estimate.precision()).isGreaterThan(0.9);
        assertThat(estimate.recall()).isGreaterThan(0.9);
        assertThat(groups.estimate(0.99).recall()).isLessThanOrEqualTo(estimate.recall());
    }

    @Property(tries = 20)
    void groupsDontDependOnTheOrderOfRows(@ForAll @IntRange(max = 1_000) int seed) {
        List<Features> people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            people.add(Cast.person(
                    "given_name",
                    "anna",
                    "family_name",
                    i % 3 == 0 ? "miller" : "millar",
                    "birth_date",
                    "1970-01-0" + (1 + i % 4),
                    "city",
                    "york"));
        }
        Set<Set<Long>> inOrder = groups(people, order(people.size()), Verdicts.NONE);
        List<Integer> mixed = order(people.size());
        Collections.shuffle(mixed, new Random(seed));
        assertThat(groups(people, mixed, Verdicts.NONE)).isEqualTo(inOrder);
    }

    @Property(tries = 20)
    void whatSomebodyCalledDifferentIsNeverInOneGroup(
            @ForAll @IntRange(max = 5) int one, @ForAll @IntRange(max = 5) int other) {
        List<Features> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(Cast.person(
                    "name",
                    "王小明",
                    "mobile",
                    "+8613800138000",
                    "birth_date",
                    "1990-05-17",
                    "email",
                    "wang@example.com"));
        }
        Verdicts verdicts = (a, b) -> one != other && Set.of(a, b).equals(Set.of((long) one, (long) other))
                ? Optional.of(Outcome.DIFFERENT)
                : Optional.empty();
        for (Set<Long> group : groups(people, order(6), verdicts)) {
            assertThat(one != other && group.contains((long) one) && group.contains((long) other))
                    .isFalse();
        }
    }

    private static List<Integer> order(int size) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        return order;
    }

    private static Set<Set<Long>> groups(List<Features> people, List<Integer> order, Verdicts verdicts) {
        Base base = new Base(RuleSet.persons());
        order.forEach(i -> base.add(i, people.get(i)));
        Groups groups = new Run(base)
                .groups(Model.starting(RuleSet.persons(), 1_000), Thresholds.USUAL, verdicts, Progress.NONE);
        List<Set<Long>> byRow = new ArrayList<>();
        for (int row = 0; row < base.size(); row++) {
            byRow.add(new HashSet<>());
        }
        for (int row = 0; row < base.size(); row++) {
            byRow.get(groups.of(row)).add(base.id(row));
        }
        byRow.removeIf(Set::isEmpty);
        return new HashSet<>(byRow);
    }

    @Test
    void strangersArentChained() {
        // Neighbours in the chain look alike, its ends don't.
        List<Features> people = List.of(
                Cast.person(
                        "given_name",
                        "anna",
                        "family_name",
                        "miller",
                        "birth_date",
                        "1970-01-01",
                        "phone",
                        "+61400000001"),
                Cast.person(
                        "given_name",
                        "anna",
                        "family_name",
                        "miller",
                        "phone",
                        "+61400000001",
                        "email",
                        "anna@example.com"),
                Cast.person(
                        "given_name",
                        "john",
                        "family_name",
                        "brown",
                        "birth_date",
                        "1955-07-30",
                        "email",
                        "anna@example.com"));
        Set<Set<Long>> groups = groups(people, order(3), Verdicts.NONE);
        assertThat(groups).contains(Set.of(0L, 1L)).contains(Set.of(2L));
    }

    @Test
    void canBeEnded() {
        Run run = new Run(Cast.base(3, 50, 5));
        Model model = run.learn();
        assertThatThrownBy(() -> run.groups(model, Thresholds.USUAL, Verdicts.NONE, share -> false))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aBaseOfNobodyHasNoGroups() {
        Run run = new Run(new Base(RuleSet.persons()));
        Groups groups = run.groups(run.learn(), Thresholds.USUAL, Verdicts.NONE, Progress.NONE);
        assertThat(groups.size()).isZero();
        assertThat(groups.pairs()).isEmpty();
    }
}
