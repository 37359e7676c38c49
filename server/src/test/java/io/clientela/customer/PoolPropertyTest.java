package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/** However files are claimed and given back, each has one owner or stands in the pool, and the journal says the same. */
@ServerTest
class PoolPropertyTest {

    private static final long DEPARTMENT = 79;
    private static final int FILES = 3;
    private static final List<Actor> SELLERS = List.of(seller(971), seller(972), seller(973));

    @Autowired
    Pool pool;

    @Autowired
    WriteGate gate;

    @Autowired
    FileStore files;

    @Autowired
    JournalStore journal;

    @Autowired
    Loaded.Loader loader;

    @BeforeProperty
    void context() throws Exception {
        new TestContextManager(PoolPropertyTest.class).prepareTestInstance(this);
    }

    record Step(boolean claims, int who, int which) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, SELLERS.size() - 1),
                        Arbitraries.integers().between(0, FILES - 1))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void noFileIsLostOrDoubled(@ForAll("histories") List<Step> history) {
        List<CustomerNumber> all = new ArrayList<>();
        Map<CustomerNumber, Long> owners = new HashMap<>();
        for (int i = 0; i < FILES; i++) {
            Actor first = SELLERS.get(i);
            CustomerNumber number = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "转手" + i)), first)
                            .getFirst())
                    .number();
            all.add(number);
            owners.put(number, first.userId());
        }
        for (Step step : history) {
            Actor actor = SELLERS.get(step.who());
            CustomerNumber number = all.get(step.which());
            long owner = owners.get(number);
            boolean done = done(step, number, actor);
            if (done) {
                assertThat(owner).isEqualTo(step.claims() ? Owners.NOBODY : actor.userId());
                owners.put(number, step.claims() ? actor.userId() : Owners.NOBODY);
            } else {
                // Only what the limits or the present owner stand against.
                assertThat(!step.claims() && owner == actor.userId()).isFalse();
            }
        }
        owners.forEach((number, owner) -> {
            FileRow row = files.find(number).orElseThrow();
            assertThat(row.ownerId()).isEqualTo(owner);
            assertThat(row.departmentId()).isEqualTo(DEPARTMENT);
            Loaded file = loader.open(List.of(row)).get(row.fileId());
            FileState folded = FileState.fold(journal.entriesUpTo(row.fileId(), row.lastSeq()), file.key());
            assertThat(folded.holder().orElseThrow().userId()).isEqualTo(owner);
            assertThat(inPool(number)).isEqualTo(owner == Owners.NOBODY);
        });
    }

    private boolean inPool(CustomerNumber number) {
        return pool.page(new ListQuery("", "", Map.of(), "-created", "", 200), SELLERS.getFirst()).items().stream()
                .anyMatch(row -> row.number().equals(number.text()));
    }

    private boolean done(Step step, CustomerNumber number, Actor actor) {
        try {
            if (step.claims()) {
                pool.claim(number, actor);
            } else {
                pool.release(number, "试", actor);
            }
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static Actor seller(long id) {
        return Cast.actor(id, DEPARTMENT, new Scope.Own(id), Map.of());
    }
}
