package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kit.fields.Field;
import io.clientela.platform.ServerTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

/** The table of periods says of every moment what the journal says of it, whatever happened and however the clock went. */
@ServerTest
class PeriodPropertyTest {

    private static final List<String> STAGES = List.of("prospect", "won", "dormant", "at_risk", "");
    private static final List<String> TAGS = List.of("展会", "老客户", "重点", "新品");

    @Autowired
    WriteGate gate;

    @Autowired
    FileStore files;

    @Autowired
    JournalStore journal;

    @Autowired
    PeriodStore store;

    @Autowired
    Periods periods;

    @Autowired
    Writing writing;

    @Autowired
    Loaded.Loader loader;

    @BeforeProperty
    void context() throws Exception {
        new TestContextManager(PeriodPropertyTest.class).prepareTestInstance(this);
    }

    /** What is said of a file: stage and tags, or an entry taken back. */
    record Step(int kind, int stage, int tags, int back) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, STAGES.size() - 1),
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 9))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void theTableIsTheFoldOfTheJournal(@ForAll("histories") List<Step> history) {
        CustomerNumber number = begun(history.getFirst());
        history.stream().skip(1).forEach(step -> happen(number, step));
        Loaded file = loaded(number);
        List<Sealed> entries =
                journal.entriesUpTo(file.row().fileId(), file.row().lastSeq());
        List<Field> dated = periods.dated("individual");

        List<Period> stored = store.of(file.row().fileId());

        assertThat(stored).containsExactlyInAnyOrderElementsOf(Period.fold(entries, file.key(), dated));
        for (Sealed entry : entries) {
            for (long micros : List.of(-1L, 0L, 1L)) {
                Instant moment = entry.entry().at().plus(micros, ChronoUnit.MICROS);
                assertThat(said(stored, moment)).isEqualTo(said(file, moment, dated));
            }
        }
    }

    /** The same when the clock goes back between two entries; told to the journal directly, whose times nobody else chooses. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void aClockPutBackChangesNothingOfThat(
            @ForAll("histories") List<Step> history, @ForAll("leaps") List<Integer> leaps) {
        CustomerNumber number = begun(history.getFirst());
        Instant start = loaded(number).row().createdAt();
        for (int i = 1; i < history.size(); i++) {
            Loaded file = loaded(number);
            Instant at = start.plusSeconds(leaps.get(i % leaps.size()));
            turn(file, history.get(i), at);
        }
        Loaded file = loaded(number);
        List<Field> dated = periods.dated("individual");
        List<Period> stored = store.of(file.row().fileId());
        for (Sealed entry : journal.entriesUpTo(file.row().fileId(), file.row().lastSeq())) {
            for (long micros : List.of(-1L, 0L, 1L)) {
                Instant moment = entry.entry().at().plus(micros, ChronoUnit.MICROS);
                assertThat(said(stored, moment)).isEqualTo(said(file, moment, dated));
            }
        }
    }

    @Provide
    Arbitrary<List<Integer>> leaps() {
        return Arbitraries.integers().between(-5, 5).list().ofSize(8);
    }

    private void turn(Loaded file, Step step, Instant at) {
        FileRow row = file.row();
        Map<String, List<String>> set = values(step);
        EntryBody body = new EntryBody(set, Map.of(), Map.of(), Map.of(), "", Map.of(), null, Map.of(), null);
        FileState state = file.state().copy().apply(row.lastSeq() + 1, body);
        FileRow after = row.changed(row.ownerId(), row.departmentId(), at, 901, state, Map.of());
        Submission submission = new Submission(
                new Target.Known(row.number(), OptionalLong.empty()),
                "individual",
                Map.of(),
                Map.of(),
                Circumstances.of("page"));
        writing.write(
                List.of(new Change(
                        0,
                        Entry.CHANGED,
                        submission,
                        row,
                        after,
                        file.state(),
                        state,
                        body,
                        set.keySet(),
                        List.of(),
                        file.key())),
                901,
                at);
    }

    private static Set<String> said(List<Period> stored, Instant moment) {
        return stored.stream()
                .filter(period -> period.holds(moment))
                .map(period -> period.field() + "=" + period.value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> said(Loaded file, Instant moment, List<Field> dated) {
        FileState then = FileState.fold(journal.entries(file.row().fileId(), moment), file.key());
        Set<String> said = new TreeSet<>();
        dated.forEach(field -> then.value(field.key()).parts().forEach(part -> said.add(field.key() + "=" + part)));
        return said;
    }

    private CustomerNumber begun(Step step) {
        Submission submission =
                new Submission(new Target.NewFile(), "individual", named(step), Map.of(), Circumstances.of("page"));
        return ((Accepted) gate.submit(List.of(submission), Cast.CHEN).getFirst()).number();
    }

    private void happen(CustomerNumber number, Step step) {
        Circumstances how = step.kind() == 0
                ? Circumstances.takingBack(
                        1 + step.back() % loaded(number).row().lastSeq(), "试")
                : Circumstances.of("page").because("试");
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "individual",
                        step.kind() == 0 ? Map.of() : values(step),
                        Map.of(),
                        how)),
                Cast.CHEN);
    }

    private static Map<String, List<String>> named(Step step) {
        Map<String, List<String>> values = new java.util.HashMap<>(values(step));
        values.put("name", List.of("史期"));
        return values;
    }

    private static Map<String, List<String>> values(Step step) {
        List<String> tags = java.util.stream.IntStream.range(0, TAGS.size())
                .filter(bit -> (step.tags() >> bit & 1) == 1)
                .mapToObj(TAGS::get)
                .toList();
        String stage = STAGES.get(step.stage());
        return Map.of("tags", tags, "lifecycle_stage", stage.isEmpty() ? List.of() : List.of(stage));
    }

    private Loaded loaded(CustomerNumber number) {
        FileRow row = files.find(number).orElseThrow();
        return loader.open(List.of(row)).get(row.fileId());
    }
}
