package io.clientela.kit.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientela.kit.match.Ties.Tie;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of how two records stand to each other goes before what they say. */
class TiesTest {

    private static final Model SHIPPED = Model.starting(RuleSet.persons(), 10_000);

    private static final Features ONE =
            Cast.person("name", "潘德林", "phone", "+8651085550000", "address", "解放路 8 号 502", "city", "无锡");

    /** The records 1 and 2 stand so to each other. */
    private record Two(Tie tie) implements Ties {

        @Override
        public boolean has(long id) {
            return id == 1 || id == 2;
        }

        @Override
        public Tie between(long one, long other) {
            return Set.of(one, other).equals(Set.of(1L, 2L)) ? tie : Tie.NONE;
        }
    }

    private static Score score(Features one, Features other, Tie tie) {
        Base base = new Base(RuleSet.persons(), SHIPPED.frequencies());
        base.add(1, one);
        base.add(2, other);
        return new Scorer(base, SHIPPED, new Two(tie)).score(0, 1);
    }

    @Test
    void whoStandsInARelationIsSomebodyElseThoughEverythingAgrees() {
        assertThat(score(ONE, ONE, Tie.NONE).outcome(Thresholds.USUAL)).isEqualTo(Outcome.SAME);
        Score related = score(ONE, ONE, Tie.RELATED);
        assertThat(related.outcome(Thresholds.USUAL)).isEqualTo(Outcome.DIFFERENT);
        assertThat(related.apart()).isTrue();
        assertThat(related.reasons().getFirst().aspect()).isEqualTo("relation");
    }

    @ParameterizedTest
    @EnumSource(
            value = Tie.class,
            names = {"HOUSEHOLD", "COMPANY"})
    void whatAGroupSharesWeighsNothingBetweenItsMembers(Tie tie) {
        Score strangers = score(ONE, ONE, Tie.NONE);
        Score members = score(ONE, ONE, tie);
        double shared = strangers.reasons().stream()
                .filter(reason -> Set.of("family_name", "phone", "place", "street", "premises")
                        .contains(reason.aspect()))
                .mapToDouble(Reason::bits)
                .filter(bits -> bits > 0)
                .sum();
        assertThat(shared).isPositive();
        double all = strangers.reasons().stream().mapToDouble(Reason::bits).sum();
        assertThat(members.bits()).isCloseTo(all - shared, within(1e-9));
        assertThat(members.reasons().stream().mapToDouble(Reason::bits).sum()).isCloseTo(members.bits(), within(1e-9));
        assertThat(members.apart()).isTrue();
    }

    @Test
    void aDocumentSpeaksForOneAlsoWithinAHouseholdButAPersonIsAsked() {
        Features known = Cast.person(
                "name",
                "潘德林",
                "document_type",
                "resident_id",
                "document_number",
                "110105198211255281",
                "phone",
                "+8651085550000");
        Score members = score(known, known, Tie.HOUSEHOLD);
        assertThat(members.bits()).isEqualTo(score(known, known, Tie.NONE).bits());
        assertThat(members.outcome(Thresholds.USUAL)).isEqualTo(Outcome.ASK);
    }

    @Test
    void aRunPutsThoseInARelationIntoNoGroup() {
        Base base = new Base(RuleSet.persons());
        IntStream.range(0, 300).forEach(i -> base.add(i + 10, Cast.person("name", "张" + (char) ('一' + i))));
        base.add(1, ONE);
        base.add(2, ONE);
        int one = base.size() - 2;
        Model model = Model.starting(RuleSet.persons(), base.size());
        Groups strangers =
                new Run(base).groups(new Scorer(base, model), Thresholds.USUAL, Verdicts.NONE, Progress.NONE);
        assertThat(strangers.of(one + 1)).isEqualTo(strangers.of(one));
        for (Tie tie : Set.of(Tie.RELATED, Tie.HOUSEHOLD)) {
            Groups apart = new Run(base)
                    .groups(new Scorer(base, model, new Two(tie)), Thresholds.USUAL, Verdicts.NONE, Progress.NONE);
            assertThat(apart.single(one)).isTrue();
            assertThat(apart.single(one + 1)).isTrue();
        }
    }
}
