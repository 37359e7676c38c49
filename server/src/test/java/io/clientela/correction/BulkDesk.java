package io.clientela.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Accounts;
import io.clientela.access.Actors;
import io.clientela.access.Department;
import io.clientela.access.Departments;
import io.clientela.access.People;
import io.clientela.correction.BulkChange.State;
import io.clientela.correction.FieldChange.Action;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.ListQuery;
import io.clientela.customer.Outcome;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** An office in which people change many customers at once. */
final class BulkDesk {

    private static final Set<State> RESTING =
            EnumSet.of(State.READY, State.DONE, State.CANCELLED, State.FAILED, State.UNDONE);

    private final BulkChanges bulks;
    private final WriteGate gate;
    private final Customers customers;
    private final Accounts accounts;
    private final Departments departments;
    private final Actors actors;
    private final People people;

    BulkDesk(
            BulkChanges bulks,
            WriteGate gate,
            Customers customers,
            Accounts accounts,
            Departments departments,
            Actors actors,
            People people) {
        this.bulks = bulks;
        this.gate = gate;
        this.customers = customers;
        this.accounts = accounts;
        this.departments = departments;
        this.actors = actors;
        this.people = people;
    }

    /** Somebody new of a department of their own. */
    Actor person(String... roles) {
        return person("bulk-" + UUID.randomUUID().toString().substring(0, 8), List.of(roles));
    }

    /** Somebody new of this name who may do nothing. */
    Actor called(String name) {
        return person(name, List.of());
    }

    private Actor person(String name, List<String> roles) {
        Department department = departments.create(
                Actors.system(), new Department(0, name, OptionalLong.empty(), OptionalLong.empty()));
        long id = accounts.create(
                        Actors.system(),
                        new Accounts.Draft(
                                name,
                                name,
                                Optional.empty(),
                                false,
                                "en",
                                OptionalLong.of(department.id()),
                                roles,
                                true))
                .account()
                .id();
        // Who is who is read again after a second.
        await("is known", () -> people.byId(id).isPresent());
        return actors.actor(id, "127.0.0.1", "page");
    }

    private static void await(String what, BooleanSupplier is) {
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!is.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(patience);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    CustomerNumber customer(Actor actor, String... keysAndValues) {
        Submission said = new Submission(
                new Target.NewFile(), "individual", values(keysAndValues), Map.of(), Circumstances.of("page"));
        return ((Outcome.Accepted) gate.submit(List.of(said), actor).getFirst()).number();
    }

    void edit(CustomerNumber number, Actor actor, String... keysAndValues) {
        Submission said = new Submission(
                new Target.Known(number, OptionalLong.empty()),
                "individual",
                values(keysAndValues),
                Map.of(),
                Circumstances.of("page"));
        assertThat(gate.submit(List.of(said), actor).getFirst()).isInstanceOf(Outcome.Accepted.class);
    }

    /** The values of a field as they are kept, joined by commas. */
    String value(CustomerNumber number, String field, Actor actor) {
        return Optional.ofNullable(customers.file(number, actor).values().get(field))
                .map(cell -> cell.value() instanceof List<?> many ? join(many) : String.valueOf(cell.value()))
                .orElse("");
    }

    private static String join(List<?> many) {
        return many.stream()
                .map(String::valueOf)
                .sorted()
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }

    BulkChange checked(List<CustomerNumber> numbers, Actor actor, FieldChange... changes) {
        return checked(
                new BulkWish(
                        numbers.stream().map(CustomerNumber::text).toList(),
                        Optional.empty(),
                        List.of(changes),
                        "because"),
                actor);
    }

    BulkChange checked(ListQuery query, Actor actor, FieldChange... changes) {
        return checked(new BulkWish(List.of(), Optional.of(query), List.of(changes), "because"), actor);
    }

    BulkChange checked(BulkWish wish, Actor actor) {
        return rested(bulks.check(wish, actor).id(), actor);
    }

    BulkChange done(BulkChange bulk, Actor actor) {
        bulks.start(bulk.id(), actor);
        return rested(bulk.id(), actor);
    }

    BulkChange undone(BulkChange bulk, Actor actor) {
        bulks.undo(bulk.id(), "a mistake", actor);
        return rested(bulk.id(), actor);
    }

    private BulkChange rested(long id, Actor actor) {
        await("the work ends", () -> RESTING.contains(bulks.find(id, actor).state()));
        return bulks.find(id, actor);
    }

    static FieldChange set(String field, String... values) {
        return new FieldChange(field, Action.SET, List.of(values));
    }

    static FieldChange add(String field, String... values) {
        return new FieldChange(field, Action.ADD, List.of(values));
    }

    static FieldChange remove(String field, String... values) {
        return new FieldChange(field, Action.REMOVE, List.of(values));
    }

    static FieldChange clear(String field) {
        return new FieldChange(field, Action.CLEAR, List.of());
    }

    private static Map<String, List<String>> values(String... keysAndValues) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String value = keysAndValues[i + 1];
            values.put(keysAndValues[i], value.isEmpty() ? List.of() : List.of(value.split(",")));
        }
        return values;
    }
}
