package io.clientela.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Accounts;
import io.clientela.access.Actors;
import io.clientela.access.Departments;
import io.clientela.access.People;
import io.clientela.correction.FieldChange.Action;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
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

/** Changing many customers and taking it back is as if nothing had been, but for what was said between. */
@ServerTest
class BulkPropertyTest {

    private static final List<String> FIELDS = List.of("city", "level", "tags", "occupation", "owner");
    private static final int FILES = 4;

    @Autowired
    BulkChanges bulks;

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    Accounts accounts;

    @Autowired
    Departments departments;

    @Autowired
    Actors actors;

    @Autowired
    People people;

    private BulkDesk desk;
    private Actor head;
    private Actor other;

    /** jqwik knows nothing of Spring; the context is the one the other tests share. */
    @BeforeProperty
    void context() throws Exception {
        new TestContextManager(BulkPropertyTest.class).prepareTestInstance(this);
        desk = new BulkDesk(bulks, gate, customers, accounts, departments, actors, people);
        head = desk.person("information_manager");
        other = desk.person("sales");
    }

    /** A value said of a field of a file. */
    record Edit(int file, int field, int value) {}

    /** What is done to a field of all files. */
    record Wish(int field, int action, int value) {}

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(ints(FILES - 1), ints(FIELDS.size() - 1), ints(3))
                .as(Edit::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(ints(FIELDS.size() - 1), ints(3), ints(3))
                .as(Wish::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(Wish::field);
    }

    private static Arbitrary<Integer> ints(int most) {
        return Arbitraries.integers().between(0, most);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void takenBackItIsAsIfNothingHadBeen(
            @ForAll("edits") List<Edit> before,
            @ForAll("wishes") List<Wish> wishes,
            @ForAll("edits") List<Edit> since) {
        List<CustomerNumber> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(desk.customer(head, "name", "温性" + i));
        }
        before.forEach(edit -> say(files, edit));
        Map<String, String> was = said(files);

        BulkChange done = desk.done(
                desk.checked(files, head, wishes.stream().map(this::change).toArray(FieldChange[]::new)), head);
        Map<String, String> through = said(files);
        since.forEach(edit -> say(files, edit));
        Map<String, String> now = said(files);
        if (done.counts().changed() > 0) {
            desk.undone(done, head);
        }
        Map<String, String> after = said(files);

        was.forEach((place, value) -> {
            boolean touched = !now.get(place).equals(through.get(place));
            boolean maybe = since.stream().anyMatch(edit -> place.equals(edit.file() + "." + FIELDS.get(edit.field())));
            if (touched) {
                assertThat(after.get(place)).as(place).isEqualTo(now.get(place));
            } else if (maybe) {
                assertThat(after.get(place)).as(place).isIn(value, now.get(place));
            } else {
                assertThat(after.get(place)).as(place).isEqualTo(value);
            }
        });
    }

    private FieldChange change(Wish wish) {
        String field = FIELDS.get(wish.field());
        Action action = switch (field) {
            case "tags" -> Action.values()[wish.action()];
            case "owner" -> Action.SET;
            default -> wish.action() == 1 ? Action.CLEAR : Action.SET;
        };
        return new FieldChange(field, action, action == Action.CLEAR ? List.of() : List.of(value(field, wish.value())));
    }

    private void say(List<CustomerNumber> files, Edit edit) {
        String field = FIELDS.get(edit.field());
        desk.edit(files.get(edit.file()), head, field, value(field, edit.value()));
    }

    private String value(String field, int which) {
        return switch (field) {
            case "level" -> List.of("vip", "key", "ordinary", "small").get(which);
            case "owner" -> Long.toString(which % 2 == 0 ? head.userId() : other.userId());
            default -> field + which;
        };
    }

    private Map<String, String> said(List<CustomerNumber> files) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            for (String field : FIELDS) {
                said.put(i + "." + field, desk.value(files.get(i), field, head));
            }
        }
        return said;
    }
}
