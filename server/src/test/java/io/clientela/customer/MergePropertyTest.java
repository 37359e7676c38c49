package io.clientela.customer;

import static io.clientela.customer.Cast.unwish;
import static io.clientela.customer.Cast.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.Context;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The laws of merging, after any history of several files. */
@ServerTest
class MergePropertyTest {

    private static final int FILES = 4;
    private static final AtomicLong RUNS = new AtomicLong(880_000);
    private static final Actor ALL_CLEAR =
            Cast.actor(905, 1, new Scope.All(), Map.of("*", new FieldRight(Visibility.CLEAR, true, Visibility.CLEAR)));
    private static final List<String> FIELDS =
            List.of("name", "short_name", "city", "address", "postal_code", "remarks", "bank_account");

    @Autowired
    WriteGate gate;

    @Autowired
    Merges merges;

    @Autowired
    FileStore files;

    @Autowired
    JournalStore journal;

    @Autowired
    Groups groups;

    @Autowired
    Settling settling;

    @Autowired
    Loaded.Loader loader;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    /** jqwik knows nothing of Spring; the context is the one the other tests share. */
    @BeforeProperty
    void context() throws Exception {
        new TestContextManager(MergePropertyTest.class).prepareTestInstance(this);
    }

    /** One thing that happens; numbers choose among what there is. */
    record Step(int kind, int file, int other, int value) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, FILES - 1),
                        Arbitraries.integers().between(0, FILES - 1),
                        Arbitraries.integers().between(0, 40))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(14);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void everyFileIsTheFoldOfItsEntriesAndEveryRowBelongsToTheHead(@ForAll("histories") List<Step> history) {
        List<CustomerNumber> numbers = begun();
        HeadRows rows = new HeadRows(sql, transaction);
        numbers.forEach(number -> rows.pointTo(id(number)));
        for (Step step : history) {
            happen(numbers, step);
            check(numbers, rows);
        }
        apart(numbers);
        check(numbers, rows);
    }

    @Tag("soak")
    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void everyFileIsTheFoldOfItsEntriesAndEveryRowBelongsToTheHeadAtLength(@ForAll("histories") List<Step> history) {
        everyFileIsTheFoldOfItsEntriesAndEveryRowBelongsToTheHead(history);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void whatIsMergedAndPartedAgainIsAsItWas(@ForAll("histories") List<Step> history) {
        List<CustomerNumber> numbers = begun();
        HeadRows rows = new HeadRows(sql, transaction);
        numbers.forEach(number -> rows.pointTo(id(number)));
        history.forEach(step -> happen(numbers, step));
        for (int other = 1; other < FILES; other++) {
            Map<String, List<String>> before = rows.snapshot(ids(numbers));
            Map<Long, FileState> said = states(numbers);
            CustomerNumber one = numbers.getFirst();
            CustomerNumber two = numbers.get(other);
            if (!mergeable(one, two)) {
                continue;
            }
            CustomerNumber left = files.find(two).orElseThrow().number();
            CustomerNumber right = files.find(one).orElseThrow().number();
            Merged merged = merges.merge(wish(null, Map.of(), one, two), ALL_CLEAR);
            merges.unmerge(unwish(merged.number().equals(left) ? right : left), ALL_CLEAR);
            assertThat(rows.snapshot(ids(numbers))).isEqualTo(before);
            assertThat(states(numbers)).isEqualTo(said);
        }
    }

    @Tag("soak")
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatIsMergedAndPartedAgainIsAsItWasAtLength(@ForAll("histories") List<Step> history) {
        whatIsMergedAndPartedAgainIsAsItWas(history);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theOrderOfLinksAndPicksDoesNotMatter(@ForAll Random random) {
        List<String> said = new ArrayList<>();
        long seed = random.nextLong();
        for (int turn = 0; turn < 3; turn++) {
            Random same = new Random(seed);
            List<CustomerNumber> numbers = begun();
            for (int i = 0; i < 8; i++) {
                edit(numbers, new Step(0, same.nextInt(FILES), 0, same.nextInt(40)));
            }
            List<int[]> links = new ArrayList<>();
            for (int i = 1; i < FILES; i++) {
                links.add(new int[] {i, same.nextInt(i), same.nextInt(2)});
            }
            Collections.shuffle(links, new Random(seed + turn));
            List<String> picked = List.of("", "short_name", "city", "remarks");
            for (int[] link : links) {
                CustomerNumber chosen = numbers.get(link[2] == 0 ? link[0] : link[1]);
                String field = picked.get(link[0]);
                boolean filled = !states(numbers).get(id(chosen)).value(field).isEmpty();
                merges.merge(
                        wish(
                                null,
                                filled ? Map.of(field, chosen) : Map.of(),
                                numbers.get(link[0]),
                                numbers.get(link[1])),
                        ALL_CLEAR);
            }
            Loaded golden = golden(numbers.getFirst());
            Map<String, Object> texts = new TreeMap<>();
            golden.state().values().forEach((key, value) -> texts.put(key, value.parts()));
            // Another one in each turn.
            texts.remove("external_id");
            List<String> contacts = golden.state().items("contacts").values().stream()
                    .map(parts -> new TreeMap<>(parts).toString())
                    .sorted()
                    .toList();
            said.add(texts + " " + contacts);
        }
        assertThat(Set.copyOf(said)).hasSize(1);
    }

    @Tag("soak")
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theOrderOfLinksAndPicksDoesNotMatterAtLength(@ForAll Random random) {
        theOrderOfLinksAndPicksDoesNotMatter(random);
    }

    private List<CustomerNumber> begun() {
        List<CustomerNumber> numbers = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            long run = RUNS.incrementAndGet();
            Circumstances how = i % 2 == 0
                    ? new Circumstances("import", "csv", "", "", run, 1, Context.NONE)
                    : Circumstances.of("page");
            Submission submission = new Submission(
                    new Target.NewFile(),
                    "enterprise",
                    Cast.values("name", "并档公司" + i % 3, "external_id", "M" + run, "city", "城市" + i),
                    Map.of(
                            "contacts",
                            new ListChange(
                                    List.of(
                                            new ItemChange(
                                                    OptionalLong.empty(),
                                                    Cast.values("name", "甲", "important_dates", "05-0" + (i + 1))),
                                            new ItemChange(OptionalLong.empty(), Cast.values("name", "乙"))),
                                    List.of())),
                    how);
            numbers.add(((Accepted) gate.submit(List.of(submission), ALL_CLEAR).getFirst()).number());
        }
        return numbers;
    }

    private void happen(List<CustomerNumber> numbers, Step step) {
        CustomerNumber one = numbers.get(step.file());
        CustomerNumber two = numbers.get(step.other());
        switch (step.kind()) {
            case 0, 1 -> edit(numbers, step);
            case 2 -> contact(one, step);
            case 3, 4, 5 -> merge(one, two, step);
            case 6 -> unmerge(one);
            case 7 -> imported(one, step);
            case 8 -> withdraw(one);
            default -> takeBack(one, step);
        }
    }

    private void edit(List<CustomerNumber> numbers, Step step) {
        String field = FIELDS.get(step.value() % FIELDS.size());
        String value = step.value() % 5 == 0 && !field.equals("name")
                ? ""
                : switch (field) {
                    case "bank_account" -> "62220212345" + step.value() % 7;
                    case "postal_code" -> "31000" + step.value() % 9;
                    default -> "值" + step.value() / 3;
                };
        gate.submit(
                List.of(new Submission(
                        new Target.Known(numbers.get(step.file()), OptionalLong.empty()),
                        "enterprise",
                        Cast.values(field, value),
                        Map.of(),
                        Circumstances.of("page"))),
                ALL_CLEAR);
    }

    private void contact(CustomerNumber number, Step step) {
        List<Long> shown = List.copyOf(golden(number).state().items("contacts").keySet());
        OptionalLong item = shown.isEmpty() || step.value() % 3 == 0
                ? OptionalLong.empty()
                : OptionalLong.of(shown.get(step.value() % shown.size()));
        ListChange change = step.value() % 3 == 1 && item.isPresent()
                ? new ListChange(List.of(), List.of(item.getAsLong()))
                : new ListChange(
                        List.of(new ItemChange(
                                item, Cast.values("name", "人" + step.value() % 4, "position", "职" + step.value() % 5))),
                        List.of());
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "enterprise",
                        Map.of(),
                        Map.of("contacts", change),
                        Circumstances.of("page"))),
                ALL_CLEAR);
    }

    private void merge(CustomerNumber one, CustomerNumber two, Step step) {
        try {
            Map<String, CustomerNumber> picks = step.value() % 2 == 0 ? Map.of("city", two) : Map.of();
            merges.merge(wish(step.value() % 3 == 0 ? two : null, picks, one, two), ALL_CLEAR);
        } catch (Refusal refused) {
            assertThat(refused.error())
                    .isIn(CustomerError.ALREADY_MERGED, CustomerError.WITHDRAWN, CommonError.INVALID_VALUES);
        }
    }

    private void unmerge(CustomerNumber number) {
        try {
            Group group = groups.of(id(number));
            UnmergeWish wish = unwish(number);
            UnmergePreview preview = merges.previewUnmerge(wish, ALL_CLEAR);
            List<UnmergeWish.Move> moves = preview.entries().stream()
                    .filter(UnmergePreview.Made::movable)
                    .limit(1)
                    .map(made -> new UnmergeWish.Move(new CustomerNumber(made.from()), made.entry()))
                    .toList();
            merges.unmerge(
                    new UnmergeWish(number, OptionalLong.of(group.head().version()), moves, "", wish.how()), ALL_CLEAR);
        } catch (Refusal refused) {
            assertThat(refused.error()).isIn(CustomerError.NOT_MERGED, CustomerError.UNMERGE_HEAD);
        }
    }

    /** By the key of the file itself, whoever it belongs to. */
    private void imported(CustomerNumber number, Step step) {
        Loaded own = groups.of(id(number)).member(id(number));
        String key = own.state().value("external_id").text();
        if (key.isEmpty()) {
            return;
        }
        int before = own.row().lastSeq();
        Submission submission = new Submission(
                new Target.ByKey("external_id", false),
                "enterprise",
                Cast.values("external_id", key, "remarks", "导入" + step.value() + "/" + RUNS.get()),
                Map.of(),
                new Circumstances("import", "csv", "", "", RUNS.incrementAndGet(), 1, Context.NONE));
        Outcome outcome = gate.submit(List.of(submission), ALL_CLEAR).getFirst();
        if (outcome instanceof Accepted accepted && accepted.effect() == Outcome.Effect.UPDATED) {
            assertThat(files.exactly(number).orElseThrow().lastSeq()).isEqualTo(before + 1);
            assertThat(accepted.number())
                    .isEqualTo(files.find(number).orElseThrow().number());
        }
    }

    private void withdraw(CustomerNumber number) {
        Sealed first = journal.entriesUpTo(id(number), 1).getFirst();
        first.entry().runId().ifPresent(run -> {
            boolean linked = files.exactly(number).orElseThrow().isLinked();
            transaction.executeWithoutResult(status -> gate.takeBack(run, 0, 10, ALL_CLEAR)
                    .files()
                    .forEach(undone -> {
                        if (linked) {
                            assertThat(undone.effect().name()).isEqualTo("KEPT_LINKED");
                        }
                    }));
        });
    }

    private void takeBack(CustomerNumber number, Step step) {
        int last = files.exactly(number).orElseThrow().lastSeq();
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "enterprise",
                        Map.of(),
                        Map.of(),
                        Circumstances.takingBack(1 + step.value() % last, "试"))),
                ALL_CLEAR);
    }

    /** Laws (b) and (d), the golden record from the journals alone, and the law of the head. */
    private void check(List<CustomerNumber> numbers, HeadRows rows) {
        assertThat(rows.wrong(ids(numbers))).isEmpty();
        for (CustomerNumber number : numbers) {
            FileRow head = files.find(number).orElseThrow();
            assertThat(head.isAbsorbed()).isFalse();
            Group group = groups.of(id(number));
            Loaded own = group.member(id(number));
            FileState folded = FileState.fold(
                    new ArrayList<>(journal.entriesUpTo(id(number), own.row().lastSeq())), own.key());
            assertThat(own.state()).isEqualTo(folded);
            assertThat(head.listed()).isEqualTo(!head.isWithdrawn());
            assertThat(files.exactly(number).orElseThrow().listed())
                    .isEqualTo(!head.isWithdrawn() && head.fileId() == id(number));
        }
        GoldenFromJournals journals = new GoldenFromJournals(groups, journal, settling);
        for (CustomerNumber number : numbers) {
            assertThat(golden(number).state()).isEqualTo(journals.golden(ids(numbers), id(number), head(number)));
        }
    }

    private void apart(List<CustomerNumber> numbers) {
        for (int turn = 0; turn < FILES; turn++) {
            numbers.forEach(number -> {
                if (files.exactly(number).orElseThrow().isAbsorbed()) {
                    merges.unmerge(unwish(number), ALL_CLEAR);
                }
            });
        }
        numbers.forEach(number ->
                assertThat(files.exactly(number).orElseThrow().isLinked()).isFalse());
    }

    private boolean mergeable(CustomerNumber one, CustomerNumber two) {
        FileRow first = files.find(one).orElseThrow();
        FileRow second = files.find(two).orElseThrow();
        return first.fileId() != second.fileId() && first.listed() && second.listed();
    }

    private Map<Long, FileState> states(List<CustomerNumber> numbers) {
        Map<Long, FileState> states = new TreeMap<>();
        numbers.forEach(number ->
                states.put(id(number), groups.of(id(number)).member(id(number)).state()));
        return states;
    }

    private FileRow head(CustomerNumber number) {
        return files.find(number).orElseThrow();
    }

    private Loaded golden(CustomerNumber number) {
        FileRow row = head(number);
        return loader.open(List.of(row)).get(row.fileId());
    }

    private long id(CustomerNumber number) {
        return files.exactly(number).orElseThrow().fileId();
    }

    private List<Long> ids(List<CustomerNumber> numbers) {
        return numbers.stream().map(this::id).toList();
    }
}
