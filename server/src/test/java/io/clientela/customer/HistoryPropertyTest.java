package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/** Taking one change back, after any history: what was not said again is as it was, all else stays, and it can be taken back itself. */
@ServerTest
class HistoryPropertyTest {

    private static final Actor ALL_CLEAR =
            Cast.actor(904, 1, new Scope.All(), Map.of("*", new FieldRight(Visibility.CLEAR, true, Visibility.CLEAR)));
    private static final List<String> FIELDS = List.of(
            "city",
            "bank_account",
            "registered_capital",
            "remarks",
            "external_id",
            "needs",
            "address",
            "own_text",
            "own_number",
            "own_choices",
            "own_secret",
            "own_code");

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    FileStore files;

    @Autowired
    JournalStore journal;

    @Autowired
    Loaded.Loader loader;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    JdbcClient sql;

    /** jqwik knows nothing of Spring; the context is the one the other tests share. */
    @BeforeProperty
    void context() throws Exception {
        new TestContextManager(HistoryPropertyTest.class).prepareTestInstance(this);
        OwnFields own = new OwnFields(sql, catalogue);
        own.ofEveryKind("enterprise");
        own.declare("contact", "own_seat", FieldType.TEXT, Map.of());
    }

    /** One thing that happens to a file; numbers choose among what there is. */
    record Step(int kind, int which, int value) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void oneChangeTakenBackLeavesAllElseAndCanBeTakenBackItself(
            @ForAll("histories") List<Step> history, @ForAll int chosen) {
        CustomerNumber number = begun();
        history.forEach(step -> happen(number, step));
        int latest = row(number).lastSeq();
        if (latest == 1) {
            return;
        }
        int entry = 2 + Math.floorMod(chosen, latest - 1);
        FileState before = fold(number, entry - 1);
        FileState present = stored(number);
        Set<String> said = places(number, entry, entry);
        Set<String> since = places(number, entry + 1, latest);

        Outcome outcome = takeBack(number, entry);

        FileState after = stored(number);
        assertThat(rebuilt(number)).isEqualTo(after);
        if (outcome instanceof Refused refused) {
            assertThat(refused.error()).isEqualTo(CustomerError.NOTHING_TO_TAKE_BACK);
            assertThat(after).isEqualTo(present);
        }
        for (String place : all(before, present, after)) {
            if (!said.contains(place)) {
                assertThat(said(after, place)).as(place).isEqualTo(said(present, place));
            } else if (!since.contains(place)) {
                assertThat(said(after, place)).as(place).isEqualTo(said(before, place));
            } else {
                assertThat(said(after, place)).as(place).isIn(said(before, place), said(present, place));
            }
        }
        if (outcome instanceof Accepted accepted && accepted.effect() == Outcome.Effect.UPDATED) {
            assertThat(takeBack(number, latest + 1)).isInstanceOf(Accepted.class);
            assertThat(stored(number)).isEqualTo(present);
            assertThat(rebuilt(number)).isEqualTo(present);
        }
    }

    private CustomerNumber begun() {
        Submission submission = new Submission(
                new Target.NewFile(),
                "enterprise",
                Cast.values("name", "温史公司", "city", "城市9"),
                Map.of(
                        "contacts",
                        new ListChange(
                                List.of(
                                        new ItemChange(
                                                OptionalLong.empty(), Cast.values("name", "甲", "position", "经理")),
                                        new ItemChange(OptionalLong.empty(), Cast.values("name", "乙"))),
                                List.of())),
                Circumstances.of("page"));
        return ((Accepted) gate.submit(List.of(submission), ALL_CLEAR).getFirst()).number();
    }

    private void happen(CustomerNumber number, Step step) {
        List<Long> ids = List.copyOf(stored(number).items("contacts").keySet());
        OptionalLong item = ids.isEmpty() ? OptionalLong.empty() : OptionalLong.of(ids.get(step.which() % ids.size()));
        switch (step.kind()) {
            case 0 -> submit(number, Map.of(), contact(OptionalLong.empty(), step));
            case 1 -> submit(number, values(step), contact(item, step));
            case 2 ->
                submit(
                        number,
                        values(step),
                        new ListChange(List.of(), item.isEmpty() ? List.of() : List.of(item.getAsLong())));
            case 3 -> takeBack(number, 1 + step.which() % row(number).lastSeq());
            default -> submit(number, values(step), new ListChange(List.of(), List.of()));
        }
    }

    private void submit(CustomerNumber number, Map<String, List<String>> values, ListChange contacts) {
        submit(new Submission(
                new Target.Known(number, OptionalLong.empty()),
                "enterprise",
                values,
                Map.of("contacts", contacts),
                Circumstances.of("page")));
    }

