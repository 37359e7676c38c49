package io.clientela.customer;

import io.clientela.customer.CustomerGroup.Figure;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers who stand in relations, put together and looked at in few words. */
abstract class StructureCase {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    Merges merges;

    @Autowired
    Structures structures;

    @Autowired
    Dossiers dossiers;

    CustomerNumber entered(String record, Actor actor, String... values) {
        Submission said =
                new Submission(new Target.NewFile(), record, Cast.values(values), Map.of(), Circumstances.of("page"));
        return ((Accepted) gate.submit(List.of(said), actor).getFirst()).number();
    }

    CustomerNumber company(String name, String... more) {
        List<String> values = new ArrayList<>(List.of("name", name));
        values.addAll(List.of(more));
        return entered("enterprise", Cast.CHEN, values.toArray(String[]::new));
    }

    CustomerNumber person(String name) {
        return entered("individual", Cast.CHEN, "name", name);
    }

    Outcome relate(CustomerNumber number, String kind, CustomerNumber other, String... more) {
        List<String> values = new ArrayList<>(List.of("kind", kind, "customer", other.text()));
        values.addAll(List.of(more));
        return submit(
                number,
                new ListChange(
                        List.of(new ItemChange(OptionalLong.empty(), Cast.values(values.toArray(String[]::new)))),
                        List.of()),
                Cast.CHEN);
    }

    Outcome submit(CustomerNumber number, ListChange change, Actor actor) {
        String record = customers.file(number, Cast.CHEN).type();
        return gate.submit(
                        List.of(new Submission(
                                new Target.Known(number, OptionalLong.empty()),
                                record,
                                Map.of(),
                                Map.of("relations", change),
                                Circumstances.of("page"))),
                        actor)
                .getFirst();
    }

    static String refusal(Outcome outcome) {
        FieldProblem problem = ((Refused) outcome).problems().getFirst();
        return problem.field() + " " + problem.code();
    }

    List<String> relations(CustomerNumber number, Actor actor) {
        return dossiers.of(number, actor).relations().items().stream()
                .map(one -> one.label() + ": "
                        + (one.name() == null ? one.number() : one.name().text()) + (one.over() ? " (over)" : ""))
                .toList();
    }

    CustomerGroup group(CustomerNumber number, String circle, Actor actor) {
        return structures.group(number, circle, actor);
    }

    static List<String> tree(CustomerGroup group) {
        return group.members().stream()
                .map(member -> "  ".repeat(member.depth())
                        + (member.name() == null
                                ? member.number()
                                : member.name().text()))
                .toList();
    }

    static Figure figure(CustomerGroup group, String code) {
        return group.figures().stream()
                .filter(figure -> figure.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
