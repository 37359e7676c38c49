package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Accounts;
import io.clientela.access.Actors;
import io.clientela.access.Department;
import io.clientela.access.Departments;
import io.clientela.access.People;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Outcome;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** An office whose people look after duplicates. */
final class MatchingDesk {

    private final WriteGate gate;
    private final Accounts accounts;
    private final Departments departments;
    private final Actors actors;
    private final People people;
    private final MatchingRuns runs;
    private final Following following;

    MatchingDesk(
            WriteGate gate,
            Accounts accounts,
            Departments departments,
            Actors actors,
            People people,
            MatchingRuns runs,
            Following following) {
        this.gate = gate;
        this.accounts = accounts;
        this.departments = departments;
        this.actors = actors;
        this.people = people;
        this.runs = runs;
        this.following = following;
    }

    static MatchingDesk of(AutowireCapableBeanFactory beans) {
        return beans.createBean(MatchingDesk.class);
    }

    /** Somebody new of a department of their own. */
    Actor person(String... roles) {
        String name = "match-" + UUID.randomUUID().toString().substring(0, 8);
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
                                List.of(roles),
                                true))
                .account()
                .id();
        await("is known", () -> people.byId(id).isPresent());
        return actors.actor(id, "127.0.0.1", "page");
    }

    CustomerNumber customer(Actor actor, String... keysAndValues) {
        return entered("individual", actor, keysAndValues);
    }

    CustomerNumber enterprise(Actor actor, String... keysAndValues) {
        return entered("enterprise", actor, keysAndValues);
    }

    private CustomerNumber entered(String record, Actor actor, String... keysAndValues) {
        Submission said =
                new Submission(new Target.NewFile(), record, values(keysAndValues), Map.of(), Circumstances.of("page"));
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

    /** Waits until what was entered is compared. */
    void followed() {
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int quiet = 0;
        // Other tests' transactions may hold the last events back for a moment.
        while (quiet < 3) {
            quiet = following.step() ? 0 : quiet + 1;
            assertThat(System.nanoTime()).isLessThan(patience);
            pause(20);
        }
    }

    MatchingRun compared(Actor actor) {
        MatchingRun run = runs.start(actor);
        await("has ended", () -> !runs.find(run.id()).going());
        return runs.find(run.id());
    }

    static Map<String, List<String>> values(String... keysAndValues) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.computeIfAbsent(keysAndValues[i], key -> new ArrayList<>()).add(keysAndValues[i + 1]);
        }
        return values;
    }

    private static void await(String what, BooleanSupplier is) {
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!is.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(patience);
            pause(20);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
