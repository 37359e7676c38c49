package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Pairs about one customer are one item, and no pair is asked about twice or never. */
class ClustersPropertyTest {

    @Property(tries = 300)
    void everyPairAskedAboutIsInOneItem(@ForAll("bonds") Set<Bond> bonds, @ForAll("twos") Set<Two> different) {
        List<Cluster> items = Clusters.of(bonds, different);

        for (Bond bond : bonds) {
            long in = items.stream().filter(item -> holds(item, bond.two())).count();
            if (bond.asked()) {
                assertThat(in).isEqualTo(1);
            }
        }
        assertThat(items).allSatisfy(item -> {
            assertThat(bonds).anyMatch(bond -> bond.asked() && holds(item, bond.two()));
            assertThat(item.members()).hasSizeBetween(2, Sorted.MOST).isSorted();
        });
    }

    @Property(tries = 300)
    void whatWasCalledDifferentStandsTogetherOnlyWhereItIsAskedAgain(
            @ForAll("bonds") Set<Bond> bonds, @ForAll("twos") Set<Two> different) {
        Set<Two> bound = new HashSet<>();
        bonds.forEach(bond -> bound.add(bond.two()));

        assertThat(Clusters.of(bonds, different))
                .allSatisfy(item -> assertThat(Two.among(item.members()))
                        .noneMatch(two -> different.contains(two) && !bound.contains(two)));
    }

    @Property(tries = 300)
    void orderOfThePairsDoesNotMatter(
            @ForAll("bonds") Set<Bond> bonds, @ForAll("twos") Set<Two> different, @ForAll long seed) {
        List<Bond> others = new ArrayList<>(bonds);
        Collections.shuffle(others, new Random(seed));

        assertThat(Clusters.of(others, different)).isEqualTo(Clusters.of(bonds, different));
    }

    @Example
    void strangersAreNotChained() {
        List<Bond> chain = List.of(bond(1, 2, 10), bond(2, 3, 9), bond(3, 4, 8), bond(4, 5, 7));

        assertThat(Clusters.of(chain, Set.of()))
                .extracting(Cluster::members)
                .containsExactly(List.of(1L, 2L, 3L), List.of(3L, 4L), List.of(4L, 5L));
    }

    @Example
    void whatWasPutOffComesLastAndWhatWasCalledTheSameBindsWithoutBeingAsked() {
        List<Bond> bonds = List.of(
                new Bond(new Two(1, 2), 20, true, false, true),
                new Bond(new Two(5, 6), 3, false, true, false),
                bond(5, 7, 9),
                new Bond(new Two(8, 9), 30, false, true, false));

        assertThat(Clusters.of(bonds, Set.of()))
                .extracting(Cluster::members)
                .containsExactly(List.of(5L, 6L, 7L), List.of(1L, 2L));
    }

    private static boolean holds(Cluster item, Two two) {
        return item.members().contains(two.one()) && item.members().contains(two.other());
    }

    private static Bond bond(long one, long other, double bits) {
        return new Bond(new Two(one, other), bits, true, false, false);
    }

    @Provide
    Arbitrary<Set<Two>> twos() {
        return two().set().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Set<Bond>> bonds() {
        Arbitrary<Bond> bond = Combinators.combine(
                        two(),
                        Arbitraries.doubles().between(-2, 30),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, false))
                .as((two, bits, asked, later) -> new Bond(two, bits, asked, !asked, later));
        return bond.set().uniqueElements(Bond::two).ofMaxSize(40);
    }

    private static Arbitrary<Two> two() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 30), Arbitraries.longs().between(1, 30))
                .filter((one, other) -> !one.equals(other))
                .as(Two::of);
    }
}
