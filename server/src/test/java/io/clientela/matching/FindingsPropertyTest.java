package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.matching.Findings.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Findings are kept as codes and weights; what they are evidence of doesn't depend on what they weigh. */
class FindingsPropertyTest {

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll("findings") Findings findings) {
        Findings again = Findings.read(findings.text());

        assertThat(again.text()).isEqualTo(findings.text());
        assertThat(again.evidence()).isEqualTo(findings.evidence());
    }

    @Property(tries = 200)
    void evidenceIsTheSameInAnyOrderAndUnderAnyWeights(@ForAll("findings") Findings findings, @ForAll long seed) {
        List<Finding> others = new ArrayList<>();
        Random random = new Random(seed);
        findings.all()
                .forEach(finding ->
                        others.add(new Finding(finding.aspect(), finding.level(), random.nextDouble(-20, 20))));
        Collections.shuffle(others, random);
        others.add(new Finding("prior", "prior", random.nextDouble(-20, 0)));

        assertThat(new Findings(others).evidence()).isEqualTo(findings.evidence());
    }

    @Property(tries = 200)
    void anotherLevelIsOtherEvidence(@ForAll("findings") Findings findings) {
        List<Finding> others = new ArrayList<>(findings.all());
        Finding first = others.removeFirst();
        others.addFirst(new Finding(first.aspect(), first.level() + "_other", first.bits()));

        assertThat(new Findings(others).evidence()).isNotEqualTo(findings.evidence());
    }

    @Provide
    Arbitrary<Findings> findings() {
        Arbitrary<Finding> one = Combinators.combine(
                        Arbitraries.of("given_name", "family_name", "phone", "birth_date", "document"),
                        Arbitraries.of("equal", "close", "part", "different"),
                        Arbitraries.doubles().between(-30, 30))
                .as(Finding::new);
        return one.list()
                .uniqueElements(Finding::aspect)
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(Findings::new);
    }
}