    /** What is answered to a change is what is read after it. */
    private Outcome submit(Submission submission) {
        Outcome outcome = gate.submit(List.of(submission), ALL_CLEAR).getFirst();
        if (outcome instanceof Accepted accepted) {
            assertThat(customers.written(accepted, ALL_CLEAR)).isEqualTo(customers.file(accepted.number(), ALL_CLEAR));
        }
        return outcome;
    }

    private static ListChange contact(OptionalLong id, Step step) {
        return new ListChange(
                List.of(new ItemChange(
                        id,
                        step.value() % 2 == 0
                                ? Cast.values("name", "联系人" + step.value())
                                : Cast.values(
                                        "name",
                                        "联系人" + step.which() % 3,
                                        step.which() % 2 == 0 ? "position" : "own_seat",
                                        step.value() == 5 ? "" : "职位" + step.value()))),
                List.of());
    }

    private static Map<String, List<String>> values(Step step) {
        String field = FIELDS.get(step.which() % FIELDS.size());
        if (step.value() == 0) {
            return Map.of(field, List.of());
        }
        return Map.of(
                field,
                switch (field) {
                    case "needs" -> List.of("需求" + step.value(), "其他");
                    case "own_choices" -> step.value() % 2 == 0 ? List.of("供应商", "客户") : List.of("客户");
                    case "registered_capital", "own_number" -> List.of(step.value() + "00.50");
                    case "bank_account" -> List.of("62220212345" + step.value());
                    case "address" -> List.of("浙江省杭州市西湖区文三路" + step.value() + "号");
                    default -> List.of("值" + step.value());
                });
    }

    private Outcome takeBack(CustomerNumber number, int entry) {
        return submit(new Submission(
                new Target.Known(number, OptionalLong.empty()),
                "enterprise",
                Map.of(),
                Map.of(),
                Circumstances.takingBack(entry, "试")));
    }

    /** Fields and parts of items that entries speak of; an item that comes or goes is all its parts. */
    private Set<String> places(CustomerNumber number, int first, int last) {
        Set<String> places = new HashSet<>();
        for (Sealed sealed : journal.entriesUpTo(row(number).fileId(), last)) {
            int seq = sealed.entry().seq();
            if (seq >= first) {
                EntryBody body = EntryBody.open(sealed, loaded(number).key());
                places.addAll(body.set().keySet());
                FileState before = fold(number, seq - 1);
                FileState after = fold(number, seq);
                body.items()
                        .forEach((list, items) -> items.forEach(item -> {
                            boolean known = before.items(list).containsKey(item.id());
                            Set<String> parts = known ? item.set().keySet() : parts(after, list, item.id());
                            parts.forEach(part -> places.add(FileState.place(list, item.id(), part)));
                        }));
                body.removed()
                        .forEach((list, ids) -> ids.forEach(id ->
                                parts(before, list, id).forEach(part -> places.add(FileState.place(list, id, part)))));
            }
        }
        // An item said anything of since comes or goes as a whole, so each of its parts counts as said again.
        if (first <= last && last == row(number).lastSeq()) {
            List<String> items =
                    places.stream().filter(place -> place.contains("#")).toList();
            for (String place : items) {
                String item = place.substring(0, place.indexOf('.'));
                for (String part : List.of("name", "position", "own_seat")) {
                    places.add(item + "." + part);
                }
            }
        }
        return places;
    }

    private static Set<String> parts(FileState state, String list, long id) {
        return state.items(list).getOrDefault(id, Map.of()).keySet();
    }

    private static Set<String> all(FileState... states) {
        Set<String> places = new LinkedHashSet<>();
        for (FileState state : states) {
            places.addAll(state.values().keySet());
            state.lists()
                    .forEach((list, items) -> items.forEach((id, parts) ->
                            parts.keySet().forEach(part -> places.add(FileState.place(list, id, part)))));
        }
        return places;
    }

    private static Value said(FileState state, String place) {
        int hash = place.indexOf('#');
        if (hash < 0) {
            return state.value(place);
        }
        int dot = place.indexOf('.', hash);
        return state.items(place.substring(0, hash))
                .getOrDefault(Long.parseLong(place, hash + 1, dot, 10), Map.of())
                .getOrDefault(place.substring(dot + 1), Value.NONE);
    }

    private FileState fold(CustomerNumber number, int last) {
        return FileState.fold(
                new ArrayList<>(journal.entriesUpTo(row(number).fileId(), last)),
                loaded(number).key());
    }

    private FileState rebuilt(CustomerNumber number) {
        return fold(number, row(number).lastSeq());
    }

    private FileState stored(CustomerNumber number) {
        return loaded(number).state();
    }

    private Loaded loaded(CustomerNumber number) {
        FileRow row = row(number);
        return loader.open(List.of(row)).get(row.fileId());
    }

    private FileRow row(CustomerNumber number) {
        return files.find(number).orElseThrow();
    }
}
